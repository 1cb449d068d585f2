import Lexicon
import Segmentation

/// What the words of a sentence cost: how far a reading departs from the best one.
///
/// Costs are negative natural logarithms of probabilities, in nats. A candidate is compared with what the lexicon makes
/// of the same characters: a name that tears a common word apart pays for it, a name made of characters that form no
/// word gains.
struct LatticeCosts {
  private struct Edge: BitwiseCopyable {
    let end: Int32
    let cost: Float
  }

  /// By scalar: the cost of the best path from the sentence's start to here, and from here to its end.
  private var toHere = Table<Float>()
  private var fromHere = Table<Float>()
  /// By scalar: the first of the edges that start there.
  private var firstEdges = Table<Int32>()
  private var edges = Table<Edge>()
  private var inner = Table<Float>()
  /// By scalar: the end of the range that was asked about last of those that start there, and its cost.
  private var known = Table<Edge>()
  private(set) var total: Float = 0

  /// A single scalar that no word explains: about as rare as a word seen once in the counts.
  static let unknownScalar: Float = 14
  /// A number, a Latin word: what the lexicon does not list but the segmenter keeps whole.
  static let run: Float = 8
  /// What a word of the lexicon that is a name pays as an ordinary word: 勇军 must not speak against 孙勇军.
  static let nameAsWord: Float = 6

  /// The tags of names (`nr`), as bits.
  private let nameTags: UInt64

  init(lexicon: Lexicon) {
    var tags: UInt64 = 0
    for (index, name) in lexicon.tagNames.enumerated() where index < 64 && name.hasPrefix("nr") {
      tags |= 1 << UInt64(index)
    }
    nameTags = tags
  }

  mutating func load(_ lattice: SentenceLattice, lexicon: Lexicon) {
    let count = lattice.count
    // Two more at a position than the lattice has: the token, and the scalar by itself.
    edges.reserve(lattice.edges.count + 2 * count)
    firstEdges.reserve(count + 1)
    toHere.reset(to: .infinity, count: count + 1)
    fromHere.reserve(count + 1)
    known.reset(to: Edge(end: -1, cost: 0), count: count)
    lattice.edges.withUnsafeBufferPointer { source in
      lattice.edgeStart.withUnsafeBufferPointer { starts in
        lattice.tokens.withUnsafeBufferPointer { tokens in goForward(source, starts, tokens, count, lexicon) }
      }
    }
    goBack(count)
    total = toHere[count]
  }

  /// Takes in the edges, and what the way to each position costs.
  private func goForward(
    _ source: UnsafeBufferPointer<SentenceLattice.Edge>, _ starts: UnsafeBufferPointer<Int32>,
    _ tokens: UnsafeBufferPointer<SentenceLattice.PathToken>, _ count: Int, _ lexicon: Lexicon
  ) {
    let words = lexicon.wordTable
    // Held once: a member would be fetched anew at every step.
    let (edges, firstEdges, toHere) = (edges, firstEdges, toHere)
    toHere[0] = 0
    var added = 0
    var token = 0
    var index = 0
    for position in 0..<count {
      firstEdges[position] = Int32(truncatingIfNeeded: added)
      let base = toHere[position]
      @inline(__always) func add(_ end: Int32, _ cost: Float) {
        edges[added] = Edge(end: end, cost: cost)
        added &+= 1
        toHere[Int(end)] = min(toHere[Int(end)], base + cost)
      }
      var isWord = false
      let behind = Int(starts[position &+ 1])
      while index < behind {
        let edge = source[index]
        index &+= 1
        guard Int(edge.end) <= count, let cost = cost(of: edge.word, words, lexicon) else { continue }
        add(edge.end, cost)
        if Int(edge.end) == position &+ 1 { isWord = true }
      }
      if token < tokens.count, Int(tokens[token].start) == position {
        if tokens[token].word.raw == .max { add(tokens[token].end, Self.run) }
        token &+= 1
      }
      if !isWord { add(Int32(truncatingIfNeeded: position &+ 1), Self.unknownScalar) }
    }
    firstEdges[count] = Int32(truncatingIfNeeded: added)
  }

  private func goBack(_ count: Int) {
    let (edges, firstEdges, fromHere) = (edges, firstEdges, fromHere)
    fromHere[count] = 0
    var behind = Int(firstEdges[count])
    var position = count &- 1
    while position >= 0 {
      let first = Int(firstEdges[position])
      var best = Float.infinity
      for index in first..<behind {
        let edge = edges[index]
        best = min(best, edge.cost + fromHere[Int(edge.end)])
      }
      fromHere[position] = best
      behind = first
      position &-= 1
    }
  }

  /// In nats; nil if the word only stands in class tables.
  @inline(__always)
  private func cost(of word: WordID, _ words: WordTable, _ lexicon: Lexicon) -> Float? {
    guard words.contains(word.raw) else { return costOfUsers(word, lexicon) }
    let units = words.cost(word.raw)
    return UInt64(units) == Trie.noCost ? nil : cost(units, tag: words.tag(word.raw))
  }

  @inline(never) private func costOfUsers(_ word: WordID, _ lexicon: Lexicon) -> Float? {
    lexicon.cost(of: word).map { cost($0, tag: lexicon.tag(of: word).raw) }
  }

  @inline(__always) private func cost(_ units: UInt32, tag: UInt8) -> Float {
    let cost = Float(units) / Float(Trie.costScale)
    return nameTags >> UInt64(tag & 63) & 1 != 0 ? cost + Self.nameAsWord : cost
  }

  @inline(__always) private func edgeRange(at position: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(firstEdges[position]), Int(firstEdges[position + 1])))
  }

  /// The best cost of reading exactly this range as words. Several rules ask about the same one.
  mutating func cost(of range: Range<Int>) -> Float {
    if range.isEmpty { return 0 }
    let last = known[range.lowerBound]
    if Int(last.end) == range.upperBound { return last.cost }
    let cost = readingCost(range)
    known[range.lowerBound] = Edge(end: Int32(truncatingIfNeeded: range.upperBound), cost: cost)
    return cost
  }

  private mutating func readingCost(_ range: Range<Int>) -> Float {
    inner.reset(to: .infinity, count: range.count + 1)
    inner[0] = 0
    for position in range {
      let base = inner[position - range.lowerBound]
      guard base.isFinite else { continue }
      for index in edgeRange(at: position) {
        let edge = edges[index]
        let end = Int(edge.end)
        guard end <= range.upperBound else { continue }
        inner[end - range.lowerBound] = min(inner[end - range.lowerBound], base + edge.cost)
      }
    }
    return inner[range.count]
  }

  /// How much dearer the sentence gets when the range is read as one thing of this cost; negative if cheaper.
  func detour(_ range: Range<Int>, cost: Float) -> Float {
    toHere[range.lowerBound] + cost + fromHere[range.upperBound] - total
  }
}
