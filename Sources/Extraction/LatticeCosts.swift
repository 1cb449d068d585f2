import Lexicon
import Segmentation

/// What the words of a sentence cost: how far a reading departs from the best one.
///
/// Costs are negative natural logarithms of probabilities, in nats. A candidate is compared with what the lexicon makes
/// of the same characters: a name that tears a common word apart pays for it, a name made of characters that form no
/// word gains.
struct LatticeCosts {
  /// By scalar: the cost of the best path from the sentence's start to here, and from here to its end.
  private(set) var toHere: [Float] = []
  private(set) var fromHere: [Float] = []
  private var edgeStarts: [Int32] = []
  private var edges: [(end: Int32, cost: Float)] = []
  private var inner: [Float] = []

  /// A single scalar that no word explains: about as rare as a word seen once in the counts.
  static let unknownScalar: Float = 14
  /// A number, a Latin word: what the lexicon does not list but the segmenter keeps whole.
  static let run: Float = 8

  var total: Float { toHere.last ?? 0 }

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

  mutating func load(_ lattice: SentenceLattice, lexicon: borrowing Lexicon) {
    let count = lattice.scalars.count
    edges.removeAll(keepingCapacity: true)
    edgeStarts.removeAll(keepingCapacity: true)
    var token = 0
    for position in 0..<count {
      edgeStarts.append(Int32(edges.count))
      var single = false
      for index in Int(lattice.edgeStart[position])..<Int(lattice.edgeStart[position + 1]) {
        let edge = lattice.edges[index]
        guard let units = lexicon.cost(of: edge.word) else { continue }
        var cost = Float(units) / Float(Trie.costScale)
        if nameTags & (1 << UInt64(lexicon.tag(of: edge.word).raw & 63)) != 0 { cost += Self.nameAsWord }
        edges.append((edge.end, cost))
        if Int(edge.end) == position + 1 { single = true }
      }
      while token < lattice.tokens.count, Int(lattice.tokens[token].start) < position { token += 1 }
      if token < lattice.tokens.count, Int(lattice.tokens[token].start) == position,
        lattice.tokens[token].word.isNone
      {
        edges.append((lattice.tokens[token].end, Self.run))
      }
      if !single { edges.append((Int32(position + 1), Self.unknownScalar)) }
    }
    edgeStarts.append(Int32(edges.count))
    toHere.removeAll(keepingCapacity: true)
    toHere.append(contentsOf: repeatElement(.infinity, count: count + 1))
    toHere[0] = 0
    for position in 0..<count {
      let base = toHere[position]
      for index in Int(edgeStarts[position])..<Int(edgeStarts[position + 1]) {
        let end = Int(edges[index].end)
        toHere[end] = min(toHere[end], base + edges[index].cost)
      }
    }
    fromHere.removeAll(keepingCapacity: true)
    fromHere.append(contentsOf: repeatElement(.infinity, count: count + 1))
    fromHere[count] = 0
    for position in stride(from: count - 1, through: 0, by: -1) {
      var best = Float.infinity
      for index in Int(edgeStarts[position])..<Int(edgeStarts[position + 1]) {
        best = min(best, edges[index].cost + fromHere[Int(edges[index].end)])
      }
      fromHere[position] = best
    }
  }

  /// The best cost of reading exactly this range as words.
  mutating func cost(of range: Range<Int>) -> Float {
    inner.removeAll(keepingCapacity: true)
    inner.append(contentsOf: repeatElement(.infinity, count: range.count + 1))
    inner[0] = 0
    for position in range {
      let base = inner[position - range.lowerBound]
      guard base.isFinite else { continue }
      for index in Int(edgeStarts[position])..<Int(edgeStarts[position + 1]) {
        let end = Int(edges[index].end)
        guard end <= range.upperBound else { continue }
        let cost = base + edges[index].cost
        if cost < inner[end - range.lowerBound] { inner[end - range.lowerBound] = cost }
      }
    }
    return inner[range.count]
  }

  /// How much dearer the sentence gets when the range is read as one thing of this cost; negative if cheaper.
  func detour(_ range: Range<Int>, cost: Float) -> Float {
    toHere[range.lowerBound] + cost + fromHere[range.upperBound] - total
  }
}
