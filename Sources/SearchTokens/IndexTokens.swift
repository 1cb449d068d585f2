package import Lexicon

/// What the full-text index stores of a text, and what it asks for to find a phrase.
///
/// Every unit of a text is a position: its own token, and beside it, at the same position, every word of the lexicon
/// that begins there, wherever a segmenter would cut. So 处理 is found in 待处理, a single character is found, and a
/// phrase of any words is found exactly where its characters stand, however the words around it are cut.
///
/// A query names at each position the longest word that begins there, which is rarer than its first character and
/// so quicker to look up, and stops as soon as what it named covers the phrase: a word of the lexicon is one look-up.
package struct IndexTokens {
  let units: IndexUnits

  package init(lexicon: Lexicon) {
    // What is in the file must not depend on the words of one user.
    units = IndexUnits(lexicon: lexicon.layering(nil))
  }

  /// A token: its folded characters in `units.folded`, its place in the text, whether it shares the position of the
  /// token before.
  typealias Body = (_ folded: Range<Int>, _ start: Int32, _ end: Int32, _ isColocated: Bool) -> Int32

  /// Hands out the tokens of a text that is to be stored, until `body` gives something else than 0.
  ///
  /// - Complexity: O(*n*) in the length of the text, times the words that begin at a character.
  func document(_ text: UnsafeBufferPointer<UInt8>, _ body: Body) -> Int32 {
    units.read(text)
    let read = units.text
    let trie = units.lexicon.trie
    return read.units.withUnsafeBufferPointer { units in
      for i in 0..<units.count {
        var status = body(read.bytes(i..<i + 1), units[i].start, units[i].end, false)
        Self.forEachWord(of: units, from: i, trie) { stop in
          if status == 0 { status = body(read.bytes(i..<stop), units[i].start, units[stop - 1].end, true) }
        }
        if status != 0 { return status }
      }
      return 0
    }
  }

  /// Hands out the tokens that find a phrase.
  ///
  /// - Parameters:
  ///   - usesWords: false where the file was written with another lexicon: its characters are found all the same.
  ///   - isPrefix: whether the last token may go on.
  ///   - coversPhrase: whether every position gets a token, so that FTS5's own highlights show all of the phrase; looking up
  ///     more words takes longer.
  func query(
    _ text: UnsafeBufferPointer<UInt8>, usesWords: Bool, isPrefix: Bool, coversPhrase: Bool, _ body: Body
  ) -> Int32 {
    units.read(text)
    let read = units.text
    let trie = units.lexicon.trie
    return read.units.withUnsafeBufferPointer { units in
      var covered = 0
      for i in 0..<units.count {
        var stop = i + 1
        if usesWords, !(isPrefix && i == units.count - 1) {
          Self.forEachWord(of: units, from: i, trie) { stop = $0 }
        }
        let status = body(read.bytes(i..<stop), units[i].start, units[stop - 1].end, false)
        if status != 0 { return status }
        covered = max(covered, stop)
        if covered == units.count, !isPrefix, !coversPhrase { break }
      }
      return 0
    }
  }

  /// The ends of the words of two characters or more that begin at unit `i`, shortest first.
  @inline(__always)
  static func forEachWord(
    of units: UnsafeBufferPointer<IndexUnits.Unit>, from i: Int, _ trie: Trie, _ body: (Int) -> Void
  ) {
    guard units[i].code != 0 else { return }
    var node = trie.nodes[trie.root &+ Int(units[i].code)]
    var next = i &+ 1
    while next < units.count {
      let code = units[next].code
      // Most walks end with the mask, without a look at a node that lies elsewhere in memory.
      if code == 0 || Trie.mayHaveChild(node, code) == 0 { return }
      let child = Trie.base(node) &+ Int(code)
      node = trie.nodes[child]
      if Trie.label(node) != code { return }
      next &+= 1
      if trie.words[child] != .max { body(next) }
    }
  }
}
