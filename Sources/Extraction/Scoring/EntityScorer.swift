import Lexicon

/// Scores the spans of a sentence by the model, in ``EntityWeights/scale``s of a nat.
///
/// What depends on one end of a span only is summed once for each position where a span begins or ends; the characters
/// and words inside are sums of prefixes, and those of an end are in its sum. So a span costs two sums, what its length
/// says, and what the dictionary says of it as a whole.
struct EntityScorer {
  let model: EntityModel
  private var characters = CharacterSums()
  /// The sums of the boundaries of words, and of the other positions that were asked for.
  private var starts = Table<Side>()
  private var ends = Table<Side>()
  private var isKnown = Table<Bool>()
  /// Sums over the words before a word.
  private var wordSums = Table<SIMD4<Int32>>()
  private let shapes: SpanShapes
  private let entries: EntryScores
  /// What it says that no rule proposes a span.
  let unruled: SIMD4<Int32>

  /// What one end of a span says.
  private struct Side: BitwiseCopyable {
    /// The characters there, what stands beside them, the prefix of the characters inside.
    var characters: SIMD4<Int32>
    /// The same with the words there and their prefix, for spans from one boundary of words to another.
    var words: SIMD4<Int32>
    /// The entries there, if none of them is as long as the span.
    var entries: SIMD4<Int32>
  }

  /// - Parameter contextClasses: those that tell something beside a span.
  init(_ model: EntityModel, contextClasses: ClassSet) {
    self.model = model
    shapes = SpanShapes(model)
    entries = EntryScores(model, contextClasses: contextClasses)
    unruled = model.vector(NamedFeature(.unruled))
  }

  mutating func load(_ reader: borrowing SpanReader, _ input: borrowing RuleInput) {
    let count = reader.count
    starts.reserve(count + 1)
    ends.reserve(count + 1)
    isKnown.reset(to: false, count: count + 1)
    // They come while the characters are summed.
    entries.prefetch(reader, input)
    characters.load(reader.codes, count: count, model)
    loadWords(reader)
    for word in 0..<reader.facts.wordCount { sum(at: Int(reader.facts.words[word].start), reader, input) }
    sum(at: count, reader, input)
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

  /// Sums up what the characters, words and entries at a position say of spans that start there, and that end there.
  @inline(__always)
  private func sum(at position: Int, _ reader: borrowing SpanReader, _ input: borrowing RuleInput) {
    let place = reader.facts.place(position)
    let starting = entries.starting(with: input.place(position).classes.bits)
    let ending = entries.ending(with: place.classesEnding)
    let (before, behind) = (Int(place.wordEnding), Int(place.wordStarting))
    let tagBefore = before < 0 ? -1 : Int(reader.facts.words[before].tag)
    let tagBehind = behind < 0 ? -1 : Int(reader.facts.words[behind].tag)
    let start =
      characters.start(position) &+ shapes.wordBefore(tagBefore, isBoundary: place.isBoundary)
      &+ model.vector(NamedFeature(.leftResults, Int(place.resultsEnding))) &+ SIMD4(truncatingIfNeeded: ending.beside)
    let end =
      characters.end(position) &+ shapes.wordBehind(tagBehind, isBoundary: place.isBoundary)
      &+ model.vector(NamedFeature(.rightResults, Int(place.resultsStarting)))
      &+ SIMD4(truncatingIfNeeded: starting.beside)
    var (startWithWords, endWithWords) = (start, end)
    if behind >= 0 { startWithWords &+= shapes.firstWord(UInt16(tagBehind)) &- wordSums[behind] }
    if before >= 0 { endWithWords &+= shapes.lastWord(UInt16(tagBefore)) &+ wordSums[before &+ 1] }
    starts[position] = Side(
      characters: start, words: startWithWords, entries: SIMD4(truncatingIfNeeded: starting.inside))
    ends[position] = Side(characters: end, words: endWithWords, entries: SIMD4(truncatingIfNeeded: ending.inside))
    isKnown[position] = true
  }

  @inline(never)
  private func sumLater(at position: Int, _ reader: borrowing SpanReader, _ input: borrowing RuleInput) {
    sum(at: position, reader, input)
  }

  /// The scores of a span for all types, without what the rules say of each.
  @inline(__always) func score(
    _ span: SpanSet.Span, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) -> SIMD4<Int32> {
    let (start, end) = (Int(span.start), Int(span.end))
    let length = end &- start
    var sum: SIMD4<Int32>
    if reader.facts.isBoundary(start), reader.facts.isBoundary(end) {
      let word = Int(reader.facts.place(start).wordsBefore)
      let words = Int(reader.facts.place(end).wordsBefore) &- word
      sum = starts[start].words &+ ends[end].words &+ shapes.shape(length, words: words)
      if words == 1 { sum &+= shapes.loneWord(reader.facts.words[word].tag) }
    } else {
      if !isKnown[start] { sumLater(at: start, reader, input) }
      if !isKnown[end] { sumLater(at: end, reader, input) }
      sum = starts[start].characters &+ ends[end].characters
      reader.forEachShapeFeature(start, end) { sum &+= model.vector($0) }
    }
    sum &+= characters.short(start, end)
    if Int(reader.facts.place(start).entryEnd) < end, Int(reader.facts.place(end).entryStart) > start {
      return sum &+ starts[start].entries &+ ends[end].entries &+ entries.notWhole
    }
    return sum &+ entries.score(start, end, reader, input)
  }

  /// What the rule that proposes the span as `type` adds.
  @inline(__always) func ruleScore(_ candidate: Candidate?, _ type: EntityType) -> Int32 {
    var sum: Int32 = 0
    SpanReader.forEachRuleFeature(candidate) { sum &+= model.vector($0)[type.lane] }
    return sum
  }
}
