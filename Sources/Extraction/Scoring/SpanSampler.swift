import Lexicon
import Segmentation
import Text

/// Reads texts as the model sees them, for its training.
package struct SpanSampler {
  private let extractor: Extractor
  private let segmentation: SegmentationWorker
  private var lattice = SentenceLattice()
  private var cascade: Cascade
  private var reader: SpanReader

  /// One sentence with its spans; what training keeps of it.
  package struct Sentence: Sendable {
    /// With two edges before and behind.
    package var codes: [UInt16] = []
    package var count: Int { codes.count - 4 }
    /// By position.
    package var startFeatures: [[NamedFeature]] = []
    package var endFeatures: [[NamedFeature]] = []
    package var spans: [Span] = []

    package struct Span: Sendable {
      package var range: Range<Int>
      package var types: UInt8
      package var features: [NamedFeature]
      /// By type.
      package var ruleFeatures: [[NamedFeature]]
      /// What it is; nil if it is no name.
      package var answer: EntityType?
    }
  }

  package init(_ extractor: Extractor) {
    self.extractor = extractor
    segmentation = extractor.segmenter.makeWorker()
    cascade = Cascade(
      lexicon: extractor.lexicon, rules: extractor.rules, names: extractor.names, kinds: extractor.kinds)
    reader = SpanReader(lexicon: extractor.lexicon)
  }

  /// The names of features of this extractor's lexicon and rules.
  package var text: EntityFeatureText { extractor.featureText }

  /// The sentences of a text, with its names found again among the spans.
  ///
  /// - Parameter names: in scalars of the text, ascending, not overlapping. A name that no span has is added as one.
  package mutating func sentences(of text: String, names: [(range: Range<Int>, type: EntityType)]) -> [Sentence] {
    let utf8 = Array(text.utf8)
    let normalized = NormalizedText(
      utf8: utf8, pieces: [Piece(span: Span(lower: 0, upper: utf8.count))], folding: extractor.folding)
    let map = OffsetMap(utf8: utf8, unit: .scalar)
    return SentenceSplitter.sentences(in: normalized.bytes).map { range in
      normalized.bytes.withUnsafeBufferPointer { segmentation.analyze($0, range, into: &lattice) }
      let results = cascade.candidates(in: lattice)
      reader.load(lattice, cascade.input, results: results, candidates: results)
      var starts: [Int: Int] = [:]
      var ends: [Int: Int] = [:]
      for position in 0..<lattice.count {
        let span = normalized.span(lattice.offsets[position]..<lattice.offsets[position + 1])
        starts[map.offset(ofUTF8: span.lower)] = position
        ends[map.offset(ofUTF8: span.upper)] = position + 1
      }
      let inside = names.compactMap { name -> (Range<Int>, EntityType)? in
        guard let start = starts[name.range.lowerBound], let end = ends[name.range.upperBound], start < end else {
          return nil
        }
        return (start..<end, name.type)
      }
      return sentence(inside)
    }
  }

  private func sentence(_ names: [(Range<Int>, EntityType)]) -> Sentence {
    var sentence = Sentence()
    let margin = SpanReader.margin
    for position in -margin..<(reader.count + margin) { sentence.codes.append(reader.code(at: position)) }
    var answers = Dictionary(names.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    var isStart = [Bool](repeating: false, count: reader.count + 1)
    var isEnd = isStart
    func add(_ span: SpanSet.Span, _ answer: EntityType?) {
      let (start, end) = (Int(span.start), Int(span.end))
      var features: [NamedFeature] = []
      reader.forEachSpanFeature(start, end, cascade.input) { features.append($0) }
      let rules = EntityType.allCases.map { type in
        var features: [NamedFeature] = []
        reader.forEachRuleFeature(span, type) { features.append($0) }
        return features
      }
      isStart[start] = true
      isEnd[end] = true
      sentence.spans.append(
        .init(
          range: start..<end, types: span.types | (answer?.bit ?? 0), features: features, ruleFeatures: rules,
          answer: answer))
    }
    for index in 0..<reader.spanCount {
      let span = reader.span(index)
      add(span, answers.removeValue(forKey: Int(span.start)..<Int(span.end)))
    }
    for (range, type) in answers.sorted(by: { $0.key.lowerBound < $1.key.lowerBound })
    where range.count <= SpanSet.lengthLimit {
      add(
        .init(start: Int32(range.lowerBound), end: Int32(range.upperBound), types: type.bit), type)
    }
    for position in 0...reader.count {
      var features: [NamedFeature] = []
      if isStart[position] { reader.forEachStartFeature(position) { features.append($0) } }
      sentence.startFeatures.append(features)
      features = []
      if isEnd[position] { reader.forEachEndFeature(position, cascade.input) { features.append($0) } }
      sentence.endFeatures.append(features)
    }
    return sentence
  }
}
