/// Takes words in any order and makes a ``WordTrie`` of them, in well under a millisecond for some thousand words.
struct WordTrieBuilder {
  private struct Node: BitwiseCopyable {
    let scalar: UInt32
    var firstChild: Int32 = 0
    /// The child of the same parent that came before it, 0 if there is none.
    let sibling: Int32
    /// The sense that came last, -1 if there is none.
    var sense: Int32 = -1
  }

  private struct Sense: BitwiseCopyable {
    let sense: WordTrie.Sense
    /// The sense of the same word that came before it, or -1.
    let next: Int32
  }

  /// Edges: node and scalar in one key (0: free), open addressing.
  private var keys: Table<UInt64>
  private var targets: Table<Int32>
  /// The number of places for edges less one.
  private var mask: Int
  private var nodes = Table<Node>(capacity: 1 << 13)
  private var nodeCount = 1
  private var senses = Table<Sense>(capacity: 1 << 13)
  private var senseCount = 0

  /// - Parameter room: for so many scalars of words at first, a power of two.
  init(room: Int = 1 << 13) {
    keys = Table(repeating: 0, count: 2 * room)
    targets = Table(repeating: 0, count: 2 * room)
    mask = 2 * room - 1
    nodes[0] = Node(scalar: 0, sibling: 0)
  }

  mutating func insert(_ word: some Sequence<UInt32>, role: UInt8, payload: Int32) {
    var node: Int32 = 0
    for scalar in word { node = childOrNew(node, scalar) }
    guard node > 0 else { return }
    senses.reserve(senseCount + 1, keeping: senseCount)
    senses[senseCount] = Sense(sense: .init(role: role, payload: payload), next: nodes[Int(node)].sense)
    nodes[Int(node)].sense = Int32(senseCount)
    senseCount += 1
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[at] != 0 && keys[at] != key { at = (at &+ 1) & mask }
    return at
  }

  private mutating func childOrNew(_ node: Int32, _ scalar: UInt32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar) | 1 << 31
    var at = slot(key)
    if keys[at] == key { return targets[at] }
    if nodeCount * 2 > mask {
      grow()
      at = slot(key)
    }
    nodes.reserve(nodeCount + 1, keeping: nodeCount)
    let new = Int32(nodeCount)
    nodes[nodeCount] = Node(scalar: scalar, sibling: nodes[Int(node)].firstChild)
    nodes[Int(node)].firstChild = new
    nodeCount += 1
    (keys[at], targets[at]) = (key, new)
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

  /// The words so far, level by level.
  func trie() -> WordTrie {
    let (ordered, inOrder) = (
      Table<WordTrie.Node>(capacity: nodeCount + 1), Table<WordTrie.Sense>(capacity: senseCount)
    )
    var senseCount = 0
    // The nodes in the order of the trie; their children are added while they are gone through.
    let order = Table<Int32>(repeating: 0, count: nodeCount)
    var orderCount = 1
    var children: [UInt64] = []
    for index in 0..<nodeCount {
      let node = nodes[Int(order[index])]
      let firstChild = UInt32(orderCount)
      var mask: UInt32 = 0
      var child = node.firstChild
      if child > 0, nodes[Int(child)].sibling == 0 {
        mask = 1 << (nodes[Int(child)].scalar & 31)
        order[orderCount] = child
        orderCount += 1
      } else if child > 0 {
        children.removeAll(keepingCapacity: true)
        while child > 0 {
          let scalar = nodes[Int(child)].scalar
          mask |= 1 << (scalar & 31)
          children.append(UInt64(scalar) << 32 | UInt64(child))
          child = nodes[Int(child)].sibling
        }
        children.sort()
        for child in children {
          order[orderCount] = Int32(truncatingIfNeeded: child)
          orderCount += 1
        }
      }
      ordered[index] = WordTrie.Node(
        scalar: node.scalar, firstChild: firstChild, firstSense: UInt32(senseCount), childMask: mask)
      var sense = node.sense
      while sense >= 0 {
        inOrder[senseCount] = senses[Int(sense)].sense
        senseCount += 1
        sense = senses[Int(sense)].next
      }
    }
    ordered[nodeCount] = WordTrie.Node(
      scalar: 0, firstChild: UInt32(nodeCount), firstSense: UInt32(senseCount), childMask: 0)
    return WordTrie(nodes: ordered, senses: inOrder)
  }
}

extension WordTrie {
  /// The words of a table with their numbers; a word that comes twice has both.
  package init(_ list: [(word: String, number: Int32)]) {
    var builder = WordTrieBuilder(room: 1 << 11)
    for (word, number) in list { builder.insert(word.unicodeScalars.lazy.map(\.value), role: 0, payload: number) }
    self = builder.trie()
  }
}
