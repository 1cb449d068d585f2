import Extraction
import Text

/// One JSON object an article, a line each.
struct JSONLinesWriter: ResultWriter {
  /// Whether results inside results are listed too, marked `"in"` with the id of the outer one.
  let includesNested: Bool

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    json.raw(report.id)
    json.key("title")
    json.optional(report.analysis.title)
    json.key("bylines")
    json.beginArray()
    for byline in report.bylines { json.string(byline) }
    json.endArray()
    json.key("span")
    json.beginObject()
    span(report.analysis.article.span, report, &json)
    json.endObject()
    referenceTime(report, &json)
    entities(report, &json)
    facts(report, &json)
    roles(report, &json)
    statements(report, &json)
    json.endObject()
    json.endLine()
    json.append(to: &out)
  }

  func span(_ span: Span, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.member("start", report.positions.offset(span.lower))
    json.member("end", report.positions.offset(span.upper))
  }

  /// What relative times count from, and who says so.
  private func referenceTime(_ report: ArticleReport, _ json: inout JSONWriter) {
    json.key("reference_time")
    json.object { json in
      let reference = report.analysis.referenceTime
      json.key("value")
      json.optional(reference?.moment.shortDescription)
      json.member("source", reference?.source.rawValue ?? "none")
      if let span = reference?.span { self.span(span, report, &json) }
    }
  }

  // MARK: Entities

  private func entities(_ report: ArticleReport, _ json: inout JSONWriter) {
    let entities = report.analysis.entities
    json.key("entities")
    json.beginArray()
    // Outer ones have the numbers 1 to n, so that roles find them by their place; inner ones go on from there.
    var number = entities.count
    for index in entities.indices {
      entity(entities[index], index + 1, inside: nil, report, &json)
      guard includesNested else { continue }
      nested(entities[index], index + 1, number: &number, report, &json)
    }
    json.endArray()
  }

  /// What lies inside an entity, each before what lies in it.
  private func nested(
    _ outer: Entity, _ id: Int, number: inout Int, _ report: ArticleReport, _ json: inout JSONWriter
  ) {
    for inner in outer.nested {
      number += 1
      let innerID = number
      entity(inner, innerID, inside: id, report, &json)
      nested(inner, innerID, number: &number, report, &json)
    }
  }

  private func entity(
    _ entity: Entity, _ id: Int, inside outer: Int?, _ report: ArticleReport, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    json.id("e", id)
    json.key("type")
    json.string(entity.category.rawValue)
    json.key("text")
    json.string(entity.text)
    span(entity.span, report, &json)
    if let canonical = entity.canonicalIfOther {
      json.key("canonical")
      json.string(canonical)
    }
    ReferenceJSON.write(entity, report, &json)
    if let kind = entity.kind {
      json.key("kind")
      json.string(kind)
    }
    json.key("rule")
    json.string(entity.rule.name)
    json.key("score")
    json.share(entity.score)
    if let outer {
      json.key("in")
      json.id("e", outer)
    }
    json.endObject()
  }

  // MARK: Quantities and times

  private typealias Listed = (fact: NumericFact, isInner: Bool)

  private func facts(_ report: ArticleReport, _ json: inout JSONWriter) {
    json.key("quantities")
    json.beginArray()
    let measurements = measurements(report)
    let times = listedTimes(report)
    for (fact, isInner) in listed(report.analysis.quantities, report, isTime: false) {
      beginFact(fact, id: nil, report, &json)
      if !isInner, let found = measurements[fact.span] {
        measurement(report.analysis.measurements[found], times: times, report, &json)
      }
      endFact(isInner, &json)
    }
    json.endArray()
    json.key("times")
    json.beginArray()
    for (index, time) in times.enumerated() {
      beginFact(time.fact, id: index + 1, report, &json)
      endFact(time.isInner, &json)
    }
    json.endArray()
  }

  /// The times in the order of their ids.
  func listedTimes(_ report: ArticleReport) -> [(fact: NumericFact, isInner: Bool)] {
    listed(report.analysis.times, report, isTime: true)
  }

  /// The facts, and those inside facts of any kind if they are wanted, in the order of the text.
  private func listed(_ facts: [NumericFact], _ report: ArticleReport, isTime: Bool) -> [Listed] {
    var listed: [Listed] = facts.map { ($0, false) }
    guard includesNested else { return listed }
    let inner = (report.analysis.quantities + report.analysis.times).flatMap(\.nested)
    listed += inner.filter { $0.kind.isTime == isTime }.map { ($0, true) }
    return listed.sorted { ($0.fact.span, $0.isInner ? 1 : 0) < ($1.fact.span, $1.isInner ? 1 : 0) }
  }

  private func beginFact(_ fact: NumericFact, id: Int?, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    if let id {
      json.key("id")
      json.id("t", id)
    }
    json.key("kind")
    json.string(fact.kind.rawValue)
    json.key("text")
    json.string(fact.text)
    span(fact.span, report, &json)
    json.key("value")
    json.value(fact.value)
    if id == nil {
      json.key("unit")
      json.optional(fact.unit)
    }
    if id == nil || fact.approximation != .exact {
      json.key("approx")
      json.string(fact.approximation.rawValue)
    }
    if id == nil {
      json.key("lower")
      json.optional(fact.lower)
      json.key("upper")
      json.optional(fact.upper)
    }
    if let edtf = fact.edtf {
      json.key("edtf")
      json.string(edtf)
    }
    if !fact.alternatives.isEmpty {
      json.key("alt")
      json.beginArray()
      for value in fact.alternatives { json.value(value) }
      json.endArray()
    }
    json.key("rule")
    json.string(fact.rule)
  }

  private func endFact(_ isInner: Bool, _ json: inout JSONWriter) {
    if isInner {
      json.key("nested")
      json.bool(true)
    }
    json.endObject()
  }
}

extension JSONWriter {
  mutating func optional(_ text: String?) { if let text { string(text) } else { null() } }
  mutating func optionalID(_ letter: StaticString, _ value: Int?) { if let value { id(letter, value) } else { null() } }
  mutating func optional(_ value: Double?) { if let value { number(value) } else { null() } }
}
