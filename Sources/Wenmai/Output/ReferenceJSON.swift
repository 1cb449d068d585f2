import Extraction
import Text

/// What an entity refers to, as JSON: `place` and `candidates`.
///
/// ```
/// "place":{"code":"110105","level":"county","parents":["北京市"]},
/// "candidates":[{"canonical":"北京市朝阳区","confidence":0.87,"source":"division","code":"110105"}, …]
/// ```
enum ReferenceJSON {
  /// Writes the key of an open object; nothing for an entity that stands for itself.
  static func write(_ references: [Entity.Reference], _ report: ArticleReport, _ json: inout JSONWriter) {
    guard Entity.areOpen(references) else { return }
    json.key("candidates")
    json.beginArray()
    for reference in references { write(reference, report, &json) }
    json.endArray()
  }

  static func write(_ place: Place, _ json: inout JSONWriter) {
    json.key("place")
    json.beginObject()
    if let code = place.code {
      json.key("code")
      json.string(code)
    }
    json.key("level")
    json.string(place.level.rawValue)
    json.key("parents")
    json.beginArray()
    for parent in place.parents { json.string(parent) }
    json.endArray()
    if !place.isCurrent {
      json.key("former")
      json.bool(true)
    }
    json.endObject()
  }

  private static func write(_ reference: Entity.Reference, _ report: ArticleReport, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("canonical")
    json.string(reference.name)
    json.key("confidence")
    json.share(reference.confidence)
    json.key("source")
    json.string(reference.source.rawValue)
    if let code = reference.code {
      json.key("code")
      json.string(code)
    }
    if let evidence = reference.evidence {
      let (start, end) = report.positions.offsets(evidence)
      json.member("start", start)
      json.member("end", end)
    }
    json.endObject()
  }
}
