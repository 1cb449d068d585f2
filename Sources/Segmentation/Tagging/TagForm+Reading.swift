package import Lexicon

extension TagForm {
  /// The characters of a token.
  init(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>, _ trie: Trie) {
    self.init()
    if let base = bytes.baseAddress { read(base, Int(token.start)..<Int(token.end), trie) }
  }

  /// The characters of a word.
  package init(_ word: [UInt8], _ lexicon: Lexicon) {
    self.init()
    word.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { read(base, 0..<bytes.count, lexicon.trie) }
    }
  }

  private mutating func read(_ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ trie: Trie) {
    var at = range.lowerBound
    var count = 0
    while at < range.upperBound, count < TagSymbol.longest {
      let (scalar, size) = Window.scalar(base, at, range.upperBound)
      let code = Self.code(scalar, trie)
      if count == 0 { first = code }
      if count == 1 { second = code }
      beforeLast = last
      last = code
      count += 1
      at += size
    }
    length = UInt16(truncatingIfNeeded: count)
    if at < range.upperBound { readEnd(base, range, trie) }
  }

  /// The last two characters of a long word.
  private mutating func readEnd(_ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ trie: Trie) {
    var at = range.upperBound
    for place in 0..<2 {
      at -= 1
      while at > range.lowerBound, base[at] & 0xC0 == 0x80 { at -= 1 }
      let code = Self.code(Window.scalar(base, at, range.upperBound).scalar, trie)
      if place == 0 { last = code } else { beforeLast = code }
    }
  }

  /// The few characters above the basic plane are not told apart.
  @inline(__always) private static func code(_ scalar: UInt32, _ trie: Trie) -> UInt16 {
    scalar < 0x10000 ? trie.codes[Int(scalar)] : CharacterCode.unlisted
  }

  /// The number of characters, ``TagSymbol/longest`` at most.
  static func length(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for at in Int(token.start)..<Int(token.end) where bytes[at] & 0xC0 != 0x80 {
      count &+= 1
      if count == TagSymbol.longest { break }
    }
    return max(count, 1)
  }
}
