import Extraction
import Text

// What a quantity counts, as members of its object.

extension JSONLinesWriter {
  /// The number of each measurement by the place of its quantity: no two share one.
  func measurements(_ report: ArticleReport) -> [Span: Int] {
    let measurements = report.analysis.measurements
    var numbers: [Span: Int] = [:]
    numbers.reserveCapacity(measurements.count)
    for index in measurements.indices where numbers[measurements[index].quantity.span] == nil {
      numbers[measurements[index].quantity.span] = index
    }
    return numbers
  }

  func measurement(
    _ found: Measurement, times: [(fact: NumericFact, isInner: Bool)], _ report: ArticleReport,
    _ json: inout JSONWriter
  ) {
    json.key("subject")
    phrase(found.subject, report, &json)
    if let thing = found.thing {
      json.key("thing")
      phrase(thing, report, &json)
    }
    if let time = found.time {
      json.key("time")
      json.optionalID("t", Self.number(of: time, in: times))
      if found.isAsOf {
        json.key("as_of")
        json.bool(true)
      }
    }
    if let comparison = found.comparison {
      json.key("comparison")
      self.comparison(comparison, report, &json)
    }
    if let total = found.total {
      json.key("part_of")
      self.fact(total, report, &json)
    }
    json.key("construction")
    json.string(found.construction)
  }

  private func comparison(_ comparison: Measurement.Comparison, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("kind")
    json.string(comparison.kind.rawValue)
    if let direction = comparison.direction {
      json.key("direction")
      json.string(direction.rawValue)
    }
    if let base = comparison.base {
      json.key("base")
      json.beginObject()
      json.key("kind")
      json.string(base.kind.rawValue)
      json.key("text")
      json.string(base.text)
      span(base.span, report, &json)
      json.endObject()
    }
    if let from = comparison.from {
      json.key("from")
      fact(from, report, &json)
    }
    if let of = comparison.of {
      json.key("of")
      phrase(of, report, &json)
    }
    json.endObject()
  }

  /// A quantity that stands elsewhere in the list, in short.
  private func fact(_ fact: NumericFact, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(fact.text)
    span(fact.span, report, &json)
    json.key("value")
    json.value(fact.value)
    json.key("unit")
    json.optional(fact.unit)
    json.endObject()
  }

  private func phrase(_ phrase: Measurement.Phrase, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(phrase.text)
    span(phrase.span, report, &json)
    if let entity = phrase.entity {
      json.key("entity")
      json.optionalID("e", Self.number(of: entity, in: report.analysis.entities))
    }
    json.endObject()
  }
}
