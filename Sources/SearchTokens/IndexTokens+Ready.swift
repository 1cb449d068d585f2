import Lexicon

extension IndexTokens {
  /// The tokens of a text as the tokenizer takes them in place of the text, so that they can be made on another thread than
  /// SQLite's; nothing for a text without tokens.
  ///
  /// - Complexity: as ``document(_:_:)``.
  package func ready(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { units.read($0) }
    let read = units.text
    if read.units.isEmpty { return [] }
    let list = tokens(of: read)
    return read.folded.withUnsafeBufferPointer { folded in
      [UInt8](unsafeUninitializedCapacity: list.size) { out, count in
        out[0] = SearchTokenizer.readyTokens
        count = 1
        for token in list.tokens {
          let flag: UInt8 = token.isColocated ? 0x80 : 0
          if token.count < Self.longToken {
            out[count] = flag | UInt8(token.count)
          } else {
            // A run of letters has 64 scalars at most, a word far less than 65,535 bytes.
            out[count] = flag | UInt8(Self.longToken)
            out[count + 1] = UInt8(truncatingIfNeeded: token.count)
            out[count + 2] = UInt8(truncatingIfNeeded: token.count >> 8)
            count += 2
          }
          count += 1
          for place in Int(token.start)..<Int(token.start + token.count) {
            out[count] = folded[place]
            count += 1
          }
        }
      }
    }
  }

  /// So many bytes and more are told by two bytes of their own.
  fileprivate static let longToken = 127

  private func tokens(of read: IndexedText) -> TokenList {
    let trie = units.lexicon.trie
    var list = TokenList()
    // News has a word at less than half of the characters (measured).
    list.tokens.reserveCapacity(read.units.count * 3 / 2)
    read.units.withUnsafeBufferPointer { units in
      for i in 0..<units.count {
        list.add(read.bytes(i..<i + 1), isColocated: false)
        Self.forEachWord(of: units, from: i, trie) { list.add(read.bytes(i..<$0), isColocated: true) }
      }
    }
    return list
  }
}

/// The tokens of a text, and how many bytes they take when they are ready.
private struct TokenList {
  var tokens: [Token] = []
  private(set) var size = 1

  /// Folded characters, and whether they share the position of the token before.
  struct Token {
    var start: Int32
    var count: Int32
    var isColocated: Bool
  }

  mutating func add(_ range: Range<Int>, isColocated: Bool) {
    tokens.append(Token(start: Int32(range.lowerBound), count: Int32(range.count), isColocated: isColocated))
    size += range.count + (range.count < IndexTokens.longToken ? 1 : 3)
  }
}
