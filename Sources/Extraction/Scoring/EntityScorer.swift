import Lexicon

/// Scores the spans of a sentence by the model, in ``EntityWeights/scale``s of a nat.
///
/// What depends on one end of a span only is summed once for each position where a span begins or ends; the characters
/// inside are sums of prefixes. So a span costs little, whatever its length.
struct EntityScorer {
  let model: EntityModel
  /// What the model knows of the character at each position, and of it with the next one; a margin before and behind.
  private var characters = Table<UnsafePointer<SIMD4<Int8>>>()
  private var pairs = Table<UnsafePointer<SIMD4<Int8>>>()
  /// The sums of the positions that were asked for.
  private var starts = Table<SIMD4<Int32>>()
  private var ends = Table<SIMD4<Int32>>()
  private var isStartKnown = Table<Bool>()
  private var isEndKnown = Table<Bool>()
  /// Sums over the characters (pairs) before a position.
  private var characterSums = Table<SIMD4<Int32>>()
  private var pairSums = Table<SIMD4<Int32>>()

  private static let margin = SpanReader.margin

  init(_ model: EntityModel) { self.model = model }

  mutating func load(_ reader: borrowing SpanReader) {
    let count = reader.count
    let last = count + 2 * Self.margin - 1
    characters.reserve(last + 1)
    pairs.reserve(last + 1)
    for index in 0...last { characters[index] = model.character(reader.code(at: index - Self.margin)) }
    for index in 0..<last {
      let position = index - Self.margin
      pairs[index] = model.vectors(ofPair: reader.code(at: position), reader.code(at: position + 1))
    }
    starts.reserve(count + 1)
    ends.reserve(count + 1)
    isStartKnown.reset(to: false, count: count + 1)
    isEndKnown.reset(to: false, count: count + 1)
    characterSums.reserve(count + 1)
    pairSums.reserve(count + 1)
    var characterSum = SIMD4<Int32>.zero
    var pairSum = SIMD4<Int32>.zero
    for position in 0..<count {
      characterSums[position] = characterSum
      pairSums[position] = pairSum
      characterSum &+= character(position, .inside)
      pairSum &+= pair(position, .inside)
    }
    characterSums[count] = characterSum
    pairSums[count] = pairSum
  }

  @inline(__always) private func character(_ position: Int, _ role: CharacterRole) -> SIMD4<Int32> {
    SIMD4<Int32>(truncatingIfNeeded: characters[position + Self.margin][role.rawValue])
  }

  @inline(__always) private func pair(_ position: Int, _ role: PairRole) -> SIMD4<Int32> {
    SIMD4<Int32>(truncatingIfNeeded: pairs[position + Self.margin][role.rawValue])
  }

  /// The scores of a span for all types, without what the rules say of each.
  @inline(__always) func score(
    _ span: SpanSet.Span, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) -> SIMD4<Int32> {
    let (start, end) = (Int(span.start), Int(span.end))
    var sum = startScore(start, reader) &+ endScore(end, reader)
    sum &+= characterSums[end] &- characterSums[start]
    sum &+= pairSums[end - 1] &- pairSums[start]
    let length = end - start
    if let first = CharacterRole.firstRole(ofLength: length) {
      for index in 0..<length {
        sum &+= SIMD4<Int32>(truncatingIfNeeded: characters[start + index + Self.margin][first + index])
      }
    }
    reader.forEachSpanFeature(start, end, input) { sum &+= model.vector($0) }
    return sum
  }

  /// What the rule that proposes the span as `type` adds.
  @inline(__always) func ruleScore(_ candidate: Candidate?, _ type: EntityType) -> Int32 {
    var sum: Int32 = 0
    SpanReader.forEachRuleFeature(candidate) { sum &+= model.vector($0)[type.lane] }
    return sum
  }

  private func startScore(_ position: Int, _ reader: borrowing SpanReader) -> SIMD4<Int32> {
    if isStartKnown[position] { return starts[position] }
    var sum = character(position - 2, .beforeLast) &+ character(position - 1, .before) &+ character(position, .first)
    sum &+= pair(position - 2, .before) &+ pair(position - 1, .acrossStart) &+ pair(position, .first)
    reader.forEachStartFeature(position) { sum &+= model.vector($0) }
    starts[position] = sum
    isStartKnown[position] = true
    return sum
  }

  private func endScore(_ position: Int, _ reader: borrowing SpanReader) -> SIMD4<Int32> {
    if isEndKnown[position] { return ends[position] }
    var sum = character(position, .behind) &+ character(position + 1, .behindNext) &+ character(position - 1, .last)
    sum &+= pair(position, .behind) &+ pair(position - 1, .acrossEnd) &+ pair(position - 2, .last)
    reader.forEachEndFeature(position) { sum &+= model.vector($0) }
    ends[position] = sum
    isEndKnown[position] = true
    return sum
  }
}
