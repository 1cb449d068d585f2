package import Wenmai

/// An analysis as a stable indented tree: the form of the golden files.
///
/// ```
/// Article 0..<30 "…"
/// ├─ PERSON 0..<6 "张伟"  score: 0.98  rule: person.title-before
/// └─ Role 0..<27  person: 0..<6  title: 18..<27  organization: 12..<18  by: title-before
/// ```
package struct AnalysisDump {
  private var lines: [String] = []

  package static func text(_ analysis: Analysis) -> String {
    var dump = AnalysisDump()
    for article in analysis.articles { dump.add(node(article), prefix: "", branch: "", below: "") }
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private struct Node {
    let label: String
    var children: [Node] = []
  }

  private mutating func add(_ node: Node, prefix: String, branch: String, below: String) {
    lines.append(prefix + branch + node.label)
    for (index, child) in node.children.enumerated() {
      let isLast = index == node.children.count - 1
      add(child, prefix: prefix + below, branch: isLast ? "└─ " : "├─ ", below: isLast ? "   " : "│  ")
    }
  }

  private static func node(_ article: ArticleAnalysis) -> Node {
    var node = Node(label: "Article \(article.article.span) \(quoted(article.title ?? ""))")
    node.children += article.entities.map(self.node)
    node.children += article.quantities.map { self.node($0, "Quantity") }
    node.children += article.times.map { self.node($0, "Time") }
    node.children += article.measurements.map { Node(label: label($0)) }
    node.children += article.roles.map { Node(label: label($0)) }
    node.children += article.statements.map { Node(label: label($0)) }
    return node
  }

  private static func node(_ entity: Entity) -> Node {
    var label = "\(entity.category.rawValue) \(entity.span) \(quoted(entity.text))"
    if let kind = entity.kind { label += "  kind: \(kind)" }
    if let canonical = entity.canonical { label += "  canonical: \(quoted(canonical))" }
    if let place = entity.place {
      label += "  place: " + ([place.code ?? place.level.rawValue] + place.parents).joined(separator: " ")
    }
    if entity.references.count > 1 {
      label +=
        "  candidates: " + entity.references.map { "\($0.name) \(rounded($0.confidence))" }.joined(separator: " | ")
    }
    label += "  score: \(rounded(entity.score))  rule: \(entity.rule.name)"
    return Node(label: label, children: entity.nested.map(self.node))
  }

  private static func node(_ fact: NumericFact, _ name: String) -> Node {
    var label = "\(name) \(fact.span) \(quoted(fact.text))  kind: \(fact.kind)"
    if let value = text(fact.value) { label += "  value: \(value)" }
    if let unit = fact.unit { label += "  unit: \(unit)" }
    if "\(fact.approximation)" != "exact" { label += "  approximation: \(fact.approximation)" }
    if let lower = fact.lower { label += "  lower: \(lower)" }
    if let upper = fact.upper { label += "  upper: \(upper)" }
    return Node(label: label + "  rule: \(fact.rule)", children: fact.nested.map { node($0, "Quantity") })
  }

  /// `24.13`, `1..2`, `2024-03-01..2024-04-01`; an open end is left out, an unknown value as a whole.
  private static func text(_ value: NumericValue) -> String? {
    switch value {
    case .unknown: nil
    case .number(let number): number.description
    case .interval(let lower, let upper): "\(lower?.description ?? "")..\(upper?.description ?? "")"
    case .text(let text): text
    case .period(let start, let end): "\(start ?? "")..\(end ?? "")"
    }
  }

  private static func label(_ found: Measurement) -> String {
    var label = "Measurement \(found.span)  quantity: \(found.quantity.span)  subject: \(quoted(found.subject.text))"
    if let thing = found.thing { label += "  thing: \(quoted(thing.text))" }
    if let time = found.time { label += "  \(found.isAsOf ? "as of" : "time"): \(quoted(time.text))" }
    if let total = found.total { label += "  part of: \(total.span)" }
    if let comparison = found.comparison {
      label += "  \(comparison.kind.rawValue)"
      if let direction = comparison.direction { label += " \(direction.rawValue)" }
      if let base = comparison.base { label += "  base: \(base.kind.rawValue) \(quoted(base.text))" }
      if let from = comparison.from { label += "  from: \(from.span)" }
      if let of = comparison.of { label += "  of: \(quoted(of.text))" }
    }
    return label + "  by: \(found.construction)"
  }

  private static func label(_ role: Role) -> String {
    var label = "Role \(role.span)  person: \(quoted(role.person.text))"
    if let title = role.title { label += "  title: \(quoted(title.text))" }
    if let organization = role.organization { label += "  organization: \(quoted(organization.text))" }
    if let place = role.place { label += "  place: \(quoted(place.text))" }
    if let time = role.time { label += "  time: \(quoted(time.text))" }
    if let qualifier = role.qualifier { label += "  qualifier: \(qualifier.rawValue)" }
    if let event = role.event { label += "  event: \(event.rawValue)" }
    return label + "  by: \(role.construction)"
  }

  private static func label(_ statement: Statement) -> String {
    var label = "Statement \(statement.span)"
    if let speaker = statement.speaker { label += "  speaker: \(quoted(speaker.text))" }
    if let text = statement.speakerText, text != statement.speaker?.text { label += "  as: \(quoted(text))" }
    if let verb = statement.verbText { label += "  verb: \(quoted(verb))" }
    return label
      + "  kind: \(statement.kind.rawValue)  \(statement.isQuoted ? "quotes" : "reports"): \(statement.content)"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎") + "\""
  }

  /// Two decimals, without a locale.
  private static func rounded(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
