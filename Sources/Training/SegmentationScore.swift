/// How well words were found, counted as the SIGHAN bakeoffs count: a word is right if both its ends are.
package struct SegmentationScore: Sendable, Equatable {
  package var expected = 0
  package var found = 0
  package var right = 0
  /// Words that overlap an expected word where neither holds the other.
  package var crossing = 0

  package init() {}

  package var f1: Double { expected + found == 0 ? 0 : 2 * Double(right) / Double(expected + found) }
  /// Crossing words for each thousand that were expected.
  package var crossingPerThousand: Double { 1000 * Double(crossing) / Double(max(expected, 1)) }

  /// Counts a sentence by the ends of its words, ascending.
  package mutating func add(expected gold: [Int], found words: [Int]) {
    expected += gold.count
    found += words.count
    var next = 0
    var startsRight = true
    for end in words {
      let first = next
      while next < gold.count, gold[next] < end { next += 1 }
      let endsRight = next < gold.count && gold[next] == end
      let holdsEnds = next > first
      if startsRight, endsRight, !holdsEnds { right += 1 }
      if !startsRight || !endsRight, holdsEnds { crossing += 1 }
      if endsRight { next += 1 }
      startsRight = endsRight
    }
  }
}
