import Extraction
import Text

// Roles and statements, which name entities and times by their ids.

extension JSONLinesWriter {
  func roles(_ report: ArticleReport, _ json: inout JSONWriter) {
    let entities = report.analysis.entities
    let times = listedTimes(report)
    let roles = report.analysis.roles
    json.key("roles")
    json.beginArray()
    for index in roles.indices {
      json.beginObject()
      json.key("person")
      json.optionalID("e", Self.number(of: roles[index].person.span, roles[index].person.category, in: entities))
      id("title", roles[index].title?.span, roles[index].title?.category, in: entities, &json)
      id("organization", roles[index].organization?.span, roles[index].organization?.category, in: entities, &json)
      id("place", roles[index].place?.span, roles[index].place?.category, in: entities, &json)
      json.key("time")
      if let span = roles[index].time?.span, let kind = roles[index].time?.kind {
        json.optionalID("t", times.number(of: kind, at: span))
      } else {
        json.null()
      }
      json.key("qualifier")
      json.optional(roles[index].qualifier?.rawValue)
      json.key("event")
      json.optional(roles[index].event?.rawValue)
      span(roles[index].span, report, &json)
      json.key("sentence")
      object(roles[index].sentence, report, &json)
      json.member("construction", roles[index].construction)
      json.key("evidence")
      json.beginArray()
      let evidence = roles[index].evidence
      for part in evidence.indices {
        json.beginObject()
        json.member("part", evidence[part].part.rawValue)
        span(evidence[part].span, report, &json)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  func statements(_ report: ArticleReport, _ json: inout JSONWriter) {
    let statements = report.analysis.statements
    json.key("statements")
    json.beginArray()
    for index in statements.indices {
      json.beginObject()
      id(
        "speaker", statements[index].speaker?.span, statements[index].speaker?.category,
        in: report.analysis.entities, &json)
      json.key("speaker_text")
      json.optional(statements[index].speakerText)
      json.key("verb")
      if let verb = statements[index].verb {
        json.beginObject()
        json.key("text")
        json.optional(statements[index].verbText)
        span(verb, report, &json)
        json.endObject()
      } else {
        json.null()
      }
      json.member("kind", statements[index].kind.rawValue)
      json.key("quoted")
      json.bool(statements[index].isQuoted)
      span(statements[index].span, report, &json)
      json.key("content")
      object(statements[index].content, report, &json)
      json.endObject()
    }
    json.endArray()
  }

  /// The id of an entity, by where it stands: the entity itself would have to be copied.
  @inline(__always)
  private func id(
    _ name: StaticString, _ span: Span?, _ category: Entity.Category?, in entities: [Entity], _ json: inout JSONWriter
  ) {
    json.key(name)
    if let span, let category {
      json.optionalID("e", Self.number(of: span, category, in: entities))
    } else {
      json.null()
    }
  }

  private func object(_ span: Span, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    self.span(span, report, &json)
    json.endObject()
  }

  /// The number in the id of an entity: found by its place, as they stand in the order of the text.
  static func number(of span: Span, _ category: Entity.Category, in entities: [Entity]) -> Int? {
    var index = entities.partitioningIndex { $0.span.lower >= span.lower }
    while index < entities.count, entities[index].span.lower == span.lower {
      if entities[index].span == span, entities[index].category == category { return index + 1 }
      index += 1
    }
    return nil
  }
}
