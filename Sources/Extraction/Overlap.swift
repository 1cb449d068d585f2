/// Settles which of overlapping candidates stand: once, here, by one stated order.
package enum Overlap {
  /// The candidates that stand, in the order of the text.
  ///
  /// First people among themselves: of two names that overlap the one with more evidence stays (刘蓓, not 刘蓓等), since the
  /// name model has weighed every character. Then all: of two that overlap the one wins that comes first in this
  /// order: longer, more evidence, leftmost, lower type number, lower rule number. Candidates below `threshold` do not take
  /// part. A loser inside a winner is not told here; ``nested(_:in:length:threshold:)`` finds it.
  ///
  /// - Complexity: O(n log n) and O(length) a candidate.
  package static func settle(_ candidates: [Candidate], length: Int, threshold: Float) -> [Candidate] {
    var rivals = candidates.filter { $0.evidence >= threshold }
    if rivals.count < 2 { return rivals }
    if rivals.contains(where: { $0.type == RuleSet.person }) {
      var people = rivals.filter { $0.type == RuleSet.person }
      choose(among: &people, length: length) { a, b in
        a.evidence != b.evidence ? a.evidence > b.evidence : precedes(a, b)
      }
      rivals.removeAll { $0.type == RuleSet.person }
      rivals += people
    }
    choose(among: &rivals, length: length, by: precedes)
    rivals.sort { $0.range.lowerBound < $1.range.lowerBound }
    return rivals
  }

  /// Takes the candidates in the given order, each unless it overlaps one taken before, and leaves those.
  private static func choose(
    among candidates: inout [Candidate], length: Int, by precedes: (Candidate, Candidate) -> Bool
  ) {
    candidates.sort(by: precedes)
    var taken = [Bool](repeating: false, count: length)
    var kept = 0
    for index in candidates.indices {
      let range = candidates[index].range
      if range.contains(where: { taken[$0] }) { continue }
      for position in range { taken[position] = true }
      candidates[kept] = candidates[index]
      kept += 1
    }
    candidates.removeLast(candidates.count - kept)
  }

  /// The best candidates strictly inside `winner`, settled among themselves.
  package static func nested(
    _ candidates: [Candidate], in winner: Candidate, length: Int, threshold: Float
  ) -> [Candidate] {
    settle(
      candidates.filter {
        $0.range != winner.range && winner.range.lowerBound <= $0.range.lowerBound
          && $0.range.upperBound <= winner.range.upperBound
      }, length: length, threshold: threshold)
  }

  static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.range.count != b.range.count { return a.range.count > b.range.count }
    if a.evidence != b.evidence { return a.evidence > b.evidence }
    if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
    if a.type != b.type { return a.type < b.type }
    return a.rule < b.rule
  }
}
