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
    for i in 0..<read.units.count {
      let unit = read.units[i]
      var status = body(read.bytes(i..<i + 1), unit.start, unit.end, false)
      Self.forEachWord(of: read.units, from: i, trie) { stop in
        if status == 0 {
          status = body(read.bytes(i..<stop), unit.start, read.units[stop - 1].end, true)
        }
      }
      if status != 0 { return status }
    }
    return 0
  }

  /// Appends the tokens of a text to `out` as the tokenizer takes them in place of the text, so that they can be made on
  /// another thread than SQLite's; nothing for a text without tokens.
  ///
  /// - Complexity: as ``document(_:_:)``.
  package func append(_ text: [UInt8], to out: inout [UInt8]) {
    text.withUnsafeBufferPointer { units.read($0) }
    let read = units.text
    let trie = units.lexicon.trie
    if read.units.isEmpty { return }
    out.append(SearchTokenizer.readyTokens)
    read.folded.withUnsafeBufferPointer { folded in
      for i in 0..<read.units.count {
        Self.append(folded, read.bytes(i..<i + 1), isColocated: false, &out)
        Self.forEachWord(of: read.units, from: i, trie) {
          Self.append(folded, read.bytes(i..<$0), isColocated: true, &out)
        }
      }
    }
  }

  private static func append(
    _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isColocated: Bool, _ out: inout [UInt8]
  ) {
    let flag: UInt8 = isColocated ? 0x80 : 0
    // A run of letters has 64 scalars at most, a word far less than 65,535 bytes.
    if range.count < 127 {
      out.append(flag | UInt8(range.count))
    } else {
      out.append(flag | 127)
      out.append(UInt8(truncatingIfNeeded: range.count))
      out.append(UInt8(truncatingIfNeeded: range.count >> 8))
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: folded[range]))
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
    let count = read.units.count
    var covered = 0
    for i in 0..<count {
      var stop = i + 1
      if usesWords, !(isPrefix && i == count - 1) {
        Self.forEachWord(of: read.units, from: i, trie) { stop = $0 }
      }
      let status = body(read.bytes(i..<stop), read.units[i].start, read.units[stop - 1].end, false)
      if status != 0 { return status }
      covered = max(covered, stop)
      if covered == count, !isPrefix, !coversPhrase { break }
    }
    return 0
  }

  /// The ends of the words of two characters or more that begin at unit `i`, shortest first.
  @inline(__always)
  private static func forEachWord(of units: [IndexUnits.Unit], from i: Int, _ trie: Trie, _ body: (Int) -> Void) {
    guard units[i].code != 0 else { return }
    var node = trie.root + Int(units[i].code)
    var next = i + 1
    while next < units.count, units[next].code != 0, let child = trie.child(of: node, by: units[next].code) {
      node = child
      next += 1
      if trie.words[node] != .max { body(next) }
    }
  }
}
