import Extraction

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What another program took for entities, by sentence: JSON Lines of `{"id": "a1", "entities": [[0, 4, "ORG"]]}`, places in
/// code points. Nobody checked it, so it may say anything; types other than PERSON, ORG and PLACE are passed over.
package struct SilverLabels: Sendable {
  /// By id of the sentence.
  package var labels: [String: [LabelledSentence.Label]] = [:]

  package init() {}

  private struct Line: Decodable {
    var id: String
    var entities: [Entry]
  }

  private struct Entry: Decodable {
    let start: Int
    let end: Int
    let type: String

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      start = try fields.decode(Int.self)
      end = try fields.decode(Int.self)
      type = try fields.decode(String.self)
    }
  }

  /// - Throws: ``TrainingError`` for the first line that is no such object.
  package init(jsonLines bytes: [UInt8], file: String) throws(TrainingError) {
    let decoder = JSONDecoder()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let row = try? decoder.decode(Line.self, from: Data(line)) else {
        throw TrainingError(file: file, line: number, reason: .notSilver)
      }
      for entry in row.entities {
        let type = Entity.Category(rawValue: entry.type)
        guard labelledTypes.contains(type) else { continue }
        guard 0 <= entry.start, entry.start < entry.end else {
          throw TrainingError(file: file, line: number, reason: .outsideText(entry.start, entry.end))
        }
        labels[row.id, default: []].append(.init(entry.start..<entry.end, type))
      }
    }
  }
}
