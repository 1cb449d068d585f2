import Foundation
import Lexicon
import Segmentation
package import Text

/// Extracts from articles, one after the other.
package struct ExtractionWorker {
  let extractor: Extractor
  private let segmentation: SegmentationWorker
  let tagging: TaggingWorker
  private let lattice = SentenceLattice()
  private let numericMemory = NumericMemory()
  /// Whether readers are run where they cannot find anything, too.
  let triesAll: Bool
  private(set) var cascade: Cascade
  let threshold: Float
  let knownPlaces: KnownPlaces
  /// Nil: rules alone decide.
  private var decision: EntityDecision?
  /// Notes what is proposed and settled, for explanations.
  var recorder: SentenceRecorder?

  init(_ extractor: Extractor, triesAll: Bool = false) {
    self.extractor = extractor
    self.triesAll = triesAll
    segmentation = extractor.segmenter.makeWorker()
    tagging = extractor.tagger.makeWorker(extractor.taggedSegmenter)
    cascade = Cascade(
      lexicon: extractor.lexicon, rules: extractor.rules, names: extractor.names, kinds: extractor.kinds,
      triesAll: triesAll)
    decision = extractor.entityModel.map {
      EntityDecision($0, lexicon: extractor.lexicon, rules: extractor.rules)
    }
    knownPlaces = KnownPlaces(tables: extractor.aliases)
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
    var cues: [CueHit] = []
    /// The times, by their index in the result, and the ordinals, in the block's normalized bytes.
    var times: [(range: Range<Int>, index: Int)] = []
    var ordinals: [Range<Int>] = []
    /// The quantities, by their index in the result.
    var quantities: [(range: Range<Int>, index: Int)] = []
    /// What the references are settled by.
    var names = SentenceNames()
  }

  /// Reads an article of a document.
  ///
  /// - Parameter reference: the time that relative times count from, instead of the extractor's.
  /// - Complexity: linear in the article's length.
  package mutating func extract(_ article: Article, in document: Document, reference: Moment? = nil) -> Result {
    var result = Result()
    var memory = DocumentMemory(tables: extractor.aliases)
    result.reference = referenceTime(of: article, in: document, given: reference ?? extractor.options.reference)
    var context = NumericContext(reference: result.reference?.moment)
    let texts = article.blocks.map {
      NormalizedText(utf8: document.utf8, pieces: $0.pieces, folding: extractor.folding)
    }
    var sentences: [Sentence] = []
    for (block, text) in texts.enumerated() {
      for range in SentenceSplitter.sentences(in: text.bytes) {
        var sentence = Sentence(block: block, range: range)
        read(&sentence, of: text, memory: nil, into: &memory, &result.entities)
        readNumbers(of: text, in: &sentence, context: &context, into: &result)
        sentences.append(consume sentence)
      }
    }
    recall(memory, in: texts, sentences: &sentences, &result.entities)
    resolve(&result.entities, of: sentences, article, document)
    result.sentences = sentences.map { texts[$0.block].span($0.range) }
    readDiscourse(sentences, of: texts, article, into: &result)
    readMeasurements(sentences, of: texts, into: &result)
    return result
  }

  /// Reads roles and statements, now that all entities of the article are settled.
  private func readDiscourse(
    _ sentences: [Sentence], of texts: [NormalizedText], _ article: Article, into result: inout Result
  ) {
    var reader = DiscourseReader(
      vocabulary: extractor.discourse, entities: result.entities, times: result.times)
    var next = 0
    var firstEntity = 0
    for (block, text) in texts.enumerated() {
      var parts: [SignRow.Parts] = []
      while next < sentences.count, sentences[next].block == block {
        parts.append(
          SignRow.Parts(
            range: sentences[next].range, entities: sentences[next].ranges, firstEntity: firstEntity,
            times: sentences[next].times, ordinals: sentences[next].ordinals, cues: sentences[next].cues))
        firstEntity += sentences[next].entities.count
        next += 1
      }
      reader.read(parts, of: text, isStory: article.blocks[block].kind != .byline)
    }
    result.roles = reader.roles
    result.statements = reader.statements
  }

  /// Settles the entities of a sentence, which are added to `entities`; `known` tells names found elsewhere in the article.
  private mutating func read(
    _ sentence: inout Sentence, of text: NormalizedText, memory known: DocumentMemory?,
    into memory: inout DocumentMemory, _ entities: inout [Entity]
  ) {
    let (candidates, standing) = propose(text.bytes, sentence.range, memory: known)
    recorder?.note(text, sentence.block, sentence.range, candidates, standing)
    let inside = extractor.options.nested ? nesting(candidates, standing) : nil
    memory.remember(standing, in: cascade.input)
    numericMemory.people = standing.filter { $0.type == RuleSet.person }.map(\.range)
    sentence.ranges = standing.map { bytes($0.range) }
    var forms: [NameForms] = []
    forms.reserveCapacity(standing.count)
    let first = entities.count
    for (index, candidate) in standing.enumerated() {
      forms.append(self.forms(of: candidate, text.text(sentence.ranges[index])))
      entities.append(
        entity(candidate, forms[index], of: text, nested: nest(inside?.parts(of: candidate) ?? [], of: text)))
    }
    sentence.entities = first..<entities.count
    sentence.names = names(of: standing, forms, entities[sentence.entities])
    for definition in DefinitionReader.definitions(standing, in: cascade.input, tables: extractor.aliases) {
      memory.remember(definition, in: cascade.input)
      sentence.names.definitions.append(self.definition(definition, of: text))
    }
    sentence.cues = extractor.discourse.hits(
      in: cascade.input, entities: standing.map(\.range), offsets: lattice.offsets)
  }

  /// What the rules and the memory propose, and what of it stands.
  mutating func propose(
    _ bytes: [UInt8], _ range: Range<Int>, memory: DocumentMemory? = nil
  ) -> (candidates: [Candidate], standing: [Candidate]) {
    bytes.withUnsafeBufferPointer { segmentation.analyze($0, range, into: lattice) }
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
  private mutating func recall(
    _ memory: DocumentMemory, in texts: [NormalizedText], sentences: inout [Sentence], _ entities: inout [Entity]
  ) {
    guard !memory.isEmpty else { return }
    var name: [UInt32] = []
    var again = sentences.indices.filter { index in
      memory.misses(
        in: texts[sentences[index].block].bytes, sentences[index].range, found: sentences[index].ranges,
        loneSurnames: sentences[index].names.surnames, name: &name)
    }[...]
    if again.isEmpty { return }
    // Other sentences keep what was found in them.
    let known = entities
    entities = []
    entities.reserveCapacity(known.count)
    var unused = DocumentMemory(tables: extractor.aliases)
    for index in sentences.indices {
      if again.first == index {
        again.removeFirst()
        read(&sentences[index], of: texts[sentences[index].block], memory: memory, into: &unused, &entities)
      } else {
        let first = entities.count
        entities += known[sentences[index].entities]
        sentences[index].entities = first..<entities.count
      }
    }
  }

  private mutating func readNumbers(
    of text: NormalizedText, in sentence: inout Sentence, context: inout NumericContext, into result: inout Result
  ) {
    let matches = lattice.scalars.withUnsafeBufferPointer { scalars in
      extractor.numeric.read(
        scalars, context: &context, nested: extractor.options.nested, memory: numericMemory, triesAll: triesAll
      ).map { extractor.numeric.capitalized($0, in: scalars) { text.text(bytes($0)) } }
    }
    for match in matches {
      let fact = fact(match, of: text)
      if match.kind == .ordinal { sentence.ordinals.append(bytes(match.range)) }
      if match.kind.isTime {
        sentence.times.append((bytes(match.range), result.times.count))
        result.times.append(fact)
      } else {
        sentence.quantities.append((bytes(match.range), result.quantities.count))
        result.quantities.append(fact)
      }
    }
  }

  // MARK: From scalars of the sentence to the original text

  func bytes(_ range: Range<Int>) -> Range<Int> {
    lattice.offsets[range.lowerBound]..<lattice.offsets[range.upperBound]
  }

  private func nest(_ parts: [Nesting.Part], of text: NormalizedText) -> [Entity] {
    parts.map { part in
      entity(
        part.candidate, forms(of: part.candidate, text.text(bytes(part.candidate.range))), of: text,
        nested: nest(part.parts, of: text))
    }
  }

  private func entity(
    _ candidate: Candidate, _ forms: NameForms, of text: NormalizedText, nested: [Entity]
  ) -> Entity {
    Entity(
      category: category(candidate), span: text.span(bytes(candidate.range)),
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

  func reference(_ rule: Int32) -> RuleReference {
    guard rule >= 0 else {
      return RuleReference(name: CandidateSource.name(rule), file: "", line: 0)
    }
    let rule = extractor.rules.rules[Int(rule)]
    return RuleReference(name: rule.name, file: rule.file, line: rule.line)
  }

  private func fact(_ match: NumericMatch, of text: NormalizedText) -> NumericFact {
    let range = bytes(match.range)
    return NumericFact(
      kind: match.kind, span: text.span(range), text: text.text(range), value: match.value, unit: match.unit,
      approximation: match.approximation, lower: match.lower?.double, upper: match.upper?.double,
      alternatives: match.alternatives, edtf: match.edtf, rule: match.rule,
      nested: match.inner.map { fact($0, of: text) })
  }
}
