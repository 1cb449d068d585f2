/// A sentence with slots, `{person#1}主持[会议|座谈会]`: literal text, slots, and choices of templates.
struct Template: Sendable {
  indirect enum Part: Sendable {
    case text(String)
    /// What fills it, what narrows it down (`n:1-12` has `1-12`), and the number that keeps it within an article.
    case slot(name: String, argument: String, memory: String?)
    case choice([Template])
  }

  let parts: [Part]

  init(_ source: String) {
    var rest = source[...]
    parts = Self.parse(&rest, until: [])
  }

  private init(parts: [Part]) { self.parts = parts }

  private static func parse(_ rest: inout Substring, until ends: [Character]) -> [Part] {
    var parts: [Part] = []
    var text = ""
    func flushed() -> [Part] { text.isEmpty ? [] : [.text(text)] }
    while let character = rest.first, !ends.contains(character) {
      rest.removeFirst()
      switch character {
      case "{":
        parts += flushed()
        text = ""
        let body = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(body.count + 1)
        parts.append(slot(body))
      case "[":
        parts += flushed()
        text = ""
        var choices: [Template] = []
        repeat {
          choices.append(Template(parts: parse(&rest, until: ["|", "]"])))
        } while rest.popFirst() == "|"
        parts.append(.choice(choices))
      default: text.append(character)
      }
    }
    return parts + flushed()
  }

  private static func slot(_ body: Substring) -> Part {
    let named = body.split(separator: "#", maxSplits: 1)
    let narrowed = named[0].split(separator: ":", maxSplits: 1)
    return .slot(
      name: String(narrowed[0]), argument: narrowed.count > 1 ? String(narrowed[1]) : "",
      memory: named.count > 1 ? String(body) : nil)
  }
}
