import Lexicon

/// Scores the spans of a sentence by the model, in ``EntityWeights/scale``s of a nat.
///
/// What depends on one end of a span only is summed once for each position where a span begins or ends; the characters
/// and words inside are sums of prefixes, and those of an end are in its sum. So a span costs two sums, what its length
/// says, and what the dictionary says of it as a whole.
struct EntityScorer {
  let model: EntityModel
  private var characters = CharacterSums()
  /// The sums of the positions that were asked for.
  private var starts = Table<Side>()
  private var ends = Table<Side>()
  private var isKnown = Table<Known>()
  /// Sums over the words before a word.
  private var wordSums = Table<SIMD4<Int32>>()
  private let shapes: SpanShapes
  // What templates say of sets of classes.
  private let leftClasses: ClassMemo<SIMD4<Int32>>
  private let rightClasses: ClassMemo<SIMD4<Int32>>
  private let firstClasses: ClassMemo<SIMD4<Int32>>
  private let lastClasses: ClassMemo<SIMD4<Int32>>
  private let wholeClasses: ClassMemo<SIMD4<Int32>>
  /// What it says that no rule proposes a span.
  let unruled: SIMD4<Int32>

  /// What one end of a span says.
  private struct Side: BitwiseCopyable {
    /// The characters there, what stands beside them, the prefix of the characters inside.
    var characters: SIMD4<Int32>
    /// The same with the words there and their prefix, for spans from one boundary of words to another.
    var words: SIMD4<Int32>
    /// The entries there, if none of them is as long as the span; at the end with the fact that none is.
    var entries: SIMD4<Int32>
  }

  private struct Known: BitwiseCopyable {
    var start = false
    var end = false
  }

  init(_ model: EntityModel) {
    self.model = model
    shapes = SpanShapes(model)
    leftClasses = ClassMemo { model.sum(.leftClass, $0) }
    rightClasses = ClassMemo { model.sum(.rightClass, $0) }
    firstClasses = ClassMemo { model.sum(.firstClass, $0) }
    lastClasses = ClassMemo { model.sum(.lastClass, $0) }
    wholeClasses = ClassMemo { model.sum(.wholeClass, $0) }
    unruled = model.vector(NamedFeature(.unruled))
  }

  mutating func load(_ reader: borrowing SpanReader) {
    let count = reader.count
    starts.reserve(count + 1)
    ends.reserve(count + 1)
    isKnown.reset(to: Known(), count: count + 1)
    characters.load(reader.codes, count: count, model)
    loadWords(reader)
  }

  private mutating func loadWords(_ reader: borrowing SpanReader) {
    wordSums.reserve(reader.facts.wordCount + 1)
    let wordSums = wordSums
    var sum = SIMD4<Int32>.zero
    for word in 0..<reader.facts.wordCount {
      wordSums[word] = sum
      sum &+= shapes.innerWord(reader.facts.words[word].tag)
    }
    wordSums[reader.facts.wordCount] = sum
  }

  /// The scores of a span for all types, without what the rules say of each.
  @inline(__always) func score(
    _ span: SpanSet.Span, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) -> SIMD4<Int32> {
    let (start, end) = (Int(span.start), Int(span.end))
    if !isKnown[start].start { sumStart(start, reader, input) }
    if !isKnown[end].end { sumEnd(end, reader, input) }
    let length = end &- start
    var sum: SIMD4<Int32>
    if reader.facts.isBoundary(start), reader.facts.isBoundary(end) {
      let word = Int(reader.facts.place(start).wordsBefore)
      let words = Int(reader.facts.place(end).wordsBefore) &- word
      sum = starts[start].words &+ ends[end].words &+ shapes.shape(length, words: words)
      if words == 1 { sum &+= shapes.loneWord(reader.facts.words[word].tag) }
    } else {
      sum = starts[start].characters &+ ends[end].characters
      reader.forEachShapeFeature(start, end) { sum &+= model.vector($0) }
    }
    sum &+= characters.short(start, end)
    if Int(reader.facts.place(start).entryEnd) < end, Int(reader.facts.place(end).entryStart) > start {
      return sum &+ starts[start].entries &+ ends[end].entries
    }
    return sum &+ entryScore(start, end, reader, input)
  }

  private func entryScore(
    _ start: Int, _ end: Int, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) -> SIMD4<Int32> {
    let entries = reader.entries(start, end, input)
    let sum = firstClasses[entries.first] &+ lastClasses[entries.last]
    guard let word = entries.whole else { return sum &+ model.vector(NamedFeature(.notWhole)) }
    return sum &+ wholeClasses[entries.wholeClasses]
      &+ model.vector(NamedFeature(.wholeTag, reader.visibleTag(of: word)))
  }

  /// What the rule that proposes the span as `type` adds.
  @inline(__always) func ruleScore(_ candidate: Candidate?, _ type: EntityType) -> Int32 {
    var sum: Int32 = 0
    SpanReader.forEachRuleFeature(candidate) { sum &+= model.vector($0)[type.lane] }
    return sum
  }

  @inline(never) private func sumStart(
    _ position: Int, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) {
    let place = reader.facts.place(position)
    var sum = characters.start(position) &+ model.vector(NamedFeature(.leftResults, Int(place.resultsEnding)))
    sum &+= shapes.wordBefore(reader.facts.tag(ofWord: place.wordEnding), isBoundary: place.isBoundary)
    sum &+= leftClasses[reader.leftClasses(position)]
    var withWords = sum
    let word = Int(place.wordStarting)
    if word >= 0 { withWords &+= shapes.firstWord(reader.facts.words[word].tag) &- wordSums[word] }
    starts[position] = Side(
      characters: sum, words: withWords, entries: firstClasses[input.place(position).classes.bits])
    isKnown[position].start = true
  }

  @inline(never) private func sumEnd(
    _ position: Int, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) {
    let place = reader.facts.place(position)
    var sum = characters.end(position) &+ model.vector(NamedFeature(.rightResults, Int(place.resultsStarting)))
    sum &+= shapes.wordBehind(reader.facts.tag(ofWord: place.wordStarting), isBoundary: place.isBoundary)
    sum &+= rightClasses[reader.rightClasses(position, input)]
    var withWords = sum
    let word = Int(place.wordEnding)
    if word >= 0 { withWords &+= shapes.lastWord(reader.facts.words[word].tag) &+ wordSums[word + 1] }
    ends[position] = Side(
      characters: sum, words: withWords,
      entries: lastClasses[place.classesEnding] &+ model.vector(NamedFeature(.notWhole)))
    isKnown[position].end = true
  }
}
