/// Words with their senses, found from a position of a sentence on: a trie in one hash table, built in under a
/// millisecond for some thousand words.
struct WordTrie: Sendable {
  /// What a word is, and which row of that class's payload it stands for.
  struct Sense: BitwiseCopyable {
    let role: UInt8
    let payload: Int32
    let next: Int32
  }

  /// Edges: node and scalar in one key (0: free), open addressing.
  private var keys = Table<UInt64>(repeating: 0, count: 1 << 15)
  private var targets = Table<Int32>(repeating: 0, count: 1 << 15)
  /// The number of places for edges less one.
  private var mask = (1 << 15) - 1
  /// By node: its first sense, or -1.
  private var firstSense = Table<Int32>(repeating: -1, count: 1 << 13)
  private var nodeCount = 1
  private var senses = Table<Sense>(capacity: 1 << 13)
  private var senseCount = 0
  /// Bits that reject most positions before any look-up: scalars that are words, pairs that words begin with (hashed).
  private let singles = Table<UInt64>(repeating: 0, count: 1024)
  private let pairs = Table<UInt64>(repeating: 0, count: 1024)

  mutating func insert(_ word: some Sequence<UInt32>, role: UInt8, payload: Int32) {
    var node: Int32 = 0
    var length = 0
    var first: UInt32 = 0
    for scalar in word {
      node = childOrNew(node, scalar)
      if length == 0 { first = scalar } else if length == 1 { Self.set(pairs, Self.pair(first, scalar)) }
      length += 1
    }
    guard length > 0 else { return }
    if length == 1 { Self.set(singles, Int(first & 0xFFFF)) }
    senses.reserve(senseCount + 1, keeping: senseCount)
    senses[senseCount] = Sense(role: role, payload: payload, next: firstSense[Int(node)])
    firstSense[Int(node)] = Int32(senseCount)
    senseCount += 1
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[at] != 0 && keys[at] != key { at = (at &+ 1) & mask }
    return at
  }

  @inline(__always)
  private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar) | 1 << 31
  }

  /// The node one scalar on, or nil.
  @inline(__always)
  func child(_ node: Int32, _ scalar: UInt32) -> Int32? {
    let key = Self.key(node, scalar)
    let at = slot(key)
    return keys[at] == key ? targets[at] : nil
  }

  private mutating func childOrNew(_ node: Int32, _ scalar: UInt32) -> Int32 {
    if let known = child(node, scalar) { return known }
    if nodeCount * 2 > mask { grow() }
    firstSense.reserve(nodeCount + 1, keeping: nodeCount)
    firstSense[nodeCount] = -1
    let new = Int32(nodeCount)
    nodeCount += 1
    let at = slot(Self.key(node, scalar))
    keys[at] = Self.key(node, scalar)
    targets[at] = new
    return new
  }

  private mutating func grow() {
    let (oldKeys, oldTargets, count) = (keys, targets, mask + 1)
    keys = Table(repeating: 0, count: count * 2)
    targets = Table(repeating: 0, count: count * 2)
    mask = count * 2 - 1
    for old in 0..<count where oldKeys[old] != 0 {
      let at = slot(oldKeys[old])
      keys[at] = oldKeys[old]
      targets[at] = oldTargets[old]
    }
  }

  @inline(__always)
  private func mayBegin(in text: UnsafeBufferPointer<UInt32>, at position: Int) -> Bool {
    guard position < text.count else { return false }
    let first = text[position]
    if Self.isSet(singles, Int(first & 0xFFFF)) { return true }
    return position + 1 < text.count && Self.isSet(pairs, Self.pair(first, text[position + 1]))
  }

  @inline(__always)
  private static func pair(_ a: UInt32, _ b: UInt32) -> Int {
    Int(truncatingIfNeeded: (a &* 0x9E3B_79B1 ^ b &* 0x85EB_CA77) >> 13) & 0xFFFF
  }

  @inline(__always)
  private static func isSet(_ bits: Table<UInt64>, _ i: Int) -> Bool { bits[i >> 6] & 1 << UInt64(i & 63) != 0 }

  private static func set(_ bits: Table<UInt64>, _ i: Int) { bits[i >> 6] |= 1 << UInt64(i & 63) }

  /// The payload of the sense of `role` at `node`, if it has one.
  func payload(_ node: Int32, _ role: UInt8) -> Int? {
    var at = firstSense[Int(node)]
    while at >= 0 {
      let sense = senses[Int(at)]
      if sense.role == role { return Int(sense.payload) }
      at = sense.next
    }
    return nil
  }

  /// Calls `body` for every sense of every word that begins at `position`, shortest first.
  @inline(__always)
  func forEachWord(
    in text: UnsafeBufferPointer<UInt32>, at position: Int, _ body: (_ end: Int, _ sense: Sense) -> Void
  ) {
    guard mayBegin(in: text, at: position) else { return }
    var node: Int32 = 0
    var i = position
    while i < text.count, let next = child(node, text[i]) {
      (node, i) = (next, i + 1)
      var at = firstSense[Int(node)]
      while at >= 0 {
        body(i, senses[Int(at)])
        at = senses[Int(at)].next
      }
    }
  }

  /// The roles of the words that begin at `position`, as bits; roles are below 32.
  func roles(in text: UnsafeBufferPointer<UInt32>, at position: Int) -> UInt32 {
    var roles: UInt32 = 0
    forEachWord(in: text, at: position) { _, sense in roles |= 1 << UInt32(sense.role & 31) }
    return roles
  }

  /// The longest word of `role` that begins at `position`.
  ///
  /// - Parameter skippingSpaces: whether spaces between its characters are passed over.
  func longest(
    in text: UnsafeBufferPointer<UInt32>, at position: Int, role: UInt8, skippingSpaces: Bool = false
  ) -> (end: Int, payload: Int)? {
    guard skippingSpaces || mayBegin(in: text, at: position) else { return nil }
    var node: Int32 = 0
    var i = position
    var found: (end: Int, payload: Int)?
    while i < text.count, i < position + 64 {
      if skippingSpaces, text[i] == GrammarScalar.space {
        i += 1
        continue
      }
      guard let next = child(node, text[i]) else { break }
      (node, i) = (next, i + 1)
      if let payload = payload(node, role) { found = (i, payload) }
    }
    return found
  }
}
