import Lexicon

/// Builds the double array of a ``Trie`` out of sorted words.
struct TrieBuilder {
  private(set) var nodes: [UInt64] = []
  private(set) var words: [UInt32] = []

  private let codeCount: Int
  private var tree = Tree()

  /// A word as codes, with its cost and number.
  struct Entry {
    var codes: [UInt16]
    var cost: UInt32
    var word: UInt32
    /// How often it is met, to place what is met often together.
    var weight: Double
  }

  /// - Returns: nil if the words do not fit into ``Trie/nodeLimit`` nodes.
  init?(_ entries: [Entry], codeCount: Int, unknownCost: UInt32) {
    self.codeCount = codeCount
    for entry in entries.sorted(by: { $0.codes.lexicographicallyPrecedes($1.codes) }) { tree.add(entry) }
    let bases = Placement(tree, codeCount: codeCount)
    guard bases.nodeCount < Trie.nodeLimit else { return nil }
    write(bases, unknownCost: unknownCost)
  }

  private mutating func write(_ placement: Placement, unknownCost: UInt32) {
    let free = Trie.node(base: 0, cost: Trie.noCost, childMask: 0, label: CharacterCode.none)
    nodes = [UInt64](repeating: free, count: placement.nodeCount)
    words = [UInt32](repeating: .max, count: placement.nodeCount)
    for code in 0..<codeCount {
      nodes[codeCount + code] = Trie.node(base: 0, cost: UInt64(unknownCost), childMask: 0, label: UInt16(code))
    }
    for node in 1..<tree.count {
      let slot = placement.slots[node]
      var cost = UInt64(tree.costs[node])
      // A single character is always a way through the lattice.
      if slot < 2 * codeCount, cost == Trie.noCost { cost = UInt64(unknownCost) }
      nodes[slot] = Trie.node(
        base: placement.bases[node], cost: cost, childMask: tree.childMasks[node], label: tree.labels[node])
      words[slot] = tree.words[node]
    }
  }

  /// The words as a tree of nodes with sibling lists; node 0 is the root.
  private struct Tree {
    var labels: [UInt16] = [0]
    var firstChild: [Int32] = [-1]
    var lastChild: [Int32] = [-1]
    var nextSibling: [Int32] = [-1]
    var costs: [UInt32] = [UInt32(Trie.noCost)]
    var words: [UInt32] = [.max]
    var weights: [Double] = [0]
    var childMasks: [UInt8] = [0]

    var count: Int { labels.count }

    /// Entries come in ascending order, so the way down is always by last children.
    mutating func add(_ entry: Entry) {
      var node = 0
      weights[0] += entry.weight
      for code in entry.codes {
        let last = Int(lastChild[node])
        if last >= 0, labels[last] == code { node = last } else { node = addChild(of: node, by: code) }
        weights[node] += entry.weight
      }
      costs[node] = entry.cost
      words[node] = entry.word
    }

    private mutating func addChild(of node: Int, by code: UInt16) -> Int {
      let new = labels.count
      labels.append(code)
      firstChild.append(-1)
      lastChild.append(-1)
      nextSibling.append(-1)
      costs.append(UInt32(Trie.noCost))
      words.append(.max)
      weights.append(0)
      childMasks.append(0)
      childMasks[node] |= Trie.childBit(code)
      if lastChild[node] < 0 { firstChild[node] = Int32(new) } else { nextSibling[Int(lastChild[node])] = Int32(new) }
      lastChild[node] = Int32(new)
      return new
    }
  }

  /// Finds a base for every inner node: first fit, the most frequent nodes first.
  private struct Placement {
    var bases: [Int]
    var slots: [Int]
    private(set) var nodeCount = 0

    init(_ tree: Tree, codeCount: Int) {
      bases = [Int](repeating: 0, count: tree.count)
      slots = bases
      let capacity = 4 * tree.count + 8 * codeCount + 0x20000
      // Slots below 2 * codeCount: no node's children (a base of 0 leads there, and must find no label), then the root's.
      var used = [Bool](repeating: false, count: capacity)
      var usedBase = used
      for slot in 0..<2 * codeCount { used[slot] = true }
      usedBase[0] = true
      usedBase[codeCount] = true
      bases[0] = codeCount
      var child = tree.firstChild[0]
      while child >= 0 {
        slots[Int(child)] = codeCount + Int(tree.labels[Int(child)])
        child = tree.nextSibling[Int(child)]
      }
      let inner = (1..<tree.count).filter { tree.firstChild[$0] >= 0 }
        .sorted { (tree.weights[$1], $0) < (tree.weights[$0], $1) }
      var firstFree = 2 * codeCount
      var top = firstFree
      // Where the search for nodes of so many children last had to go on for long: what lies before is too full.
      var hints = [Int](repeating: 0, count: 32)
      var kids: [Int] = []
      for node in inner {
        kids.removeAll(keepingCapacity: true)
        var child = Int(tree.firstChild[node])
        while child >= 0 {
          kids.append(Int(tree.labels[child]))
          child = Int(tree.nextSibling[child])
        }
        while used[firstFree] { firstFree += 1 }
        let size = min(kids.count, 31)
        let start = size == 1 ? firstFree : max(firstFree, hints[size])
        let base = Self.fit(kids, from: start, used, usedBase)
        if base.tries > 200 { hints[size] = start + (base.slot - start) / 2 }
        bases[node] = base.value
        usedBase[base.value] = true
        child = Int(tree.firstChild[node])
        while child >= 0 {
          let slot = base.value + Int(tree.labels[child])
          used[slot] = true
          slots[child] = slot
          top = max(top, slot)
          child = Int(tree.nextSibling[child])
        }
      }
      // Whatever base and code a reader adds, it stays inside.
      nodeCount = top + codeCount + 1
    }

    private static func fit(
      _ kids: [Int], from start: Int, _ used: [Bool], _ usedBase: [Bool]
    ) -> (value: Int, slot: Int, tries: Int) {
      var slot = start
      var tries = 0
      while true {
        while used[slot] { slot += 1 }
        let base = slot - kids[0]
        if base > 0, !usedBase[base], kids.allSatisfy({ !used[base + $0] }) { return (base, slot, tries) }
        slot += 1
        tries += 1
      }
    }
  }
}
