import Extraction
import Text

/// One JSON object an article, a line each.
struct JSONLinesWriter: ResultWriter {
  /// Whether results inside results are listed too, marked `"in"` with the id of the outer one.
  let includesNested: Bool

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    var json = JSONWriter(in: report.room)
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

  @inline(__always)
  func span(_ span: Span, _ report: ArticleReport, _ json: inout JSONWriter) {
    let (start, end) = report.positions.offsets(span)
    json.member("start", start)
    json.member("end", end)
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

  // Results are named by their list and their place in it: to hand them over would count all that they hold up and down.

  private func entities(_ report: ArticleReport, _ json: inout JSONWriter) {
    let entities = report.analysis.entities
    json.key("entities")
    json.beginArray()
    // Outer ones have the numbers 1 to n, so that roles find them by their place; inner ones go on from there.
    var number = entities.count
    for index in entities.indices {
      entity(index, of: entities, index + 1, inside: nil, report, &json)
      guard includesNested else { continue }
      nested(entities[index].nested, index + 1, number: &number, report, &json)
    }
    json.endArray()
  }

  /// What lies inside an entity, each before what lies in it.
  private func nested(
    _ inner: [Entity], _ outer: Int, number: inout Int, _ report: ArticleReport, _ json: inout JSONWriter
  ) {
    for index in inner.indices {
      number += 1
      let id = number
      entity(index, of: inner, id, inside: outer, report, &json)
      nested(inner[index].nested, id, number: &number, report, &json)
    }
  }

  private func entity(
    _ index: Int, of entities: [Entity], _ id: Int, inside outer: Int?, _ report: ArticleReport,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    json.id("e", id)
    json.member("type", entities[index].category.rawValue)
    json.member("text", entities[index].text)
    span(entities[index].span, report, &json)
    if let canonical = entities[index].canonical, canonical != entities[index].text {
      json.member("canonical", canonical)
    }
    if let place = entities[index].place { ReferenceJSON.write(place, &json) }
    ReferenceJSON.write(entities[index].references, report, &json)
    if let kind = entities[index].kind { json.member("kind", kind) }
    json.member("rule", entities[index].rule.name)
    json.key("score")
    json.share(entities[index].score)
    if let outer {
      json.key("in")
      json.id("e", outer)
    }
    json.endObject()
  }

  // MARK: Quantities and times

  private func facts(_ report: ArticleReport, _ json: inout JSONWriter) {
    let times = listedTimes(report)
    let analysis = report.analysis
    let quantities = FactList(analysis.quantities, isTime: false, innerOf: includesNested ? analysis : nil)
    let measurements = report.analysis.measurements
    let measured = quantities.measured(by: measurements)
    json.key("quantities")
    json.beginArray()
    for index in quantities.facts.indices {
      beginFact(index, of: quantities.facts, id: nil, report, &json)
      if measured[index] >= 0 { measurement(Int(measured[index]), of: measurements, times: times, report, &json) }
      endFact(quantities.isInner(index), &json)
    }
    json.endArray()
    json.key("times")
    json.beginArray()
    for index in times.facts.indices {
      beginFact(index, of: times.facts, id: index + 1, report, &json)
      endFact(times.isInner(index), &json)
    }
    json.endArray()
  }

  /// The times in the order of their ids.
  func listedTimes(_ report: ArticleReport) -> FactList {
    FactList(report.analysis.times, isTime: true, innerOf: includesNested ? report.analysis : nil)
  }

  private func beginFact(
    _ index: Int, of facts: [NumericFact], id: Int?, _ report: ArticleReport, _ json: inout JSONWriter
  ) {
    json.beginObject()
    if let id {
      json.key("id")
      json.id("t", id)
    }
    json.member("kind", facts[index].kind.rawValue)
    json.member("text", facts[index].text)
    span(facts[index].span, report, &json)
    json.key("value")
    json.value(facts[index].value)
    let approximation = facts[index].approximation
    if id == nil {
      json.key("unit")
      json.optional(facts[index].unit)
      json.member("approx", approximation.rawValue)
      json.key("lower")
      json.optional(facts[index].lower)
      json.key("upper")
      json.optional(facts[index].upper)
    } else if approximation != .exact {
      json.member("approx", approximation.rawValue)
    }
    if let edtf = facts[index].edtf { json.member("edtf", edtf) }
    let alternatives = facts[index].alternatives
    if !alternatives.isEmpty {
      json.key("alt")
      json.beginArray()
      for value in alternatives { json.value(value) }
      json.endArray()
    }
    json.member("rule", facts[index].rule)
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
