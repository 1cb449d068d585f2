package import Lexicon
import Segmentation
package import Text

/// Finds entities, quantities, times, roles and statements. Immutable: share one between tasks, and give each task a worker.
package final class Extractor: Sendable {
  package let lexicon: Lexicon
  let segmenter: Segmenter
  let rules: RuleSet
  let names: NameModel
  let kinds: EntryKinds
  let canonicalForms: CanonicalForms
  let aliases: AliasTables
  let numeric: NumericReader
  let discourse: DiscourseVocabulary
  let titleKinds: TitleKinds
  let measurements: MeasurementVocabulary
  let tagger: Tagger
  /// Cuts sentences whose words are tagged: where a phrase ends, 同比增加 and 率达 are no words.
  let taggedSegmenter: Segmenter
  /// Nil: rules alone decide.
  let entityModel: EntityModel?
  let folding: CharacterFolding
  package let options: Options

  package struct Options: Sendable {
    /// The least score of an entity, from 0 to 1.
    package var threshold: Double
    /// Whether rules alone decide which entities stand, without the model.
    package var rulesOnly = false
    /// The time that relative times count from; nil leaves their values open.
    package var reference: Moment?

    /// Whether to tell what lies inside results: places in organizations, numerals in quantities.
    package var nested: Bool

    package init(threshold: Double = 0.4, reference: Moment? = nil, nested: Bool = false) {
      self.threshold = threshold
      self.nested = nested
      self.reference = reference
    }
  }

  /// - Parameters:
  ///   - folding: that of the lexicon, made on another thread.
  ///   - userRules: rule files over those of the lexicon, by name.
  /// - Throws: what is wrong in the rules, the lexicon's and the user's.
  package init(
    lexicon: Lexicon, folding: @autoclosure @escaping @Sendable () -> CharacterFolding,
    userRules: [(name: String, source: [UInt8])] = [], options: Options = Options(), entityWeights: EntityWeights? = nil
  ) throws {
    self.lexicon = lexicon
    self.options = options
    // Characters and the words of numbers and of speech need no rules, and take as long to load as these to compile.
    let tables = Meanwhile {
      (
        folding: folding(), numeric: try NumericReader(tables: lexicon),
        discourse: DiscourseVocabulary(lexicon: lexicon), measurements: MeasurementVocabulary(lexicon: lexicon),
        names: NameModel(lexicon: lexicon)
      )
    }
    segmenter = Segmenter(lexicon: lexicon, mode: .fast)
    kinds = EntryKinds(lexicon: lexicon)
    rules = try RuleSet(
      files: lexicon.ruleFiles.map { ($0.name, $0.bytes) } + userRules, lexicon: lexicon, kinds: kinds.names)
    titleKinds = TitleKinds(lexicon: lexicon, names: rules.kinds)
    canonicalForms = CanonicalForms(lexicon: lexicon)
    aliases = AliasTables(lexicon: lexicon)
    tagger = Tagger(lexicon: lexicon)
    taggedSegmenter = Segmenter(lexicon: lexicon, mode: .precise)
    (self.folding, numeric, discourse, measurements, names) = try tables.value()
    let weights = options.rulesOnly ? nil : entityWeights ?? lexicon.entityWeights
    entityModel = weights.map { [rules] in EntityModel($0, Self.featureText(lexicon, rules)) }
  }

  /// The names of the features of the model, for this lexicon and these rules.
  package var featureText: EntityFeatureText { Self.featureText(lexicon, rules) }

  private static func featureText(_ lexicon: Lexicon, _ rules: RuleSet) -> EntityFeatureText {
    EntityFeatureText(classes: lexicon.classNames, tags: lexicon.tagNames, rules: rules.rules.map(\.name)) {
      lexicon.code(of: $0)
    }
  }

  /// The dictionary classes that rules name.
  package var usedClasses: ClassSet { rules.usedClasses }

  /// Keeps its buffers from one article to the next; not shared between tasks.
  package func makeWorker() -> ExtractionWorker { ExtractionWorker(self, entityModel: entityModel) }

  /// A worker that asks every rule at every position, whether it can match there or not: slow, for tests of what is left
  /// out to be fast.
  package func makeThoroughWorker() -> ExtractionWorker {
    ExtractionWorker(self, entityModel: entityModel, triesAll: true)
  }
}
