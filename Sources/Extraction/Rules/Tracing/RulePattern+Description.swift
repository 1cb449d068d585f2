extension RulePattern: CustomStringConvertible {
  /// The pattern in the rule language.
  package var description: String {
    switch self {
    case .literal(let scalars): "\"\(Self.text(scalars))\""
    case .set(let scalars, let negated): "[\(negated ? "^" : "")\(Self.text(scalars))]"
    case .scalar(let kind): kind.rawValue
    case .entry(let name): name
    case .word(let tag): tag.map { "WORD.\($0)" } ?? "WORD"
    case .result(let type, let kind): "<\(type)\(kind.map { ".\($0)" } ?? "")>"
    case .boundary: "/"
    case .sentenceStart: "^"
    case .sentenceEnd: "$"
    case .sequence(let items): items.map(\.grouped).joined(separator: " ")
    case .choice(let items): items.map(\.description).joined(separator: " | ")
    case .repetition(let item, let min, let max): "\(item.grouped)\(Self.count(min, max))"
    case .part(let name, let item): "\(name):( \(item) )"
    case .definition(let definition): definition.pattern.description
    }
  }

  private var grouped: String {
    switch self {
    case .choice, .sequence: "( \(self) )"
    case .definition(let definition): definition.pattern.grouped
    default: description
    }
  }

  private static func count(_ min: Int, _ max: Int) -> String {
    switch (min, max) {
    case (0, 1): "?"
    case (0, repetitionLimit): "*"
    case (1, repetitionLimit): "+"
    case (let min, let max) where min == max: "{\(min)}"
    default: "{\(min),\(max)}"
    }
  }

  private static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// What an element asks for, for people: `a word boundary`.
  package var wish: String {
    switch self {
    case .boundary: "a word boundary"
    case .sentenceStart: "the start of the sentence"
    case .sentenceEnd: "the end of the sentence"
    default: description
    }
  }
}
