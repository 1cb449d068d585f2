/// The spans of a sentence that the model weighs, each with the types that it may have.
struct SpanSet {
  struct Span: BitwiseCopyable {
    var start: Int32
    var end: Int32
    /// The next span with the same start, or -1.
    var next: Int32
    /// Bits of ``EntityType``.
    var types: UInt8
    /// By type: the candidate of a rule with most evidence, else of the document's memory, or -1.
    var candidates: (Int32, Int32, Int32) = (-1, -1, -1)
    /// By type: the evidence that the document's memory lends, in nats.
    var remembered = SIMD4<Float>.zero
  }

  /// Longer spans are not weighed, in characters: names of organizations stay well below.
  static let lengthLimit = 63
  /// More spans than a sentence has; what comes after is left to the rules.
  private static let limit = 1 << 20

  private(set) var count = 0
  private var spans = Table<Span>()
  private var lastFrom = Table<Int32>()
  private var length = 0

  mutating func removeAll(length: Int) {
    count = 0
    self.length = length
    lastFrom.reset(to: -1, count: length + 1)
  }

  @inline(__always) subscript(index: Int) -> Span { spans[index] }

  /// - Returns: the number of the span; nil if it is out of bounds.
  @discardableResult @inline(__always)
  mutating func add(_ start: Int, _ end: Int, _ types: UInt8) -> Int? {
    guard 0 <= start, start < end, end <= length, end - start <= Self.lengthLimit, count < Self.limit else {
      return nil
    }
    var index = Int(lastFrom[start])
    while index >= 0 {
      if spans[index].end == Int32(truncatingIfNeeded: end) {
        spans[index].types |= types
        return index
      }
      index = Int(spans[index].next)
    }
    spans.reserve(count + 1, keeping: count)
    spans[count] = Span(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), next: lastFrom[start], types: types)
    lastFrom[start] = Int32(truncatingIfNeeded: count)
    count += 1
    return count - 1
  }

  /// Takes in what rules and memory propose; of equal ones that with most evidence.
  mutating func add(_ candidates: [Candidate]) {
    for (number, candidate) in candidates.enumerated() {
      guard let type = EntityType(rawValue: candidate.type),
        let index = add(candidate.range.lowerBound, candidate.range.upperBound, type.bit)
      else { continue }
      if candidate.rule < 0 {
        spans[index].remembered[type.lane] = max(spans[index].remembered[type.lane], candidate.evidence)
      }
      func better(_ known: Int32) -> Int32 {
        guard known >= 0 else { return Int32(truncatingIfNeeded: number) }
        let other = candidates[Int(known)]
        let stays = (other.rule < 0) == (candidate.rule < 0) ? other.evidence >= candidate.evidence : other.rule >= 0
        return stays ? known : Int32(truncatingIfNeeded: number)
      }
      switch type {
      case .person: spans[index].candidates.0 = better(spans[index].candidates.0)
      case .organization: spans[index].candidates.1 = better(spans[index].candidates.1)
      case .place: spans[index].candidates.2 = better(spans[index].candidates.2)
      }
    }
  }
}
