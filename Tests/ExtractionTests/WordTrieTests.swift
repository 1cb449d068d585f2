import Extraction
import TestSupport
import Testing

/// The trie of the words that numbers and measurements are read by finds what comparing with each word finds.
@Suite struct WordTrieTests {
  /// Words that begin alike, lie inside each other, come twice, and are of one to four bytes a character.
  private let words = [
    "三", "三亚", "三亚湾", "三人行", "一", "一一", "一起", "一起来", "上", "上周", "上周末", "周末", "m", "m2", "km", "k",
    "\u{20BB7}", "\u{20BB7}野家", "é", "éa", "三亚",
  ]

  private struct Found: Hashable {
    let end: Int
    let number: Int32
  }

  private func text(_ random: inout SeededGenerator) -> String {
    let others = ["人", "亚", "起", "，", " ", "2", "\u{20000}"]
    return (0..<12).map { _ in (words + others).randomElement(using: &random) ?? "" }.joined()
  }

  @Test func findsEveryWordInScalars() {
    let trie = WordTrie(words.enumerated().map { ($1, Int32($0)) })
    var random = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let text = text(&random).unicodeScalars.map(\.value)
      for start in text.indices {
        var found: [Found] = []
        text.withUnsafeBufferPointer { scalars in
          trie.forEachWord(in: scalars, at: start) { found.append(Found(end: $0, number: $1.payload)) }
        }
        let expected = words.enumerated().filter { text[start...].starts(with: $1.unicodeScalars.map(\.value)) }
        #expect(Set(found) == Set(expected.map { Found(end: start + $1.unicodeScalars.count, number: Int32($0)) }))
        #expect(found.map(\.end) == found.map(\.end).sorted())
      }
    }
  }

  /// At every byte, also inside characters, and up to every limit: what is cut off is no word.
  @Test func findsEveryWordInBytes() {
    let trie = WordTrie(words.enumerated().map { ($1, Int32($0)) })
    var random = SeededGenerator(seed: 13)
    for _ in 0..<30 {
      let text = Array(text(&random).utf8)
      for start in text.indices {
        for limit in [start, start + 1, start + 2, start + 4, start + 7, text.count] where limit <= text.count {
          var found: [Found] = []
          text.withUnsafeBufferPointer { bytes in
            trie.forEachWord(in: bytes, at: start, limit: limit) { found.append(Found(end: $0, number: $1.payload)) }
          }
          let expected = words.enumerated().filter { text[start..<limit].starts(with: $1.utf8) }
          #expect(Set(found) == Set(expected.map { Found(end: start + $1.utf8.count, number: Int32($0)) }))
        }
      }
    }
  }

  @Test func theSenseThatCameLastIsToldFirst() {
    let trie = WordTrie([("三亚", 1), ("三", 2), ("三亚", 3)])
    var found: [Int32] = []
    Array("三亚".utf8).withUnsafeBufferPointer { bytes in
      trie.forEachWord(in: bytes, at: 0, limit: bytes.count) { found.append($1.payload) }
    }
    #expect(found == [2, 3, 1])
  }

  @Test func anEmptyTrieFindsNothing() {
    let trie = WordTrie([])
    Array("三亚".utf8).withUnsafeBufferPointer { bytes in
      trie.forEachWord(in: bytes, at: 0, limit: bytes.count) { _, _ in Issue.record("a word in an empty trie") }
    }
  }
}
