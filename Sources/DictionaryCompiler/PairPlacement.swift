import Lexicon

/// Finds places for pairs of characters in the double array of ``SegmentationWeights``.
struct PairPlacement {
  struct Pair {
    let first: UInt16
    let second: UInt16
    /// Four vectors of four bytes, the first lowest.
    var low: UInt64 = 0
    var high: UInt64 = 0

    init(first: UInt16, second: UInt16) {
      self.first = first
      self.second = second
    }

    mutating func set(_ vector: SIMD4<Int8>, at place: Int) {
      let word = PairPlacement.word(vector) << UInt64(32 * (place & 1))
      if place < 2 { low |= word } else { high |= word }
    }
  }

  private(set) var labels: [UInt16] = []
  /// Two a place.
  private(set) var vectors: [UInt64] = []
  /// By first character; those that begin no pair have none, and look at the free places from 0 on.
  private(set) var bases: [(code: UInt16, base: Int)] = []

  /// - Parameter pairs: each once, ascending.
  init(_ pairs: [Pair], codeCount: Int) {
    // From base 0, no code finds a label.
    var top = codeCount
    labels = [UInt16](repeating: SegmentationWeights.freeLabel, count: 4 * pairs.count + 4 * codeCount)
    vectors = [UInt64](repeating: 0, count: 2 * labels.count)
    var groups: [ArraySlice<Pair>] = []
    var start = 0
    for index in pairs.indices where index + 1 == pairs.count || pairs[index + 1].first != pairs[index].first {
      groups.append(pairs[start...index])
      start = index + 1
    }
    // The largest first, while there is room; then as in the table.
    groups.sort { ($1.count, $0.startIndex) < ($0.count, $1.startIndex) }
    var firstFree = codeCount
    for group in groups {
      while labels[firstFree] != SegmentationWeights.freeLabel { firstFree += 1 }
      let base = fit(group, from: firstFree)
      for pair in group {
        let place = base + Int(pair.second)
        labels[place] = pair.first
        vectors[2 * place] = pair.low
        vectors[2 * place + 1] = pair.high
        top = max(top, place)
      }
      if let pair = group.first { bases.append((pair.first, base)) }
    }
    // Whatever base and code a reader adds, it stays inside.
    let count = top + codeCount + 1
    grow(to: count)
    labels.removeSubrange(count...)
    vectors.removeSubrange((2 * count)...)
  }

  private mutating func fit(_ group: ArraySlice<Pair>, from start: Int) -> Int {
    let lowest = Int(group.first?.second ?? 0)
    let highest = Int(group.last?.second ?? 0)
    var base = max(start - lowest, 0)
    while true {
      grow(to: base + highest + 1)
      let isFree = group.allSatisfy { labels[base + Int($0.second)] == SegmentationWeights.freeLabel }
      if isFree, base + lowest >= start { return base }
      base += 1
    }
  }

  private mutating func grow(to count: Int) {
    guard labels.count < count else { return }
    let room = 2 * count
    labels += [UInt16](repeating: SegmentationWeights.freeLabel, count: room - labels.count)
    vectors += [UInt64](repeating: 0, count: 2 * room - vectors.count)
  }

  /// The four bytes of a vector as they lie in memory, the first lowest.
  static func word(_ vector: SIMD4<Int8>) -> UInt64 {
    (0..<4).reduce(0) { $0 | UInt64(UInt8(bitPattern: vector[$1])) << UInt64(8 * $1) }
  }
}
