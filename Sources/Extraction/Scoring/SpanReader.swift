import Lexicon
import Segmentation

/// A sentence as the model sees it: the spans to be weighed, and the features of each.
///
/// Scoring, training and explaining read the same features from here, so they cannot disagree.
package struct SpanReader {
  private let lexicon: Lexicon
  /// Of the lexicon: for what is asked of every character and span.
  private let trie: Trie
  private let words: WordTable
  private(set) var facts = BoundaryFacts()
  private var proposer: SpanProposer
  /// The codes of the characters, digits taken for one; two edges before and behind them.
  private(set) var codes = Table<UInt16>()
  static let margin = 2
  let contextClasses: ClassSet
  private(set) var candidates: [Candidate] = []

  var spanCount: Int { proposer.spans.count }
  @inline(__always) func span(_ index: Int) -> SpanSet.Span { proposer.spans[index] }
  var count: Int { facts.count }

  /// Classes that tell something beside a name; the others are not looked at there.
  private static let contextClassNames = [
    "NAME-CUE", "ORG-LEAD", "NOT-ORG-FIRST", "PERSON-VERB", "SAY-VERB", "TITLE", "TITLE-HEAD.post",
    "TITLE-HEAD.occupation", "TITLE-HEAD.tail", "HONORIFIC.after", "HONORIFIC.before", "PERSON-NOUN", "OCCUPATION",
    "ROLE-LEAD.as", "ROLE-LEAD.from", "ROLE-VERB.holds", "ROLE-VERB.appointed", "ROLE-VERB.elected", "ROLE-VERB.left",
    "STOPWORD", "ORG-SUFFIX.strong", "ORG-SUFFIX.weak", "ORG-SUFFIX.unit", "ORG-SUFFIX.party", "PLACE", "COUNTRY",
    "ORG",
    "PLACE-SUFFIX", "MEASURE", "TITLE-PREFIX", "TITLE-DOMAIN", "SURNAME", "ORG-MODIFIER",
  ]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    trie = lexicon.trie
    words = lexicon.wordTable
    proposer = SpanProposer(lexicon: lexicon)
    contextClasses = ClassSet(Self.contextClassNames.compactMap { lexicon.classID(named: $0) })
  }

  /// - Parameters:
  ///   - results: what the rules found, of all types.
  ///   - candidates: what may be chosen: `results`, and what the document remembers.
  mutating func load(
    _ lattice: SentenceLattice, _ input: borrowing RuleInput, results: [Candidate], candidates: [Candidate]
  ) {
    self.candidates = candidates
    facts.load(lattice, input, results: results, visibleTags: proposer.vocabulary.visibleTags)
    proposer.load(input, facts, candidates: candidates)
    let margin = Self.margin
    // One more, so that the last of them has one behind it.
    codes.reset(to: EntityWeights.edge, count: count + 2 * margin + 1)
    let codes = codes
    for position in 0..<count { codes[position + margin] = code(input.place(position).scalar) }
  }

  /// All digits are one.
  private func code(_ scalar: UInt32) -> UInt16 {
    let code = scalar < 0x10000 ? trie.codes[Int(scalar)] : lexicon.code(of: scalar)
    return CharacterCode.digitZero..<CharacterCode.letterA ~= code ? CharacterCode.digitZero : code
  }

  /// The code of the character at a position of the sentence, or of its edge up to two beyond it.
  @inline(__always) func code(at position: Int) -> UInt16 { codes[position + Self.margin] }

  // MARK: Named features

  @inline(__always) func forEachStartFeature(_ start: Int, _ body: (NamedFeature) -> Void) {
    forEachWordFeature(before: start, body)
    leftClasses(start).forEach { body(NamedFeature(.leftClass, $0)) }
  }

  /// Those of the start that are no classes.
  @inline(__always) func forEachWordFeature(before start: Int, _ body: (NamedFeature) -> Void) {
    let place = facts.place(start)
    body(NamedFeature(.leftBoundary, place.isBoundary ? 1 : 0))
    if place.wordEnding >= 0 { body(NamedFeature(.leftTag, Int(facts.words[Int(place.wordEnding)].tag))) }
    body(NamedFeature(.leftResults, Int(place.resultsEnding)))
  }

  /// The classes that tell something before a span.
  @inline(__always) func leftClasses(_ start: Int) -> ClassBits {
    facts.place(start).classesEnding.intersection(contextClasses)
  }

  @inline(__always) func forEachEndFeature(
    _ end: Int, _ input: borrowing RuleInput, _ body: (NamedFeature) -> Void
  ) {
    forEachWordFeature(behind: end, body)
    rightClasses(end, input).forEach { body(NamedFeature(.rightClass, $0)) }
  }

  /// Those of the end that are no classes.
  @inline(__always) func forEachWordFeature(behind end: Int, _ body: (NamedFeature) -> Void) {
    let place = facts.place(end)
    body(NamedFeature(.rightBoundary, place.isBoundary ? 1 : 0))
    if place.wordStarting >= 0 { body(NamedFeature(.rightTag, Int(facts.words[Int(place.wordStarting)].tag))) }
    body(NamedFeature(.rightResults, Int(place.resultsStarting)))
  }

  /// The classes that tell something behind a span.
  @inline(__always) func rightClasses(_ end: Int, _ input: borrowing RuleInput) -> ClassBits {
    input.place(end).classes.bits.intersection(contextClasses)
  }

  /// Those of the span as a whole that are the same for all types.
  @inline(__always) func forEachSpanFeature(
    _ start: Int, _ end: Int, _ input: borrowing RuleInput, _ body: (NamedFeature) -> Void
  ) {
    forEachShapeFeature(start, end, body)
    let entries = entries(start, end, input)
    if let word = entries.whole {
      entries.wholeClasses.forEach { body(NamedFeature(.wholeClass, $0)) }
      body(NamedFeature(.wholeTag, visibleTag(of: word)))
    } else {
      body(NamedFeature(.notWhole))
    }
    entries.first.forEach { body(NamedFeature(.firstClass, $0)) }
    entries.last.forEach { body(NamedFeature(.lastClass, $0)) }
  }

  /// Those of its length and its words.
  @inline(__always) func forEachShapeFeature(_ start: Int, _ end: Int, _ body: (NamedFeature) -> Void) {
    let length = end - start
    body(NamedFeature(.length, min(length, NamedFeature.greatestLength)))
    let fit = (facts.isBoundary(start) ? 2 : 0) + (facts.isBoundary(end) ? 1 : 0)
    body(NamedFeature(.fit, 4 * min(length, NamedFeature.greatestFitLength) + fit))
    var words = 0
    var position = start
    while position < end {
      let word = Int(facts.place(position).wordStarting)
      if word >= 0, position > start { words += 1 }
      if word >= 0, Int(facts.words[word].end) <= end {
        let last = Int(facts.words[word].end)
        let place = (position == start ? 2 : 0) + (last == end ? 1 : 0)
        body(NamedFeature(.innerTag, 4 * Int(facts.words[word].tag) + place))
        position = last
      } else {
        position += 1
      }
    }
    body(NamedFeature(.words, min(words, NamedFeature.greatestWordCount)))
  }

  /// The entries of the dictionary that a span is, begins and ends with.
  struct Entries {
    /// The word that is the whole span, and its classes.
    var whole: WordID?
    var wholeClasses = ClassBits()
    /// The classes of shorter ones at its start and at its end.
    var first = ClassBits()
    var last = ClassBits()
  }

  @inline(__always) func entries(_ start: Int, _ end: Int, _ input: borrowing RuleInput) -> Entries {
    var entries = Entries()
    for index in input.edgeRange(at: start) {
      let edge = input.edge(index)
      if Int(edge.end) < end {
        entries.first.formUnion(edge.classes)
      } else if Int(edge.end) == end {
        entries.whole = edge.word
        entries.wholeClasses = edge.classes.bits
      }
    }
    entries.last = facts.classes(endingAt: end, after: start, input)
    return entries
  }

  /// The word that is the whole span, as in ``Entries``.
  @inline(__always) func wholeEntry(_ start: Int, _ end: Int, _ input: borrowing RuleInput) -> WordID? {
    let range = input.edgeRange(at: start)
    var index = range.upperBound
    while index > range.lowerBound {
      index &-= 1
      let edge = input.edge(index)
      if Int(edge.end) == end { return edge.word }
    }
    return nil
  }

  /// The part of speech of a word, as far as the model sees it.
  @inline(__always) func visibleTag(of word: WordID) -> Int {
    let tag = words.contains(word.raw) ? words.tag(word.raw) : lexicon.tag(of: word).raw
    return Int(proposer.vocabulary.visibleTags[Int(tag)])
  }

  /// Those of the rule that proposes the span as `type`.
  @inline(__always) func forEachRuleFeature(
    _ span: SpanSet.Span, _ type: EntityType, _ body: (NamedFeature) -> Void
  ) {
    Self.forEachRuleFeature(candidate(span, type), body)
  }

  /// - Parameter candidate: what proposes the span as a type.
  @inline(__always) static func forEachRuleFeature(_ candidate: Candidate?, _ body: (NamedFeature) -> Void) {
    guard let candidate, candidate.rule >= 0 else { return body(NamedFeature(.unruled)) }
    body(NamedFeature(.rule, Int(candidate.rule)))
    body(NamedFeature(.evidence, NamedFeature.evidence(candidate.evidence)))
  }

  /// What proposes the span as `type`; nil if no rule does, nor the memory.
  @inline(__always) func candidate(_ span: SpanSet.Span, _ type: EntityType) -> Candidate? {
    if span.proposal < 0 { return nil }
    let index = proposer.spans.proposal(span).candidates[type.lane]
    return index < 0 ? nil : candidates[Int(index)]
  }

  /// The evidence that the document's memory lends the span as `type`, in nats; 0 if it does not know it.
  @inline(__always) func remembered(_ span: SpanSet.Span, _ type: EntityType) -> Float {
    span.proposal < 0 ? 0 : proposer.spans.proposal(span).remembered[type.lane]
  }

  // MARK: All features

  /// Calls `body` with every feature of a span as `type`: what scores it, one by one.
  func forEachFeature(
    _ span: SpanSet.Span, _ type: EntityType, _ input: borrowing RuleInput, _ body: (EntityFeature) -> Void
  ) {
    let (start, end) = (Int(span.start), Int(span.end))
    let length = end - start
    for (role, position) in [
      (CharacterRole.beforeLast, start - 2), (.before, start - 1), (.first, start), (.behind, end),
      (.behindNext, end + 1), (.last, end - 1),
    ] { body(.character(role, code: code(at: position))) }
    for (role, position) in [
      (PairRole.before, start - 2), (.acrossStart, start - 1), (.first, start), (.behind, end), (.acrossEnd, end - 1),
      (.last, end - 2),
    ] { body(.pair(role, first: code(at: position), second: code(at: position + 1))) }
    for position in start..<end {
      body(.character(.inside, code: code(at: position)))
      if position + 1 < end { body(.pair(.inside, first: code(at: position), second: code(at: position + 1))) }
      if let first = CharacterRole.firstRole(ofLength: length),
        let role = CharacterRole(rawValue: first + position - start)
      {
        body(.character(role, code: code(at: position)))
      }
    }
    forEachStartFeature(start) { body(.named($0)) }
    forEachEndFeature(end, input) { body(.named($0)) }
    forEachSpanFeature(start, end, input) { body(.named($0)) }
    forEachRuleFeature(span, type) { body(.named($0)) }
  }
}
