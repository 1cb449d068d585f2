extension Overlap {
  /// Why a candidate does not stand.
  enum Loss: Equatable {
    /// Its evidence is less than what is asked for.
    case belowThreshold
    /// Another person's name that overlaps has more evidence; names are settled first.
    case name(Candidate)
    /// Another one that overlaps comes first in the order.
    case overlap(Candidate)
  }

  /// Why `candidate` is not among those that ``settle(_:length:threshold:)`` made of `candidates`.
  ///
  /// - Parameter standing: what stands.
  /// - Returns: nil if it stands.
  static func loss(
    of candidate: Candidate, among candidates: [Candidate], standing: [Candidate], length: Int, threshold: Float
  ) -> Loss? {
    if standing.contains(candidate) { return nil }
    if candidate.evidence < threshold { return .belowThreshold }
    if let winner = standing.first(where: { $0.range.overlaps(candidate.range) && precedes($0, candidate) }) {
      return .overlap(winner)
    }
    if candidate.type == RuleSet.person {
      let people = settle(candidates.filter { $0.type == RuleSet.person }, length: length, threshold: threshold)
      if let winner = people.first(where: { $0.range.overlaps(candidate.range) && $0 != candidate }) {
        return .name(winner)
      }
    }
    return standing.first { $0.range.overlaps(candidate.range) }.map { .overlap($0) }
  }

  /// What in the order puts `a` before `b`.
  static func advantage(of a: Candidate, over b: Candidate) -> String {
    if a.range.count != b.range.count { return a.range.count > b.range.count ? "longer" : "another took its place" }
    if a.evidence != b.evidence { return a.evidence > b.evidence ? "more evidence" : "another took its place" }
    if a.range.lowerBound != b.range.lowerBound { return "further left" }
    return a.type != b.type ? "its type comes first" : "its rule comes first"
  }
}
