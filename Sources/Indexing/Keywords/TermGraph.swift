/// The graph of the terms of an article that stand near each other, and their ranks (Mihalcea and Tarau, "TextRank:
/// Bringing Order into Texts", 2004).
struct TermGraph {
  /// By term: where its edges begin in `targets`; one more at the end.
  private var firsts: [Int]
  private var targets: [Int32] = []
  private var weights: [Double] = []
  private let count: Int

  /// Terms are neighbours up to this distance, within a sentence.
  private static let window = 4
  /// The chance to go on along an edge, after the paper.
  private static let damping = 0.85
  private static let rounds = 30
  /// Ranks that change by less in sum are final.
  private static let tolerance = 1e-7

  /// - Parameters:
  ///   - sequence: terms in the order of the text, -1 between sentences.
  ///   - count: how many different terms there are.
  /// - Complexity: O(*n* log *n*).
  init(_ sequence: [Int32], count: Int) {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(sequence.count * Self.window * 2)
    for index in sequence.indices where sequence[index] >= 0 {
      for other in sequence[index...].dropFirst().prefix(Self.window) {
        if other < 0 { break }
        let (a, b) = (UInt64(sequence[index]), UInt64(other))
        if a != b { pairs += [a << 32 | b, b << 32 | a] }
      }
    }
    pairs.sort()
    firsts = Array(repeating: 0, count: count + 1)
    var previous: UInt64?
    for pair in pairs {
      if pair == previous {
        weights[weights.count - 1] += 1
      } else {
        targets.append(Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF))
        weights.append(1)
        firsts[Int(pair >> 32) + 1] = targets.count
        previous = pair
      }
    }
    // Terms without edges begin where the one before ends.
    for term in firsts.indices.dropFirst() { firsts[term] = max(firsts[term], firsts[term - 1]) }
    self.count = count
  }

  /// The ranks, whose sum is at most 1.
  ///
  /// - Complexity: O(*e*) in the number of edges; at most ``rounds`` times.
  func ranks() -> [Double] {
    guard count > 0 else { return [] }
    let sums = (0..<count).map { term in weights[firsts[term]..<firsts[term + 1]].reduce(0, +) }
    let base = (1 - Self.damping) / Double(count)
    var ranks = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<Self.rounds {
      var next = [Double](repeating: base, count: count)
      var change = 0.0
      for term in 0..<count {
        for edge in firsts[term]..<firsts[term + 1] {
          let neighbour = Int(targets[edge])
          next[term] += Self.damping * ranks[neighbour] * weights[edge] / sums[neighbour]
        }
        change += abs(next[term] - ranks[term])
      }
      ranks = next
      if change < Self.tolerance { break }
    }
    return ranks
  }
}
