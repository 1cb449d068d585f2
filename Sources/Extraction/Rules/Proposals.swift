/// What the rules of a stage propose, and what of it is told to the next stages.
struct Proposals {
  private var candidates: [Candidate] = []
  /// By candidate: where its match starts (high half), and its number.
  private var order: [UInt64] = []
  /// Those that ``settle(count:keepsAll:)`` left.
  private(set) var settled: [Candidate] = []
  /// By scalar: the last candidate that starts there, or -1; ``links`` names the one before.
  private var lastFrom = Table<Int32>()
  private var links = Table<Int32>()

  var count: Int { candidates.count }
  var isEmpty: Bool { candidates.isEmpty }
  subscript(index: Int) -> Candidate {
    get { candidates[index] }
    set { candidates[index] = newValue }
  }

  mutating func removeAll() {
    if isEmpty { return }
    candidates.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
  }

  mutating func add(_ candidate: Candidate, start: Int) {
    order.append(UInt64(start) << 32 | UInt64(candidates.count))
    candidates.append(candidate)
  }

  mutating func removeLast(_ count: Int) {
    for _ in 0..<count {
      candidates.removeLast()
      order.removeLast()
    }
  }

  /// Puts into ``settled`` the candidates in the order of their matches' starts, then of the rules; one for each type and range: the one with
  /// most evidence, then the first rule.
  ///
  /// - Parameters:
  ///   - count: of the scalars of the sentence.
  ///   - keepsAll: several for the same type and range.
  mutating func settle(count: Int, keepsAll: Bool) {
    // The rules were run one after the other, each from its starts in order.
    order.sort()
    settled.removeAll(keepingCapacity: true)
    lastFrom.reset(to: -1, count: count)
    links.reserve(candidates.count)
    for entry in order {
      let candidate = candidates[Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)]
      let start = candidate.range.lowerBound
      if !keepsAll, let known = settledEqual(candidate) {
        if candidate.evidence > settled[known].evidence { settled[known] = candidate }
        continue
      }
      links[settled.count] = lastFrom[start]
      lastFrom[start] = Int32(truncatingIfNeeded: settled.count)
      settled.append(candidate)
    }
  }

  /// The number of the settled candidate of the same type and range.
  private func settledEqual(_ candidate: Candidate) -> Int? {
    var index = Int(lastFrom[candidate.range.lowerBound])
    while index >= 0 {
      if settled[index].type == candidate.type, settled[index].range == candidate.range { return index }
      index = Int(links[index])
    }
    return nil
  }
}
