import Extraction
import Indexing

/// What of an analysis goes into an archive. Measurements are made of quantities here, and nowhere else.
extension ArchiveFacts {
  init(_ analysis: ArticleAnalysis) {
    self.init()
    entities = analysis.entities
    roles = analysis.roles
    statements = analysis.statements
    measurements = analysis.quantities.map(Measurement.init)
    times = analysis.times.map { fact in
      let (from, to) = fact.timeBounds
      return Time(kind: fact.kind.rawValue, text: fact.text, span: fact.span, from: from, to: to)
    }
  }
}

extension ArchiveFacts.Measurement {
  init(_ fact: NumericFact) {
    self.init(kind: fact.kind.rawValue, text: fact.text, span: fact.span)
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
}
