extension RuleFileParser {
  static let clauseKeywords = ["about", "match", "if", "unless", "make", "weight", "yes", "no"]

  /// Reads a clause into the rule of that index.
  mutating func readClause(_ statement: Statement, of index: Int) {
    switch statement.keyword {
    case "about": parsed.rules[index].about = statement.value
    case "match":
      parsed.rules[index].patternText = statement.value
      parsed.rules[index].patternPlace = statement.valuePlace
      parsed.rules[index].pattern = pattern(statement, from: statement.valueStart)
    case "if", "unless": readCondition(statement, into: index)
    case "make": readProduct(statement, into: index)
    case "weight":
      if let value = Double(statement.value), value.isFinite {
        parsed.rules[index].weight = value
      } else {
        report(statement.valuePlace, .badNumber(statement.value))
      }
    case "yes", "no":
      let wanted = statement.keyword == "yes"
      if let example = Self.example(statement.value, wanted: wanted, line: statement.line.line) {
        parsed.rules[index].examples.append(example)
      } else {
        report(statement.valuePlace, .unmarkedExample)
      }
    case let other:
      report(
        statement.place, .unknownKeyword(other), suggestion: Spelling.nearest(to: other, among: Self.clauseKeywords))
    }
  }

  /// `followed by P`, `preceded by P`, `sentence has CLASS`, or what a part is, has, starts or ends with.
  private mutating func readCondition(_ statement: Statement, into index: Int) {
    let line = statement.line
    var words: [(text: String, end: Int)] = []
    var at = statement.valueStart
    while words.count < 3, at < line.scalars.count {
      let end = line.wordEnd(from: at)
      words.append((line.text(at..<end), end))
      at = line.skippingSpaces(from: end)
    }
    func word(_ number: Int) -> String { number < words.count ? words[number].text : "" }

    let place: Rule.Condition.Place
    var length = 2
    var extent = Rule.Condition.Extent.whole
    switch (word(0), word(1), word(2)) {
    case ("followed", "by", _): place = .followed
    case ("preceded", "by", _): place = .preceded
    case ("sentence", "has", _): place = .sentence
    case (let part, "is", _): place = .part(part)
    case (let part, "has", _): (place, extent) = (.part(part), .inside)
    case (let part, "starts", "with"): (place, extent, length) = (.part(part), .start, 3)
    case (let part, "ends", "with"): (place, extent, length) = (.part(part), .end, 3)
    default:
      return report(
        statement.valuePlace,
        .expected(
          "'followed by', 'preceded by', 'sentence has', 'PART is', 'PART has', 'PART starts with' or 'PART ends with'"
        ))
    }
    if case .part(let name) = place, !checkPart(name, of: index, at: statement.valuePlace) { return }
    let pattern = extent.pattern(pattern(statement, from: words[length - 1].end))
    if place == .sentence, pattern.classNames == nil, pattern != .sequence([]) {
      return report(statement.valuePlace, .expected("'sentence has' and a dictionary class, or several in ( … | … )"))
    }
    parsed.rules[index].conditions.append(
      Rule.Condition(
        wanted: statement.keyword == "if", place: place, pattern: pattern, line: line.line, text: statement.value))
  }

  /// `TYPE[.kind] [part] [kind]`
  private mutating func readProduct(_ statement: Statement, into index: Int) {
    let words = statement.value.split(separator: " ").map(String.init)
    guard let first = words.first, words.count <= 3 else {
      return report(statement.valuePlace, .expected("make TYPE[.kind] [part]"))
    }
    let names = first.split(separator: ".", maxSplits: 1).map(String.init)
    guard let type = names.first, RulePatternParser.isTypeName(type), names.count < 2 || words.count < 3 else {
      return report(statement.valuePlace, .expected("make TYPE[.kind] [part]"))
    }
    if words.count > 1 {
      let place = statement.line.place(
        statement.line.skippingSpaces(from: statement.line.wordEnd(from: statement.valueStart)))
      if !checkPart(words[1], of: index, at: place) { return }
    }
    let kind = names.count > 1 ? names[1] : words.count > 2 ? words[2] : nil
    parsed.rules[index].makes.append(
      Rule.Product(type: type, part: words.count > 1 ? words[1] : nil, kind: kind))
  }

  private mutating func checkPart(_ name: String, of index: Int, at place: RulePlace) -> Bool {
    let names = parsed.rules[index].pattern.partNames
    // Of a pattern with an error nothing is known.
    if names.contains(name) || parsed.rules[index].pattern == .sequence([]) { return true }
    report(place, .unknownPart(name), suggestion: Spelling.nearest(to: name, among: names))
    return false
  }

  mutating func pattern(_ statement: Statement, from start: Int, defining name: String? = nil) -> RulePattern {
    var parser = RulePatternParser(
      scalars: statement.line.scalars, from: start, definitions: parsed.definitions, defining: name)
    do throws(RulePatternParser.Failure) {
      let pattern = try parser.parse()
      parsed.mentions += parser.mentions.map {
        RuleFile.Mention(name: $0.name, place: statement.line.place($0.position))
      }
      return pattern
    } catch {
      report(statement.line.place(error.position), error.reason, suggestion: error.suggestion)
      return .sequence([])
    }
  }

  /// `总理【李强】出席会议`: the text without its marks, and where they stood.
  private static func example(_ marked: String, wanted: Bool, line: Int) -> Rule.Example? {
    var text = String.UnicodeScalarView()
    var ranges: [Range<Int>] = []
    var open: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "【":
        guard open == nil else { return nil }
        open = text.count
      case "】":
        guard let start = open else { return nil }
        ranges.append(start..<text.count)
        open = nil
      default: text.append(scalar)
      }
    }
    guard open == nil, !ranges.isEmpty else { return nil }
    return Rule.Example(wanted: wanted, text: String(text), marked: ranges, line: line)
  }
}
