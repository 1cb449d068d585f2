#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Sentences with their words, as training reads them: JSON Lines of `{"tokens": ["市", "总工会"]}`; other keys are passed over.
package struct SegmentedText: Sendable {
  /// The words of each sentence, one after the other without spaces, and where each ends.
  package struct Sentence: Sendable {
    package var utf8: [UInt8] = []
    package var ends: [Int] = []

    package init(_ words: [String]) {
      for word in words where !word.isEmpty {
        utf8 += Array(word.utf8)
        ends.append(utf8.count)
      }
    }
  }

  package var sentences: [Sentence] = []

  package init(_ sentences: [[String]]) { self.sentences = sentences.map(Sentence.init) }

  /// How often each word stands in the text.
  package var wordCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      var start = 0
      for end in sentence.ends {
        counts[String(decoding: sentence.utf8[start..<end], as: UTF8.self), default: 0] += 1
        start = end
      }
    }
    return counts
  }

  private struct Line: Decodable { var tokens: [String] }

  /// - Throws: ``TrainingError`` for the first line that is no such object.
  package init(jsonLines bytes: [UInt8], file: String) throws(TrainingError) {
    let decoder = JSONDecoder()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let row = try? decoder.decode(Line.self, from: Data(line)) else {
        throw TrainingError(file: file, line: number, reason: .notSegmented)
      }
      sentences.append(Sentence(row.tokens))
    }
  }
}

/// Why a text cannot be trained on.
package struct TrainingError: Error, Equatable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// The line is no JSON object with an array of strings `tokens`.
    case notSegmented
    /// The line is no JSON object with two arrays of strings of one length, `tokens` and `pos`.
    case notTagged
    /// The line is no JSON object with a string `text` and an array `entities` of objects with `start`, `end` and `type`.
    case notLabelled
    /// The line is no JSON object with a string `id` and an array `entities` of `[start, end, type]`.
    case notSilver
    /// An entity is empty or reaches out of the text.
    case outsideText(Int, Int)
    /// An entity overlaps the one before it.
    case overlap(Int, Int)
    /// There is nothing to decide in all the text.
    case empty
  }

  package let file: String
  /// Counted from 1; 0 if the file as a whole is meant.
  package let line: Int
  package let reason: Reason

  package init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  package var description: String {
    switch reason {
    case .notSegmented: "\(file):\(line): not a JSON object with an array of strings 'tokens'"
    case .notTagged: "\(file):\(line): not a JSON object with arrays of strings 'tokens' and 'pos' of one length"
    case .notLabelled:
      "\(file):\(line): not a JSON object with 'text' and 'entities' of objects with 'start', 'end' and 'type'"
    case .notSilver: "\(file):\(line): not a JSON object with 'id' and 'entities' of arrays [start, end, type]"
    case .outsideText(let start, let end): "\(file):\(line): the entity \(start)..<\(end) is not within the text"
    case .overlap(let start, let end): "\(file):\(line): the entity \(start)..<\(end) overlaps the one before it"
    case .empty: "\(file): holds nothing to learn from"
    }
  }
}
