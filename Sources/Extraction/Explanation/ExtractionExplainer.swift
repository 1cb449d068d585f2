import Lexicon
import Segmentation
package import Text

/// Explains what is found in articles, and what is not.
///
/// It reads an article as ``ExtractionWorker`` does, with a ``SentenceRecorder`` beside it, and then asks the rules again how each
/// result came about: what explains costs the reading nothing.
package struct ExtractionExplainer {
  let extractor: Extractor
  let segmentation: SegmentationWorker
  private var lattice = SentenceLattice()
  private let worker: ExtractionWorker
  private var cascade: Cascade
  /// Nil: rules alone decide.
  private var decision: EntityDecision?
  private let featureText: EntityFeatureText

  package init(_ extractor: Extractor) {
    self.extractor = extractor
    segmentation = extractor.segmenter.makeWorker()
    worker = extractor.makeWorker()
    cascade = Self.makeCascade(extractor, keepsAll: false)
    featureText = extractor.featureText
    decision = extractor.entityModel.map {
      EntityDecision($0, lexicon: extractor.lexicon, rules: extractor.rules)
    }
  }

  private static func makeCascade(_ extractor: Extractor, keepsAll: Bool) -> Cascade {
    Cascade(
      lexicon: extractor.lexicon, rules: extractor.rules, names: extractor.names, kinds: extractor.kinds,
      keepsAll: keepsAll)
  }

  func makeCascade(keepsAll: Bool) -> Cascade { Self.makeCascade(extractor, keepsAll: keepsAll) }

  /// - Parameters:
  ///   - reference: the time that relative times count from, instead of the extractor's.
  ///   - name: characters to tell about wherever they stand.
  /// - Complexity: linear in the article's length, but hundreds of times slower than extraction.
  package mutating func explain(
    _ article: Article, in document: Document, reference: Moment? = nil, whyNot name: String? = nil
  ) -> ExtractionExplanation {
    let (records, result) = records(of: article, in: document, reference: reference)
    var explanation = ExtractionExplanation()
    explanation.facts = (result.quantities + result.times).sorted { $0.span < $1.span }
    explanation.roles = result.roles
    for record in records {
      var explainer = explainer(of: record)
      explanation.results += explainer.results()
      if let name { explanation.refusals += explainer.refusals(of: name) }
    }
    return explanation
  }

  /// Reads an article, and what was proposed in its sentences.
  mutating func records(
    of article: Article, in document: Document, reference: Moment?
  ) -> (records: [SentenceRecorder.Record], result: ExtractionWorker.Result) {
    let recorder = SentenceRecorder()
    worker.recorder = recorder
    defer { worker.recorder = nil }
    let result = worker.extract(article, in: document, reference: reference)
    return (recorder.records, result)
  }

  mutating func explainer(of record: SentenceRecorder.Record) -> SentenceExplainer {
    record.text.bytes.withUnsafeBufferPointer { segmentation.analyze($0, record.range, into: &lattice) }
    let candidates = cascade.candidates(in: lattice)
    let sentence = TracedSentence(
      lattice, candidates: candidates, lexicon: extractor.lexicon, rules: extractor.rules)
    _ = decision?.decide(
      lattice, cascade.input, results: candidates, candidates: record.candidates,
      threshold: Float(extractor.options.threshold))
    return SentenceExplainer(
      record: record, sentence: sentence, offsets: lattice.offsets, cascade: cascade,
      choice: decision.map { SentenceChoice($0, featureText, count: sentence.count) }, threshold: worker.threshold,
      name: worker.reference)
  }
}
