import Extraction
import Text

// Roles and statements, which name entities and times by their ids.

extension JSONLinesWriter {
  func roles(_ report: ArticleReport, _ json: inout JSONWriter) {
    let entities = report.analysis.entities
    let times = listedTimes(report)
    json.key("roles")
    json.beginArray()
    for role in report.analysis.roles {
      json.beginObject()
      json.key("person")
      json.optionalID("e", Self.number(of: role.person, in: entities))
      json.key("title")
      json.optionalID("e", role.title.flatMap { Self.number(of: $0, in: entities) })
      json.key("organization")
      json.optionalID("e", role.organization.flatMap { Self.number(of: $0, in: entities) })
      json.key("place")
      json.optionalID("e", role.place.flatMap { Self.number(of: $0, in: entities) })
      json.key("time")
      json.optionalID("t", role.time.flatMap { Self.number(of: $0, in: times) })
      json.key("qualifier")
      json.optional(role.qualifier?.rawValue)
      json.key("event")
      json.optional(role.event?.rawValue)
      span(role.span, report, &json)
      json.key("sentence")
      object(role.sentence, report, &json)
      json.key("construction")
      json.string(role.construction)
      json.key("evidence")
      json.beginArray()
      for evidence in role.evidence {
        json.beginObject()
        json.key("part")
        json.string(evidence.part.rawValue)
        span(evidence.span, report, &json)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  func statements(_ report: ArticleReport, _ json: inout JSONWriter) {
    json.key("statements")
    json.beginArray()
    for statement in report.analysis.statements {
      json.beginObject()
      json.key("speaker")
      json.optionalID("e", statement.speaker.flatMap { Self.number(of: $0, in: report.analysis.entities) })
      json.key("speaker_text")
      json.optional(statement.speakerText)
      json.key("verb")
      if let verb = statement.verb {
        json.beginObject()
        json.key("text")
        json.optional(statement.verbText)
        span(verb, report, &json)
        json.endObject()
      } else {
        json.null()
      }
      json.key("kind")
      json.string(statement.kind.rawValue)
      json.key("quoted")
      json.bool(statement.isQuoted)
      span(statement.span, report, &json)
      json.key("content")
      object(statement.content, report, &json)
      json.endObject()
    }
    json.endArray()
  }

  private func object(_ span: Span, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    self.span(span, report, &json)
    json.endObject()
  }

  /// The number in the id of an entity: found by its place, as they stand in the order of the text.
  static func number(of entity: Entity, in entities: [Entity]) -> Int? {
    var index = entities.partitioningIndex { $0.span.lower >= entity.span.lower }
    while index < entities.count, entities[index].span.lower == entity.span.lower {
      if entities[index].span == entity.span, entities[index].category == entity.category { return index + 1 }
      index += 1
    }
    return nil
  }

  /// The number in the id of a time, by its place among those that are written.
  static func number(of time: NumericFact, in times: [(fact: NumericFact, isInner: Bool)]) -> Int? {
    var index = times.partitioningIndex { $0.fact.span.lower >= time.span.lower }
    while index < times.count, times[index].fact.span.lower == time.span.lower {
      if times[index].fact.span == time.span, times[index].fact.kind == time.kind { return index + 1 }
      index += 1
    }
    return nil
  }
}
