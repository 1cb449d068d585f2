/// Reads one pattern of the rule language by recursive descent.
///
/// ```
/// choice     = sequence ("|" sequence)*
/// sequence   = item+
/// item       = [name ":"] atom ["?" | "*" | "+" | "{" m ["," n] "}"]
/// atom       = CLASS | WORD[.tag] | <TYPE[.kind]> | "literal" | [set] | / | ^ | $ | definition | "(" choice ")"
/// set        = "[" ["^"] (character | character "-" character)* "]"
/// ```
struct RulePatternParser {
  struct Failure: Error {
    let position: Int
    let reason: RuleError.Reason
    var suggestion: String?
  }

  let scalars: [Unicode.Scalar]
  private let definitions: [String: RulePattern]
  /// The name that the pattern defines.
  private let defining: String?
  var at: Int
  private var depth = 0
  /// The names that only a lexicon or other files can know.
  private(set) var mentions: [(name: RuleFile.Mention.Name, position: Int)] = []

  init(
    scalars: [Unicode.Scalar], from start: Int, definitions: [String: RulePattern], defining name: String? = nil
  ) {
    self.scalars = scalars
    self.definitions = definitions
    defining = name
    at = start
  }

  mutating func parse() throws(Failure) -> RulePattern {
    let pattern = try choice()
    if peek != nil { throw failure(.expected("the end of the pattern")) }
    return pattern
  }

  func failure(_ reason: RuleError.Reason) -> Failure { Failure(position: at, reason: reason) }

  /// The next scalar that is not a space; nil at the end.
  var peek: Unicode.Scalar? {
    mutating get {
      while at < scalars.count, scalars[at] == " " { at += 1 }
      return at < scalars.count ? scalars[at] : nil
    }
  }

  private mutating func choice() throws(Failure) -> RulePattern {
    // Deep nesting would only exhaust the stack; no rule a person reads comes near.
    depth += 1
    defer { depth -= 1 }
    if depth > 32 { throw failure(.expected("fewer nested brackets")) }
    var items = [try sequence()]
    while peek == "|" {
      at += 1
      items.append(try sequence())
    }
    return items.count == 1 ? items[0] : .choice(items)
  }

  private mutating func sequence() throws(Failure) -> RulePattern {
    var items: [RulePattern] = []
    while let next = peek, next != "|", next != ")" { items.append(try item()) }
    if items.isEmpty { throw failure(.expected("an element")) }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func item() throws(Failure) -> RulePattern {
    if let name = partName() { return .part(name, try item()) }
    let atom = try atom()
    switch at < scalars.count ? scalars[at] : " " {
    case "?":
      at += 1
      return .repetition(atom, min: 0, max: 1)
    case "*":
      at += 1
      return .repetition(atom, min: 0, max: RulePattern.repetitionLimit)
    case "+":
      at += 1
      return .repetition(atom, min: 1, max: RulePattern.repetitionLimit)
    case "{":
      at += 1
      let min = try number()
      var max = min
      if peek == "," {
        at += 1
        max = try number()
      }
      guard peek == "}" else { throw failure(.expected("'}'")) }
      at += 1
      guard max >= 1, min <= max, max <= RulePattern.greatestRepetition else {
        throw failure(.badNumber("{\(min),\(max)}"))
      }
      return .repetition(atom, min: min, max: max)
    default: return atom
    }
  }

  /// `name:` if it stands here.
  private mutating func partName() -> String? {
    _ = peek
    var end = at
    while end < scalars.count, Self.isLower(scalars[end]) || (end > at && scalars[end] == "-") { end += 1 }
    guard end > at, end < scalars.count, scalars[end] == ":" else { return nil }
    defer { at = end + 1 }
    return String(folded: scalars[at..<end].lazy.map(\.value))
  }

  private mutating func atom() throws(Failure) -> RulePattern {
    guard let next = peek else { throw failure(.expected("an element")) }
    switch next {
    case "(":
      at += 1
      let inner = try choice()
      guard peek == ")" else { throw failure(.expected("')'")) }
      at += 1
      return inner
    case "\"":
      at += 1
      let literal = try text(until: "\"")
      if literal.isEmpty { throw failure(.expected("text between the quotes")) }
      return .literal(literal)
    case "[":
      at += 1
      let negated = at < scalars.count && scalars[at] == "^"
      if negated { at += 1 }
      return .set(try set(), negated: negated)
    case "<":
      let start = at
      at += 1
      let parts = Self.string(try text(until: ">")).split(separator: ".", maxSplits: 1).map(String.init)
      guard let type = parts.first, Self.isTypeName(type) else {
        throw Failure(position: start + 1, reason: .expected("a type"))
      }
      let kind = parts.count > 1 ? parts[1] : nil
      mentions.append((.result(type: type, kind: kind), start + 1))
      return .result(type: type, kind: kind)
    case "/":
      at += 1
      return .boundary
    case "^":
      at += 1
      return .sentenceStart
    case "$":
      at += 1
      return .sentenceEnd
    default: return try named()
    }
  }

  private mutating func named() throws(Failure) -> RulePattern {
    let start = at
    while at < scalars.count, Self.isName(scalars[at]) { at += 1 }
    guard at > start else { throw failure(.expected("an element")) }
    let name = String(folded: scalars[start..<at].lazy.map(\.value))
    if let kind = RulePattern.ScalarKind(rawValue: name) { return .scalar(kind) }
    if name == "WORD" { return .word(tag: nil) }
    if name.hasPrefix("WORD.") {
      mentions.append((.tag(String(name.dropFirst(5))), start + 5))
      return .word(tag: String(name.dropFirst(5)))
    }
    if Self.isLower(scalars[start]) {
      // A definition may build on one of an earlier file that has its name, not on itself.
      if let definition = definitions[name] { return definition }
      throw Failure(
        position: start, reason: name == defining ? .recursiveDefinition(name) : .unknownDefinition(name),
        suggestion: name == defining ? nil : Spelling.nearest(to: name, among: definitions.keys.sorted()))
    }
    mentions.append((.entryClass(name), start))
    return .entry(name)
  }
}
