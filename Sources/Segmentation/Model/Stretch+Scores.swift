import Lexicon
import PrefetchShim

extension Stretch {
  /// Sums the weights of all features up.
  ///
  /// In one pass: what a symbol and a pair say to the five units around them goes into five running sums, the first of which
  /// is complete when the unit two before is. So no score is loaded again, and each symbol costs one cache line of its
  /// record, each pair one label and, if it says anything, one vector.
  func score(by weights: SegmentationWeights) {
    let count = count
    let fixed = fixed
    let begins = begins
    let ends = ends
    let pairs = pairs
    let symbols = symbols + Self.rim
    let scores = scores + Self.rim
    let shared = weights.shared
    findPairs(weights)
    var sum0 = SIMD4<Int16>.zero
    var sum1 = SIMD4<Int16>.zero
    var sum2 = SIMD4<Int16>.zero
    var sum3 = SIMD4<Int16>.zero
    var u = -1
    while u <= count {
      let record = UnsafeRawPointer(weights.records + Int(symbols[u]) &* SegmentationWeights.recordWords)
      let unigram = record + SegmentationWeights.unigramOffset
      // Place 4 is the unit two before, place 0 the one two behind.
      sum0 &+= Self.vector(unigram, 4)
      sum1 &+= Self.vector(unigram, 3)
      sum2 &+= Self.vector(unigram, 2)
      sum3 &+= Self.vector(unigram, 1)
      var sum4 = Self.vector(unigram, 0)
      let at = Self.rim &+ u
      let bigram = UnsafeRawPointer(weights.pairs + Int(pairs[at]))
      sum1 &+= Self.vector(bigram, 3)
      sum2 &+= Self.vector(bigram, 2)
      sum3 &+= Self.vector(bigram, 1)
      sum4 &+= Self.vector(bigram, 0)
      if fixed[at] == 0 {
        sum2 &+= Self.vector(record + SegmentationWeights.beginsOffset, Int(begins[at]) &- 1)
        sum2 &+= Self.vector(record + SegmentationWeights.endsOffset, Int(ends[at]) &- 1)
        sum2 &+= shared[SegmentationWeights.reachStart &+ reach(at)]
        sum2 &+= shared[SegmentationWeights.pathStart &+ pathContext(at)]
        sum2 &+= shared[SegmentationWeights.repeatsStart &+ sameness(at)]
      }
      // Two units before the stretch lies in the rim: it may be written.
      scores[u &- 2] = SIMD4<Int32>(truncatingIfNeeded: sum0)
      sum0 = sum1
      sum1 = sum2
      sum2 = sum3
      sum3 = sum4
      u &+= 1
    }
    scores[count &- 1] = SIMD4<Int32>(truncatingIfNeeded: sum0)
  }

  /// Leaves in ``pairs`` where the vectors of each unit and the one behind it lie: at 0, where all are zero, if they have
  /// none.
  ///
  /// A loop of its own, so small that the processor has many look-ups under way at a time, without a branch to guess; the
  /// records and vectors are asked for here and used later.
  private func findPairs(_ weights: SegmentationWeights) {
    let symbols = symbols
    let pairs = pairs
    let labels = weights.pairLabels
    let bases = weights.pairBases
    let records = weights.records
    var at = Self.rim &- 1
    let end = Self.rim &+ count
    while at < end {
      let first = symbols[at]
      let place = Int(bases[Int(first)]) &+ Int(symbols[at &+ 1])
      let found = labels[place] == first ? place : 0
      memory_prefetch(weights.pairs + found)
      memory_prefetch(records + Int(first) &* SegmentationWeights.recordWords)
      pairs[at] = Int32(truncatingIfNeeded: found)
      at &+= 1
    }
    pairs[end] = 0
  }

  @inline(__always) private static func vector(_ vectors: UnsafeRawPointer, _ index: Int) -> SIMD4<Int16> {
    SIMD4<Int16>(truncatingIfNeeded: vectors.load(fromByteOffset: index &* 4, as: SIMD4<Int8>.self))
  }
}
