/// Reads a rule file: header, `stage`, `let` definitions and rules, line by line.
///
/// ```
/// # concern:  people next to their titles
/// # source:   written for Wenmai
/// # licence:  Apache-2.0
/// stage 3
/// let chinese-name = SURNAME GIVEN{1,2}
///
/// rule person.title-before
///   about   a person introduced by a title
///   match   <TITLE> person:( chinese-name )
///   unless  followed by ORG-SUFFIX
///   make    PERSON person
///   weight  3
///   yes     总理【李强】出席会议
///   no      总理【办公室】发布通知
/// ```
///
/// A line that is indented deeper than its keyword's continues the line before. `#` opens a comment line.
package struct RuleFileParser {
  private let file: String
  private var errors: [RuleError] = []
  private var rules: [Rule] = []
  private var definitions: [String: RulePattern] = [:]
  private var headers: Set<String> = []
  private var stage = 1
  private var firstLine: [String: Int] = [:]
  /// By line of the rule: the keywords of its clauses, those with errors too.
  private var clauses: [Int: Set<String>] = [:]

  private init(file: String) { self.file = file }

  /// - Throws: everything that is wrong in the file.
  package static func parse(_ source: [UInt8], file: String) throws(RuleErrors) -> [Rule] {
    var parser = RuleFileParser(file: file)
    guard let text = String(validating: source, as: UTF8.self) else {
      throw RuleErrors([RuleError(file: file, line: 1, column: 1, reason: .notUTF8)])
    }
    parser.run(text)
    if !parser.errors.isEmpty { throw RuleErrors(parser.errors) }
    return parser.rules
  }

  private mutating func report(_ line: Int, _ column: Int, _ reason: RuleError.Reason) {
    errors.append(RuleError(file: file, line: line, column: column, reason: reason))
  }

  private mutating func run(_ text: String) {
    for (number, line) in Self.logicalLines(text) {
      if line.hasPrefix("#") {
        readHeader(line)
        continue
      }
      let scalars = Array(line.unicodeScalars)
      let start = scalars.firstIndex { $0 != " " } ?? 0
      let end = scalars[start...].firstIndex { $0 == " " } ?? scalars.count
      let keyword = String(String.UnicodeScalarView(scalars[start..<end]))
      let valueStart = scalars[end...].firstIndex { $0 != " " } ?? scalars.count
      let statement = Statement(line: number, keyword: keyword, scalars: scalars, valueStart: valueStart)
      if start == 0 { readTopLevel(statement) } else { readClause(statement) }
    }
    for key in ["concern", "source", "licence"] where !headers.contains(key) {
      report(1, 1, .missingHeader(key))
    }
    for rule in rules {
      let seen = clauses[rule.line] ?? []
      if !seen.contains("match") { report(rule.line, 1, .missing("match", rule: rule.name)) }
      if !seen.contains("make") { report(rule.line, 1, .missing("make", rule: rule.name)) }
      for (wanted, word) in [(true, "yes"), (false, "no")]
      where !rule.examples.contains(where: { $0.wanted == wanted }) {
        report(rule.line, 1, .missing(word, rule: rule.name))
      }
    }
  }

  private struct Statement {
    let line: Int
    let keyword: String
    let scalars: [Unicode.Scalar]
    let valueStart: Int
    var value: String {
      String(String.UnicodeScalarView(scalars[valueStart...])).trimmingSpaces
    }
  }

  /// Lines with their numbers; a line indented by four spaces or more continues the one before it.
  private static func logicalLines(_ text: String) -> [(Int, String)] {
    var result: [(Int, String)] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      number += 1
      let trimmed = line.drop { $0 == " " }
      if trimmed.isEmpty { continue }
      if trimmed.hasPrefix("# "), line.startIndex != trimmed.startIndex { continue }
      if line.hasPrefix("    "), let last = result.indices.last, !result[last].1.hasPrefix("#") {
        result[last].1 += " " + trimmed
      } else {
        result.append((number, String(line)))
      }
    }
    return result
  }

  private mutating func readHeader(_ line: String) {
    let parts = line.dropFirst().split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !parts[1].allSatisfy({ $0 == " " }) else { return }
    headers.insert(String(parts[0]).trimmingSpaces)
  }

  private mutating func readTopLevel(_ statement: Statement) {
    switch statement.keyword {
    case "stage":
      guard let value = Int(statement.value), (1...9).contains(value) else {
        return report(statement.line, statement.valueStart + 1, .badNumber(statement.value))
      }
      stage = value
    case "let":
      guard let equals = statement.scalars[statement.valueStart...].firstIndex(of: "=") else {
        return report(statement.line, statement.valueStart + 1, .expected("let name = pattern"))
      }
      let name = String(String.UnicodeScalarView(statement.scalars[statement.valueStart..<equals])).trimmingSpaces
      guard definitions[name] == nil else {
        return report(statement.line, statement.valueStart + 1, .duplicateDefinition(name))
      }
      definitions[name] = pattern(statement, from: equals + 1)
    case "rule":
      let name = statement.value
      if name.isEmpty { return report(statement.line, statement.valueStart + 1, .expected("the rule's name")) }
      if let first = firstLine.updateValue(statement.line, forKey: name) {
        report(statement.line, statement.valueStart + 1, .duplicateRule(name, firstLine: first))
      }
      rules.append(Rule(name: name, file: file, line: statement.line))
      rules[rules.count - 1].stage = stage
    case let other:
      report(statement.line, 1, .unknownKeyword(other))
    }
  }

  private mutating func readClause(_ statement: Statement) {
    guard let last = rules.indices.last else {
      return report(statement.line, 1, .expected("'rule NAME' before this line"))
    }
    clauses[rules[last].line, default: []].insert(statement.keyword)
    switch statement.keyword {
    case "about": rules[last].about = statement.value
    case "match": rules[last].pattern = pattern(statement, from: statement.valueStart)
    case "if", "unless": readCondition(statement, into: last)
    case "make": readProduct(statement, into: last)
    case "weight":
      if let value = Double(statement.value), value.isFinite {
        rules[last].weight = value
      } else {
        report(statement.line, statement.valueStart + 1, .badNumber(statement.value))
      }
    case "yes", "no":
      if let example = Self.example(statement.value, wanted: statement.keyword == "yes", line: statement.line) {
        rules[last].examples.append(example)
      } else {
        report(statement.line, statement.valueStart + 1, .unmarkedExample)
      }
    case let other: report(statement.line, 1, .unknownKeyword(other))
    }
  }

  private mutating func readCondition(_ statement: Statement, into index: Int) {
    let value = statement.value
    let place: Rule.Condition.Place
    let skipped: Int
    if value.hasPrefix("followed by ") {
      place = .followed
      skipped = "followed by ".count
    } else if value.hasPrefix("preceded by ") {
      place = .preceded
      skipped = "preceded by ".count
    } else if let range = value.range(of: " is ") {
      let name = String(value[..<range.lowerBound])
      guard rules[index].pattern.partNames.contains(name) else {
        return report(statement.line, statement.valueStart + 1, .unknownPart(name))
      }
      place = .part(name)
      skipped = value.unicodeScalars.distance(from: value.startIndex, to: range.upperBound)
    } else {
      return report(
        statement.line, statement.valueStart + 1, .expected("'followed by', 'preceded by' or 'PART is'"))
    }
    let pattern = pattern(statement, from: statement.valueStart + skipped)
    rules[index].conditions.append(
      Rule.Condition(wanted: statement.keyword == "if", place: place, pattern: pattern, line: statement.line))
  }

  private mutating func readProduct(_ statement: Statement, into index: Int) {
    let words = statement.value.split(separator: " ").map(String.init)
    guard let type = words.first, words.count <= 3 else {
      return report(statement.line, statement.valueStart + 1, .expected("make TYPE [part] [kind]"))
    }
    if words.count > 1, !rules[index].pattern.partNames.contains(words[1]) {
      return report(statement.line, statement.valueStart + 1, .unknownPart(words[1]))
    }
    rules[index].makes.append(
      Rule.Product(type: type, part: words.count > 1 ? words[1] : nil, kind: words.count > 2 ? words[2] : nil))
  }

  private mutating func pattern(_ statement: Statement, from start: Int) -> RulePattern {
    do throws(RulePatternParser.Failure) {
      return try RulePatternParser.parse(statement.scalars, from: start, definitions: definitions)
    } catch {
      report(statement.line, error.position + 1, error.reason)
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

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The first place where `needle` stands.
  fileprivate func range(of needle: String) -> Range<String.Index>? { firstRange(of: needle) }
}
