/// The spans of a sentence that the model weighs, each with the types that it may have.
struct SpanSet {
  struct Span: BitwiseCopyable {
    var start: Int32
    var end: Int32
    /// The next span with the same start, or -1.
    var next: Int32 = -1
    /// The number of what rules and the document's memory say of it, or -1: most spans are only shapes.
    var proposal: Int32 = -1
    /// Bits of ``EntityType``.
    var types: UInt8
  }

  /// What rules and the document's memory say of a span.
  struct Proposal: BitwiseCopyable {
    /// By type: the candidate of a rule with most evidence, else of the document's memory, or -1.
    var candidates = SIMD4<Int32>(repeating: -1)
    /// By type: the evidence that the document's memory lends, in nats.
    var remembered = SIMD4<Float>.zero
  }

  /// What starts at a position.
  private struct Start: BitwiseCopyable {
    /// A bit for each length that a span has.
    var lengths: UInt64 = 0
    /// The last of them, or -1.
    var last: Int32 = -1
  }

  /// Longer spans are not weighed, in characters: names of organizations stay well below.
  static let lengthLimit = 63
  /// More spans than a sentence has; what comes after is left to the rules.
  private static let limit = 1 << 20

  private(set) var count = 0
  private var spans = Table<Span>()
  private var starts = Table<Start>()
  private var proposals = Table<Proposal>()
  private var proposalCount = 0
  private var length = 0

  mutating func removeAll(length: Int) {
    count = 0
    proposalCount = 0
    self.length = length
    starts.reset(to: Start(), count: length + 1)
  }

  @inline(__always) subscript(index: Int) -> Span { spans[index] }

  /// - Precondition: rules or the memory propose the span.
  @inline(__always) func proposal(_ span: Span) -> Proposal { proposals[Int(span.proposal)] }

  /// Takes in a span, or more types of one that is there; does nothing if it is out of bounds.
  @inline(__always) mutating func add(_ start: Int, _ end: Int, _ types: UInt8) {
    guard 0 <= start, start < end, end <= length, end - start <= Self.lengthLimit else { return }
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: end &- start)
    if starts[start].lengths & bit != 0 {
      widen(start, end, types)
    } else if count < Self.limit {
      append(
        Span(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), next: starts[start].last,
          types: types))
      starts[start] = Start(lengths: starts[start].lengths | bit, last: Int32(truncatingIfNeeded: count &- 1))
    }
  }

  @inline(__always) private mutating func append(_ span: Span) {
    spans.reserve(count + 1, keeping: count)
    spans[count] = span
    count += 1
  }

  private func widen(_ start: Int, _ end: Int, _ types: UInt8) {
    if let index = index(start, end) { spans[index].types |= types }
  }

  private func index(_ start: Int, _ end: Int) -> Int? {
    var index = Int(starts[start].last)
    while index >= 0 {
      if Int(spans[index].end) == end { return index }
      index = Int(spans[index].next)
    }
    return nil
  }

  /// Takes in what rules and memory propose; of equal ones that with most evidence.
  mutating func add(_ candidates: [Candidate]) {
    for (number, candidate) in candidates.enumerated() {
      let (start, end) = (candidate.range.lowerBound, candidate.range.upperBound)
      guard let type = EntityType(rawValue: candidate.type) else { continue }
      add(start, end, type.bit)
      guard end <= length, let index = index(start, end) else { continue }
      if spans[index].proposal < 0 {
        proposals.reserve(proposalCount + 1, keeping: proposalCount)
        proposals[proposalCount] = Proposal()
        spans[index].proposal = Int32(truncatingIfNeeded: proposalCount)
        proposalCount += 1
      }
      let place = Int(spans[index].proposal)
      if candidate.rule < 0 {
        proposals[place].remembered[type.lane] = max(proposals[place].remembered[type.lane], candidate.evidence)
      }
      let known = proposals[place].candidates[type.lane]
      if known < 0 || !stays(candidates[Int(known)], beside: candidate) {
        proposals[place].candidates[type.lane] = Int32(truncatingIfNeeded: number)
      }
    }
  }

  private func stays(_ known: Candidate, beside candidate: Candidate) -> Bool {
    (known.rule < 0) == (candidate.rule < 0) ? known.evidence >= candidate.evidence : known.rule >= 0
  }
}
