import Foundation
import Lexicon
import Segmentation
package import Text

/// Extracts from articles, one after the other.
///
/// A class, since it holds kilobytes: a value of that size is copied at each call of what reads it.
package final class ExtractionWorker {
  let extractor: Extractor
  private let segmentation: SegmentationWorker
  let tagging: TaggingWorker
  private var lattice = SentenceLattice()
  private let numericMemory = NumericMemory()
  /// Whether readers are run where they cannot find anything, too.
  let triesAll: Bool
  private(set) var cascade: Cascade
  let threshold: Float
  var references: ReferenceResolver
  /// The names of the article's entities, which references are settled by.
  var names = ArticleNames()
  /// The words of the discourse tables in its sentences.
  private var cues: [CueHit] = []
  /// Nil: rules alone decide.
  private var decision: EntityDecision?
  /// Notes what is proposed and settled, for explanations.
  var recorder: SentenceRecorder?
  /// The words of those sentences of the article that measurements are made of.
  let words = MeasuredWords()
  /// Room for the quantities and times of a sentence.
  private var matches: [NumericMatch] = []

  /// - Parameter entityModel: what decides; nil: rules alone.
  init(_ extractor: Extractor, entityModel: EntityModel?, triesAll: Bool = false) {
    self.extractor = extractor
    self.triesAll = triesAll
    tagging = extractor.tagger.makeWorker(extractor.taggedSegmenter)
    segmentation = tagging.worker
    cascade = Cascade(
      lexicon: extractor.lexicon, rules: extractor.rules, names: extractor.names, kinds: extractor.kinds,
      triesAll: triesAll)
    decision = entityModel.map {
      EntityDecision($0, lexicon: extractor.lexicon, rules: extractor.rules)
    }
    references = ReferenceResolver(
      tables: extractor.aliases, known: KnownPlaces(tables: extractor.aliases),
      settlesInner: extractor.options.nested)
    let score = min(max(extractor.options.threshold, 0.001), 0.999)
    threshold = Float(log(score / (1 - score)))
  }

  /// What was found in an article.
  package struct Result: Sendable {
    package var sentences: [Span] = []
    package var entities: [Entity] = []
    package var quantities: [NumericFact] = []
    package var times: [NumericFact] = []
    package var measurements: [Measurement] = []
    package var roles: [Role] = []
    package var statements: [Statement] = []
    package var reference: ReferenceTime?
  }

  /// One sentence and what was settled in it.
  struct Sentence {
    let block: Int
    /// In the bytes of the block's normalized text.
    let range: Range<Int>
    /// By their index in the result.
    var entities = 0..<0
    /// By entity: its range in the block's normalized bytes.
    var ranges: [Range<Int>] = []
    /// Its words of the discourse tables, by their place among those of the article.
    var cues = 0..<0
    /// The times, by their index in the result, and the ordinals, in the block's normalized bytes.
    var times: [(range: Range<Int>, index: Int)] = []
    var ordinals: [Range<Int>] = []
    /// The quantities, by their index in the result.
    var quantities: [(range: Range<Int>, index: Int)] = []
    /// Its words among ``ExtractionWorker/words``; empty if they were not kept.
    var words = 0..<0
    /// What it says about short forms.
    var definitions: [AliasDefinition] = []
    /// Surnames that stand alone before a title (方 in 方主席). They are people only if the article names one of that
    /// surname.
    var surnames: [[UInt32]] = []
  }

  /// Reads an article of a document.
  ///
  /// - Parameter reference: the time that relative times count from, instead of the extractor's.
  /// - Complexity: linear in the article's length.
  package func extract(_ article: Article, in document: Document, reference: Moment? = nil) -> Result {
    var result = Result()
    var memory = DocumentMemory(tables: extractor.aliases)
    result.reference = referenceTime(of: article, in: document, given: reference ?? extractor.options.reference)
    words.removeAll()
    names.removeAll()
    cues.removeAll(keepingCapacity: true)
    var context = NumericContext(reference: result.reference?.moment)
    let folding = extractor.folding
    let texts = article.blocks.map { NormalizedText(utf8: document.utf8, pieces: $0.pieces, folding: folding) }
    var sentences: [Sentence] = []
    // Results are large to move; news has about so many of them.
    let size = article.span.count
    result.entities.reserveCapacity(size / 60 + 4)
    result.quantities.reserveCapacity(size / 120)
    for (block, text) in texts.enumerated() {
      // Headlines, the byline and the first paragraph.
      context.leaveParagraph(isOpening: block <= 3)
      var run = 0
      for range in SentenceSplitter.sentences(in: text.bytes) {
        result.sentences.append(text.span(range, from: &run))
        var sentence = Sentence(block: block, range: range)
        read(&sentence, of: text, memory: nil, into: &memory, &result.entities)
        readNumbers(of: text, in: &sentence, context: &context, into: &result)
        keepWords(of: text, in: &sentence, result.quantities)
        sentences.append(consume sentence)
      }
    }
    recall(memory, in: texts, sentences: &sentences, &result.entities)
    resolve(&result.entities, of: sentences, article, document)
    readDiscourse(sentences, of: texts, article, into: &result)
    readMeasurements(sentences, of: texts, into: &result)
    return result
  }

  /// Reads roles and statements, now that all entities of the article are settled.
  private func readDiscourse(
    _ sentences: [Sentence], of texts: [NormalizedText], _ article: Article, into result: inout Result
  ) {
    // Not through the worker: closures would copy all of it.
    let (kinds, names) = (extractor.titleKinds, names)
    var reader = DiscourseReader(
      vocabulary: extractor.discourse, entities: result.entities, times: result.times, cues: cues,
      named: (0..<names.count).map { kinds.named(names[$0]) })
    var next = 0
    var firstEntity = 0
    for (block, text) in texts.enumerated() {
      let first = next
      var entityCount = 0
      while next < sentences.count, sentences[next].block == block {
        entityCount += sentences[next].entities.count
        next += 1
      }
      reader.read(
        sentences[first..<next], firstEntity: firstEntity, of: text, isStory: article.blocks[block].kind != .byline)
      firstEntity += entityCount
    }
    result.roles = reader.roles
    result.statements = reader.statements
  }

  /// Settles the entities of a sentence, which are added to `entities`; `known` tells names found elsewhere in the article.
  private func read(
    _ sentence: inout Sentence, of text: NormalizedText, memory known: DocumentMemory?,
    into memory: inout DocumentMemory, _ entities: inout [Entity]
  ) {
    let (candidates, standing) = propose(text.bytes, sentence.range, memory: known)
    recorder?.note(text, sentence.block, sentence.range, candidates, standing)
    let inside = extractor.options.nested ? nesting(candidates, standing) : nil
    // Held once: each use of the worker's own would count all its arrays up and down.
    let input = cascade.input
    let offsets = lattice.offsets
    memory.remember(standing, in: input)
    numericMemory.people = standing.filter { $0.type == RuleSet.person }.map(\.range)
    numericMemory.organizations = standing.filter { $0.type == RuleSet.organization }.map(\.range)
    sentence.ranges = standing.map { offsets[$0.range.lowerBound]..<offsets[$0.range.upperBound] }
    let first = entities.count
    var end: Int?
    // What was noted when the sentence was read first is of no use any more.
    sentence.definitions = []
    sentence.surnames = []
    for (index, candidate) in standing.enumerated() {
      let (original, span) = text.excerpt(sentence.ranges[index])
      let forms = self.forms(of: candidate, original, in: input)
      addName(candidate, forms, at: span, behind: end, in: input, &sentence)
      entities.append(
        entity(candidate, forms, at: span, nested: nest(inside?.parts(of: candidate) ?? [], of: text)))
      end = candidate.range.upperBound
    }
    sentence.entities = first..<entities.count
    for definition in DefinitionReader.definitions(standing, in: input, tables: extractor.aliases) {
      memory.remember(definition, in: input)
      sentence.definitions.append(self.definition(definition, of: text))
    }
    let firstCue = cues.count
    if input.classes.meets(extractor.discourse.classes) {
      extractor.discourse.addHits(in: input.view, entities: standing, offsets: offsets, to: &cues)
    }
    sentence.cues = firstCue..<cues.count
  }

  /// What the rules and the memory propose, and what of it stands.
  func propose(
    _ bytes: [UInt8], _ range: Range<Int>, memory: DocumentMemory? = nil
  ) -> (candidates: [Candidate], standing: [Candidate]) {
    bytes.withUnsafeBufferPointer { segmentation.analyze($0, range, into: &lattice) }
    return propose(memory, in: &lattice, &cascade, &decision)
  }

  /// In place: what the worker holds would be copied if it were handed on by itself.
  private func propose(
    _ memory: DocumentMemory?, in lattice: inout SentenceLattice, _ cascade: inout Cascade,
    _ decision: inout EntityDecision?
  ) -> (candidates: [Candidate], standing: [Candidate]) {
    var candidates = cascade.candidates(in: lattice)
    let results = candidates
    if let memory { candidates = memory.joined(candidates, in: cascade.input) }
    if let standing = decision?.decide(
      lattice, cascade.input, results: results, candidates: candidates, threshold: Float(extractor.options.threshold))
    {
      return (candidates, standing)
    }
    let settled = Overlap.settle(candidates, length: cascade.input.count, threshold: threshold)
    let nothing = extractor.rules.nothing
    return (candidates, settled.filter { $0.type != nothing })
  }

  /// Reads those sentences again where a name that stands elsewhere with good evidence was not found.
  private func recall(
    _ memory: DocumentMemory, in texts: [NormalizedText], sentences: inout [Sentence], _ entities: inout [Entity]
  ) {
    guard !memory.isEmpty else { return }
    var name: [UInt32] = []
    var again = sentences.indices.filter { index in
      memory.misses(
        in: texts[sentences[index].block].bytes, sentences[index].range, found: sentences[index].ranges,
        loneSurnames: sentences[index].surnames, name: &name)
    }[...]
    if again.isEmpty { return }
    // Other sentences keep what was found in them.
    let known = entities
    entities = []
    entities.reserveCapacity(known.count)
    var unused = DocumentMemory(tables: extractor.aliases)
    var order: [Int] = []
    order.reserveCapacity(names.count)
    for index in sentences.indices {
      if again.first == index {
        again.removeFirst()
        let first = names.count
        read(&sentences[index], of: texts[sentences[index].block], memory: memory, into: &unused, &entities)
        order += first..<names.count
      } else {
        let first = entities.count
        entities += known[sentences[index].entities]
        order += sentences[index].entities
        sentences[index].entities = first..<entities.count
      }
    }
    names.arrange(order)
  }

  /// The quantities and times of the sentence read last.
  private func readNumbers(
    of text: NormalizedText, in sentence: inout Sentence, context: inout NumericContext, into result: inout Result
  ) {
    var matches: [NumericMatch] = []
    swap(&matches, &self.matches)
    defer { swap(&matches, &self.matches) }
    if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    // Held once: each use of the worker's own would count all arrays of the lattice up and down.
    let (scalars, offsets, numeric) = (lattice.scalars, lattice.offsets, extractor.numeric)
    func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
    scalars.withUnsafeBufferPointer { scalars in
      numeric.read(
        scalars, into: &matches, context: &context, nested: extractor.options.nested, memory: numericMemory,
        triesAll: triesAll)
      for index in matches.indices
      where NumericReader.mayBeCapital(matches[index].kind, matches[index].range, in: scalars) {
        numeric.capitalize(&matches[index], in: scalars) { text.text(bytes($0)) }
      }
    }
    if matches.isEmpty { return }
    matches.withUnsafeBufferPointer { found in
      let timeCount = found.count { $0.kind.isTime }
      if timeCount > 0 { sentence.times.reserveCapacity(timeCount) }
      if timeCount < found.count { sentence.quantities.reserveCapacity(found.count - timeCount) }
      for index in found.indices {
        let (kind, range) = (found[index].kind, bytes(found[index].range))
        if kind == .ordinal { sentence.ordinals.append(range) }
        if kind.isTime {
          sentence.times.append((range, result.times.count))
          result.times.append(fact(index, among: found, of: text, bytes))
        } else {
          sentence.quantities.append((range, result.quantities.count))
          result.quantities.append(fact(index, among: found, of: text, bytes))
        }
      }
    }
  }

  // MARK: From scalars of the sentence to the original text

  func bytes(_ range: Range<Int>) -> Range<Int> {
    lattice.offsets[range.lowerBound]..<lattice.offsets[range.upperBound]
  }

  private func nest(_ parts: [Nesting.Part], of text: NormalizedText) -> [Entity] {
    if parts.isEmpty { return [] }
    let input = cascade.input
    return parts.map { part in
      let (original, span) = text.excerpt(bytes(part.candidate.range))
      let forms = forms(of: part.candidate, original, in: input)
      return entity(part.candidate, forms, at: span, nested: nest(part.parts, of: text))
    }
  }

  private func entity(_ candidate: Candidate, _ forms: NameForms, at span: Span, nested: [Entity]) -> Entity {
    Entity(
      category: category(candidate), span: span,
      text: forms.original, canonical: forms.canonical,
      kind: candidate.kind < 0 ? nil : extractor.rules.kinds[Int(candidate.kind)],
      score: 1 / (1 + exp(-Double(candidate.evidence))), rule: reference(candidate.rule), nested: nested)
  }

  func category(_ candidate: Candidate) -> Entity.Category {
    Entity.Category(rawValue: extractor.rules.types[Int(candidate.type)])
  }

  /// The folded characters of a range of the sentence read last.
  func scalars(_ range: Range<Int>) -> String {
    String(folded: cascade.input.scalars[range])
  }

  @inline(__always)
  func reference(_ rule: Int32) -> RuleReference {
    guard rule >= 0 else {
      return RuleReference(name: CandidateSource.name(rule), file: "", line: 0)
    }
    let number = Int(rule)
    return RuleReference(
      name: extractor.rules.rules[number].name, file: extractor.rules.rules[number].file,
      line: extractor.rules.rules[number].line)
  }

  /// - Parameter index: of the match among `matches`, which are read where they lie: a copy would count all its texts up and
  ///   down.
  private func fact(
    _ index: Int, among matches: UnsafeBufferPointer<NumericMatch>, of text: NormalizedText,
    _ bytes: (Range<Int>) -> Range<Int>
  ) -> NumericFact {
    let (original, span) = text.excerpt(bytes(matches[index].range))
    let nested = matches[index].inner.withUnsafeBufferPointer { inner in
      inner.indices.map { fact($0, among: inner, of: text, bytes) }
    }
    return NumericFact(
      kind: matches[index].kind, span: span, text: original, value: matches[index].value, unit: matches[index].unit,
      approximation: matches[index].approximation, lower: matches[index].lower?.double,
      upper: matches[index].upper?.double, alternatives: matches[index].alternatives, edtf: matches[index].edtf,
      rule: matches[index].rule, nested: nested)
  }
}
