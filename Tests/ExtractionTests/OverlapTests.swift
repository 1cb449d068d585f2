import Extraction
import TestSupport
import Testing

/// People among themselves by evidence; then all by length, evidence, place, type, rule, in this order.
@Suite struct OverlapTests {
  private func candidate(
    _ range: Range<Int>, _ evidence: Float = 1, type: UInt8 = 1, rule: Int32 = 0
  ) -> Candidate {
    Candidate(type: type, kind: -1, range: range, rule: rule, evidence: evidence)
  }

  private func settle(_ candidates: [Candidate]) -> [Candidate] {
    let settled = Overlap.settle(candidates, length: 20, threshold: 0)
    #expect(settled == Overlap.settle(candidates.reversed(), length: 20, threshold: 0), "the order of proposal counts")
    return settled
  }

  @Test func longerWinsOverEvidence() {
    #expect(settle([candidate(0..<2, 9), candidate(1..<4, 0.5)]).map(\.range) == [1..<4])
  }

  @Test func betweenPeopleEvidenceWinsOverLength() {
    let people = [candidate(0..<2, 5, type: 0), candidate(0..<3, 2, type: 0)]
    #expect(settle(people).map(\.range) == [0..<2])
    #expect(settle(people + [candidate(1..<4, 0.5)]).map(\.range) == [1..<4])
  }

  @Test func evidenceDecidesBetweenEqualLengths() {
    #expect(settle([candidate(0..<3, 1), candidate(2..<5, 2)]).map(\.range) == [2..<5])
  }

  @Test func leftmostDecidesBetweenEqualEvidence() {
    #expect(settle([candidate(2..<5), candidate(0..<3)]).map(\.range) == [0..<3])
  }

  @Test func typeDecidesAtTheSamePlace() {
    #expect(settle([candidate(0..<3, type: 2), candidate(0..<3, type: 1)]).map(\.type) == [1])
  }

  @Test func ruleDecidesLast() {
    #expect(settle([candidate(0..<3, rule: 7), candidate(0..<3, rule: 4)]).map(\.rule) == [4])
  }

  @Test func loserFreesNothingAndTouchingIsNoOverlap() {
    let settled = settle([candidate(0..<2), candidate(2..<6), candidate(5..<8, 5), candidate(8..<9)])
    #expect(settled.map(\.range) == [0..<2, 2..<6, 8..<9])
  }

  @Test func belowTheThresholdNothingStands() {
    let candidates = [candidate(0..<9, -0.1), candidate(3..<5, 0)]
    #expect(settle(candidates).map(\.range) == [3..<5])
    #expect(Overlap.settle(candidates, length: 20, threshold: 0.1).isEmpty)
  }

  @Test func nestedAreThoseStrictlyInside() {
    let winner = candidate(2..<9, 3)
    let all = [
      winner, candidate(2..<9, 2, type: 2), candidate(2..<5), candidate(4..<6), candidate(6..<9), candidate(7..<12),
    ]
    let nested = Overlap.nested(all, in: winner, length: 20, threshold: 0)
    #expect(nested.map(\.range) == [2..<5, 6..<9])
  }

  @Test func emptyGivesEmpty() { #expect(Overlap.settle([], length: 0, threshold: 0).isEmpty) }

  @Test(arguments: 0..<200)
  func settledAreApartSortedAndNotBettered(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let candidates = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      let start = Int.random(in: 0..<19, using: &generator)
      let end = Int.random(in: start + 1...20, using: &generator)
      return candidate(
        start..<end, Float(Int.random(in: -2...5, using: &generator)),
        type: UInt8(Int.random(in: 0...3, using: &generator)), rule: Int32(Int.random(in: 0...9, using: &generator)))
    }
    let settled = settle(candidates)
    for (first, second) in zip(settled, settled.dropFirst()) {
      #expect(first.range.upperBound <= second.range.lowerBound)
    }
    // Whatever does not stand, but for people, overlaps something that is at least as long.
    for candidate in candidates where candidate.type > 0 && candidate.evidence >= 0 && !settled.contains(candidate) {
      #expect(settled.contains { $0.range.overlaps(candidate.range) && $0.range.count >= candidate.range.count })
    }
  }
}
