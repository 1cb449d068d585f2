import Extraction
import Text

// What a quantity counts, as members of its object.

extension JSONLinesWriter {
  func measurement(
    _ index: Int, of measurements: [Measurement], times: FactList, _ report: ArticleReport, _ json: inout JSONWriter
  ) {
    json.key("subject")
    phrase(measurements[index].subject, report, &json)
    if let thing = measurements[index].thing {
      json.key("thing")
      phrase(thing, report, &json)
    }
    if let span = measurements[index].time?.span, let kind = measurements[index].time?.kind {
      json.key("time")
      json.optionalID("t", times.number(of: kind, at: span))
      if measurements[index].isAsOf {
        json.key("as_of")
        json.bool(true)
      }
    }
    if let comparison = measurements[index].comparison {
      json.key("comparison")
      self.comparison(comparison, report, &json)
    }
    if let total = measurements[index].total {
      json.key("part_of")
      self.fact(total, report, &json)
    }
    json.member("construction", measurements[index].construction)
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

  /// Inlined, because a phrase that is handed over is copied with its entity.
  @inline(__always)
  private func phrase(_ phrase: Measurement.Phrase, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(phrase.text)
    span(phrase.span, report, &json)
    if let span = phrase.entity?.span, let category = phrase.entity?.category {
      json.key("entity")
      json.optionalID("e", Self.number(of: span, category, in: report.analysis.entities))
    }
    json.endObject()
  }
}
