import Foundation
import Indexing
import TestSupport
import Testing
import Text
import Wenmai

/// The library's own lexicon over generated text: what scanning finds, the archive finds, and nothing else.
@Suite struct RecallTests {
  /// Words of two or more ideographs, every so many of the lexicon.
  private static func words(every step: Int) throws -> [String] {
    let file = fixtures.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Dictionaries/lexicon/words.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    return stride(from: 0, to: lines.count, by: step).map { String(lines[$0].prefix { $0 != "\t" }) }.filter {
      $0.count > 1 && $0.unicodeScalars.allSatisfy { (0x4E00...0x9FA5).contains($0.value) }
    }
  }

  @Test func everyWordIsFoundWhereverItStands() async throws {
    var generator = SeededGenerator(seed: 23)
    let words = try Self.words(every: 40)
    let texts = (0..<400).map { _ in
      // Words that run into each other, with a comma here and there.
      (0..<40).map { _ in words.randomElement(using: &generator)! + (Bool.random(using: &generator) ? "" : "，") }
        .joined()
    }
    let folder = try TemporaryFolder()
    let analyzer = try Analyzer()
    let archive = try analyzer.archive(at: folder.path("a.db"))
    let changes = try archive.blockingUpdate(texts.enumerated().map { ("\($0)", [makeArticle($1, hasTitle: false)]) })
    #expect(changes.added == texts.count)
    var options = SearchOptions(limit: texts.count)
    options.usesAliases = false
    var asked = (0..<300).map { _ in words.randomElement(using: &generator)! }
    // And what stands there by chance, across the words.
    for _ in 0..<300 {
      let text = texts.randomElement(using: &generator)!
      let piece = text.dropFirst(Int.random(in: 0..<60, using: &generator)).prefix(
        Int.random(in: 2...5, using: &generator))
      if !piece.contains("，") { asked.append(String(piece)) }
    }
    for word in asked {
      let truth = texts.indices.filter { texts[$0].contains(word) }
      let found = try await archive.search(word, options)
      #expect(found.hits.compactMap { Int($0.source) }.sorted() == truth, "\(word)")
      // What is shown as found is the word itself.
      for hit in found.hits.prefix(3) {
        let text = Array(texts[Int(hit.source) ?? 0].utf8)
        #expect(!hit.matches.isEmpty)
        #expect(hit.matches.allSatisfy { String(decoding: text[$0.range], as: UTF8.self).contains(word) }, "\(word)")
      }
    }
  }
}
