import Lexicon

/// Scores the spans of a sentence by the model, in ``EntityWeights/scale``s of a nat.
///
/// What depends on one end of a span only is summed once for each position; the characters inside are sums of prefixes. So a
/// span costs little, whatever its length.
struct EntityScorer {
  let model: EntityModel
  private var starts = Table<SIMD4<Int32>>()
  private var ends = Table<SIMD4<Int32>>()
  /// Whether the named features of a position are in its sums.
  private var isStartNamed = Table<Bool>()
  private var isEndNamed = Table<Bool>()
  /// Sums over the characters (pairs) before a position.
  private var characterSums = Table<SIMD4<Int32>>()
  private var pairSums = Table<SIMD4<Int32>>()

  init(_ model: EntityModel) { self.model = model }

  mutating func load(_ reader: borrowing SpanReader) {
    let count = reader.count
    starts.reset(to: .zero, count: count + 5)
    ends.reset(to: .zero, count: count + 5)
    isStartNamed.reset(to: false, count: count + 1)
    isEndNamed.reset(to: false, count: count + 1)
    characterSums.reset(to: .zero, count: count + 1)
    pairSums.reset(to: .zero, count: count + 1)
    // Shifted by two, so that roles that lie outside the sentence need no question.
    let shift = SpanReader.margin
    for position in -shift..<(count + shift) {
      let at = position + shift
      let character = model.character(reader.code(at: position))
      if position >= 0, position <= count { starts[at] &+= wide(character[CharacterRole.first.rawValue]) }
      add(character[CharacterRole.before.rawValue], toStart: position + 1, count)
      add(character[CharacterRole.beforeLast.rawValue], toStart: position + 2, count)
      add(character[CharacterRole.behind.rawValue], toEnd: position, count)
      add(character[CharacterRole.behindNext.rawValue], toEnd: position - 1, count)
      add(character[CharacterRole.last.rawValue], toEnd: position + 1, count)
      if 0..<count ~= position {
        characterSums[position + 1] = characterSums[position] &+ wide(character[CharacterRole.inside.rawValue])
        pairSums[position + 1] = pairSums[position]
      }
      guard position + 1 < count + shift,
        let pair = model.pair(reader.code(at: position), reader.code(at: position + 1))
      else { continue }
      add(pair[PairRole.first.rawValue], toStart: position, count)
      add(pair[PairRole.acrossStart.rawValue], toStart: position + 1, count)
      add(pair[PairRole.before.rawValue], toStart: position + 2, count)
      add(pair[PairRole.behind.rawValue], toEnd: position, count)
      add(pair[PairRole.acrossEnd.rawValue], toEnd: position + 1, count)
      add(pair[PairRole.last.rawValue], toEnd: position + 2, count)
      if 0..<count ~= position { pairSums[position + 1] &+= wide(pair[PairRole.inside.rawValue]) }
    }
  }

  @inline(__always) private func wide(_ vector: SIMD4<Int8>) -> SIMD4<Int32> {
    SIMD4<Int32>(truncatingIfNeeded: vector)
  }

  @inline(__always) private func add(_ vector: SIMD4<Int8>, toStart position: Int, _ count: Int) {
    if 0...count ~= position { starts[position + SpanReader.margin] &+= wide(vector) }
  }

  @inline(__always) private func add(_ vector: SIMD4<Int8>, toEnd position: Int, _ count: Int) {
    if 0...count ~= position { ends[position + SpanReader.margin] &+= wide(vector) }
  }

  /// The scores of a span for all types, without what the rules say of each.
  mutating func score(
    _ span: SpanSet.Span, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) -> SIMD4<Int32> {
    let (start, end) = (Int(span.start), Int(span.end))
    var sum = startScore(start, reader) &+ endScore(end, reader)
    sum &+= characterSums[end] &- characterSums[start]
    sum &+= pairSums[end - 1] &- pairSums[start]
    let length = end - start
    if let first = CharacterRole.firstRole(ofLength: length) {
      for index in 0..<length { sum &+= wide(model.character(reader.code(at: start + index))[first + index]) }
    }
    let model = model
    reader.forEachSpanFeature(start, end, input) { sum &+= model.vector($0) }
    return sum
  }

  /// What the rule that proposes the span as `type` adds.
  func ruleScore(_ span: SpanSet.Span, _ type: EntityType, _ reader: borrowing SpanReader) -> Int32 {
    var sum: Int32 = 0
    reader.forEachRuleFeature(span, type) { sum &+= model.vector($0)[type.lane] }
    return sum
  }

  private mutating func startScore(_ position: Int, _ reader: borrowing SpanReader) -> SIMD4<Int32> {
    let at = position + SpanReader.margin
    if !isStartNamed[position] {
      var sum = starts[at]
      let model = model
      reader.forEachStartFeature(position) { sum &+= model.vector($0) }
      starts[at] = sum
      isStartNamed[position] = true
    }
    return starts[at]
  }

  private mutating func endScore(_ position: Int, _ reader: borrowing SpanReader) -> SIMD4<Int32> {
    let at = position + SpanReader.margin
    if !isEndNamed[position] {
      var sum = ends[at]
      let model = model
      reader.forEachEndFeature(position) { sum &+= model.vector($0) }
      ends[at] = sum
      isEndNamed[position] = true
    }
    return ends[at]
  }
}
