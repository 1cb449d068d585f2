/// The words of a trie in UTF-8.
extension WordTrie {
  /// Calls `body` for every sense of every word that begins at `position` of `bytes` and ends at `limit` or before, shortest
  /// first.
  ///
  /// - Complexity: O(bytes of the longest word).
  @inline(__always)
  package func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, limit: Int, _ body: (_ end: Int, _ sense: Sense) -> Void
  ) {
    guard position < limit else { return }
    let (first, width) = Self.scalar(bytes, position, limit)
    var end = position &+ width
    guard mayBegin(first, { end < limit ? Self.scalar(bytes, end, limit).scalar : 0 }) else { return }
    var node = root(first)
    while node != 0 {
      forEachSense(at: node) { body(end, $0) }
      if end >= limit { return }
      let (next, width) = Self.scalar(bytes, end, limit)
      node = child(of: node, by: next)
      end &+= width
    }
  }

  /// Calls `body` with each sense of a whole word.
  ///
  /// - Complexity: O(scalars of the word).
  func forEachSense(of word: String, _ body: (Sense) -> Void) {
    var node = -1
    for scalar in word.unicodeScalars {
      node = node < 0 ? root(scalar.value) : child(of: node, by: scalar.value)
      if node == 0 { return }
    }
    if node > 0 { forEachSense(at: node, body) }
  }

  /// The scalar at `i` and its bytes; what is no UTF-8, or cut off by `limit`, is a byte of its own that no word has.
  @inline(__always)
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int
  ) -> (scalar: UInt32, width: Int) {
    let byte = UInt32(bytes[i])
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[i &+ offset]) & 0x3F }
    if byte < 0x80 { return (byte, 1) }
    if byte & 0xF0 == 0xE0, i &+ 3 <= limit { return ((byte & 0xF) << 12 | tail(1) << 6 | tail(2), 3) }
    if byte & 0xE0 == 0xC0, i &+ 2 <= limit { return ((byte & 0x1F) << 6 | tail(1), 2) }
    if byte & 0xF8 == 0xF0, i &+ 4 <= limit { return ((byte & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4) }
    return (0x11_0000 | byte, 1)
  }
}
