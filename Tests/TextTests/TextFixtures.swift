import Foundation
import Text

/// A row of a table below `Tests/Fixtures/cases/text`.
struct TextCase: Codable, Sendable, CustomStringConvertible {
  var input: String
  var expected: [String]
  /// Words that stand across line breaks.
  var words: [String]?
  var note: String?

  var description: String { note ?? String(input.prefix(24)) }
}

enum TextFixtures {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func cases(_ name: String) -> [TextCase] {
    let file = root.appendingPathComponent("cases/text/\(name).jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(TextCase.self, from: Data($0.utf8)) }
  }

  /// The names of the pages below `Tests/Fixtures/pages`.
  static let pages: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("pages").path)
    return (names ?? []).filter { !$0.hasSuffix(".golden") }.sorted()
  }()

  static func page(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent("pages/\(name)")))
  }

  /// The cues of the shipped table.
  static let cues: ArticleCues = {
    let file = root.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Dictionaries/articles/byline-cues.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return ArticleCues(
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
        let fields = line.split(separator: "\t")
        guard fields.count == 2, let kind = ArticleCues.Kind(rawValue: String(fields[1])) else { return nil }
        return (String(fields[0]), kind)
      })
  }()

  static func read(_ input: String, words: [String]? = nil, format: Document.Format = .plain) -> Document {
    DocumentReader(cues: cues, words: words.map { SetOfWords(words: Set($0)) }).read(Array(input.utf8), format: format)
  }
}

/// Knows the words it is given.
struct SetOfWords: WordKnowledge {
  let words: Set<String>

  func joins(_ tail: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool {
    let before = Array(String(decoding: tail, as: UTF8.self))
    let after = Array(String(decoding: head, as: UTF8.self))
    return (1...4).contains { left in
      (1...4).contains { words.contains(String(before.suffix(left) + after.prefix($0))) }
    }
  }
}
