#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Sentences with their words and tags, as training reads them: JSON Lines of `{"tokens": ["市", "总工会"], "pos": ["n", "n"]}`; `id` may
/// name the sentence; other keys are passed over.
package struct TaggedText: Sendable {
  package struct Sentence: Sendable {
    package var words: [String]
    package var tags: [String]
    /// The words one after the other.
    package var text: String
    /// As the corpus names it; empty if it does not.
    package var id = ""
  }

  package var sentences: [Sentence] = []

  package init(_ sentences: [[(word: String, tag: String)]]) {
    self.sentences = sentences.map { words in
      Sentence(words: words.map(\.word), tags: words.map(\.tag), text: words.map(\.word).joined())
    }
  }

  private struct Line: Decodable {
    var tokens: [String]
    var pos: [String]
    var id: String?
  }

  /// - Throws: ``TrainingError`` for the first line that is no such object.
  package init(jsonLines bytes: [UInt8], file: String) throws(TrainingError) {
    let decoder = JSONDecoder()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let row = try? decoder.decode(Line.self, from: Data(line)), row.tokens.count == row.pos.count else {
        throw TrainingError(file: file, line: number, reason: .notTagged)
      }
      let kept = zip(row.tokens, row.pos).filter { !$0.0.isEmpty }
      sentences.append(
        Sentence(words: kept.map(\.0), tags: kept.map(\.1), text: kept.map(\.0).joined(), id: row.id ?? ""))
    }
  }
}
