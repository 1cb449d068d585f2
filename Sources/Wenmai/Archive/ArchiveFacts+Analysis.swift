import Extraction
import Indexing
import Text

/// What of an analysis goes into an archive: all quantities, those with a subject as measurements.
extension ArchiveFacts {
  init(_ analysis: ArticleAnalysis) {
    self.init()
    entities = analysis.entities
    roles = analysis.roles
    statements = analysis.statements
    // No two measurements share a quantity.
    var known: [Span: Int] = [:]
    known.reserveCapacity(analysis.measurements.count)
    for (number, measurement) in analysis.measurements.enumerated() { known[measurement.quantity.span] = number }
    measurements = analysis.quantities.map { fact in
      Measurement(fact, known[fact.span].map { analysis.measurements[$0] })
    }
    times = analysis.times.map { fact in
      let (from, to) = fact.timeBounds
      return Time(kind: fact.kind.rawValue, text: fact.text, span: fact.span, from: from, to: to)
    }
  }
}

extension ArchiveFacts.Measurement {
  init(_ fact: NumericFact, _ measurement: Extraction.Measurement?) {
    self.init(kind: fact.kind.rawValue, text: fact.text, span: fact.span)
    subject = measurement?.subject.text
    thing = measurement?.thing.map { $0.entity?.canonical ?? $0.text }
    comparison = measurement?.comparison.map(Self.text)
    (from, to) = measurement?.time?.timeBounds ?? (nil, nil)
    unit = fact.unit
    approximation = fact.approximation.rawValue
    switch fact.value {
    case .number(let number):
      value = number.double
      lower = fact.lower
      upper = fact.upper
    case .interval(let from, let to):
      lower = from?.double
      upper = to?.double
    case .unknown, .text, .period:
      lower = fact.lower
      upper = fact.upper
    }
  }

  /// `change up year-before`, `share of 技能人才总量`: the words of the results, in a fixed order.
  private static func text(of comparison: Extraction.Measurement.Comparison) -> String {
    let parts = [
      comparison.kind.rawValue, comparison.direction?.rawValue,
      comparison.base.map { $0.kind == .named ? "than \($0.text)" : $0.kind.rawValue },
      comparison.from.map { "from \($0.text)" }, comparison.of.map { "of \($0.text)" },
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
