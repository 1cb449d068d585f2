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
  private let contextClasses: ClassSet
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
    facts.load(lattice, input, results: results, hidden: proposer.vocabulary.isName)
    proposer.load(lattice, input, facts, candidates: candidates)
    let margin = Self.margin
    codes.reset(to: EntityWeights.edge, count: lattice.count + 2 * margin)
    for (index, scalar) in lattice.scalars.enumerated() { codes[index + margin] = code(scalar) }
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
    body(NamedFeature(.leftBoundary, facts.isBoundary(start) ? 1 : 0))
    let word = Int(facts.wordEnding[start])
    if word >= 0 { body(NamedFeature(.leftTag, Int(facts.words[word].tag))) }
    Self.forEachClass(facts.classesEnding[start], contextClasses) { body(NamedFeature(.leftClass, $0)) }
    body(NamedFeature(.leftResults, Int(facts.resultsEnding[start])))
  }

  @inline(__always) func forEachEndFeature(_ end: Int, _ body: (NamedFeature) -> Void) {
    body(NamedFeature(.rightBoundary, facts.isBoundary(end) ? 1 : 0))
    let word = Int(facts.wordStarting[end])
    if word >= 0 { body(NamedFeature(.rightTag, Int(facts.words[word].tag))) }
    Self.forEachClass(facts.classesStarting[end], contextClasses) { body(NamedFeature(.rightClass, $0)) }
    body(NamedFeature(.rightResults, Int(facts.resultsStarting[end])))
  }

  /// Those of the span as a whole that are the same for all types.
  @inline(__always) func forEachSpanFeature(
    _ start: Int, _ end: Int, _ input: borrowing RuleInput, _ body: (NamedFeature) -> Void
  ) {
    let length = end - start
    body(NamedFeature(.length, min(length, NamedFeature.greatestLength)))
    let fit = (facts.isBoundary(start) ? 2 : 0) + (facts.isBoundary(end) ? 1 : 0)
    body(NamedFeature(.fit, 4 * min(length, NamedFeature.greatestFitLength) + fit))
    var words = 0
    var position = start
    while position < end {
      let word = Int(facts.wordStarting[position])
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
    forEachEntryFeature(start, end, input, body)
  }

  @inline(__always) private func forEachEntryFeature(
    _ start: Int, _ end: Int, _ input: borrowing RuleInput, _ body: (NamedFeature) -> Void
  ) {
    var whole: RuleInput.Edge?
    var first = ClassSet()
    for index in input.edgeRange(at: start) {
      let edge = input.edge(index)
      if Int(edge.end) < end {
        first.low |= edge.classes.low
        first.high |= edge.classes.high
      } else if Int(edge.end) == end {
        whole = edge
      }
    }
    if let whole {
      Self.forEachClass(whole.classes) { body(NamedFeature(.wholeClass, $0)) }
      let word = whole.word
      let tag = Int(words.contains(word.raw) ? words.tag(word.raw) : lexicon.tag(of: word).raw)
      body(NamedFeature(.wholeTag, proposer.vocabulary.isName[tag] ? 0 : tag))
    } else {
      body(NamedFeature(.notWhole))
    }
    Self.forEachClass(first) { body(NamedFeature(.firstClass, $0)) }
    Self.forEachClass(facts.classes(endingAt: end, after: start)) { body(NamedFeature(.lastClass, $0)) }
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
    let index =
      switch type {
      case .person: span.candidates.0
      case .organization: span.candidates.1
      case .place: span.candidates.2
      }
    return index < 0 ? nil : candidates[Int(index)]
  }

  @inline(__always) private static func forEachClass(
    _ classes: ClassSet, _ wanted: ClassSet = ClassSet(low: .max, high: .max), _ body: (Int) -> Void
  ) {
    var low = classes.low & wanted.low
    while low != 0 {
      body(low.trailingZeroBitCount)
      low &= low &- 1
    }
    var high = classes.high & wanted.high
    while high != 0 {
      body(64 + high.trailingZeroBitCount)
      high &= high &- 1
    }
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
    forEachEndFeature(end) { body(.named($0)) }
    forEachSpanFeature(start, end, input) { body(.named($0)) }
    forEachRuleFeature(span, type) { body(.named($0)) }
  }
}
