import Extraction

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Sentences with their entities: JSON Lines of `{"id": "a1", "text": "市总工会", "entities": [{"start": 0, "end": 4, "type": "ORG"}]}`,
/// places in code points. `id` may be missing; other keys, and types other than PERSON, ORG and PLACE, are passed over.
package struct EntityText: Sendable {
  package var sentences: [LabelledSentence] = []

  package init(_ sentences: [LabelledSentence]) { self.sentences = sentences }

  private struct Line: Codable {
    struct Entity: Codable {
      var start: Int
      var end: Int
      var type: String
    }

    var id: String?
    var text: String
    var entities: [Entity]
  }

  /// - Parameter weight: how much each sentence counts, see ``LabelledSentence/weight``.
  /// - Throws: ``TrainingError`` for the first line that is no such object, or whose entities overlap or leave the text.
  package init(jsonLines bytes: [UInt8], file: String, weight: Double = 1) throws(TrainingError) {
    let decoder = JSONDecoder()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let row = try? decoder.decode(Line.self, from: Data(line)) else {
        throw TrainingError(file: file, line: number, reason: .notLabelled)
      }
      let length = row.text.unicodeScalars.count
      var labels: [LabelledSentence.Label] = []
      for entity in row.entities {
        let type = Entity.Category(rawValue: entity.type)
        guard labelledTypes.contains(type) else { continue }
        guard 0 <= entity.start, entity.start < entity.end, entity.end <= length else {
          throw TrainingError(file: file, line: number, reason: .outsideText(entity.start, entity.end))
        }
        labels.append(.init(entity.start..<entity.end, type))
      }
      labels.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
      for (label, next) in zip(labels, labels.dropFirst()) where label.range.overlaps(next.range) {
        throw TrainingError(
          file: file, line: number, reason: .overlap(next.range.lowerBound, next.range.upperBound))
      }
      sentences.append(LabelledSentence(id: row.id ?? "", text: row.text, entities: labels, weight: weight))
    }
  }

  /// The sentences in the form that they are read in, to be looked at or kept; weights are not written.
  package var jsonLines: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes: [UInt8] = []
    for sentence in sentences {
      let line = Line(
        id: sentence.id, text: sentence.text,
        entities: sentence.entities.map {
          .init(start: $0.range.lowerBound, end: $0.range.upperBound, type: $0.type.rawValue)
        })
      // Strings and numbers can always be encoded.
      bytes += (try? encoder.encode(line)) ?? Data()
      bytes.append(0x0A)
    }
    return bytes
  }
}
