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
struct RuleFileParser {
  let file: String
  private(set) var errors: [RuleError] = []
  var parsed = RuleFile()
  private let text: String
  /// Only needed where something is wrong.
  private lazy var sourceLines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
  /// The names that this file defines itself.
  private var ownDefinitions: Set<String> = []
  private var headers: Set<String> = []
  private var stage = 1
  private var firstLine: [String: Int] = [:]
  /// By line of the rule: the keywords of its clauses, those with errors too.
  private var clauses: [Int: Set<String>] = [:]

  /// - Parameter definitions: what the files before it define; its own definitions come first.
  /// - Throws: everything that is wrong in the file.
  static func parse(
    _ source: [UInt8], file: String, definitions: [String: RulePattern] = [:]
  ) throws(RuleErrors) -> RuleFile {
    guard let text = String(validating: source, as: UTF8.self) else {
      throw RuleErrors([RuleError(file: file, line: 1, column: 1, reason: .notUTF8)])
    }
    var parser = RuleFileParser(text, file: file, definitions: definitions)
    parser.run()
    if !parser.errors.isEmpty { throw RuleErrors(parser.errors) }
    return parser.parsed
  }

  private init(_ text: String, file: String, definitions: [String: RulePattern]) {
    self.file = file
    parsed.definitions = definitions
    self.text = text
  }

  mutating func report(_ place: RulePlace, _ reason: RuleError.Reason, suggestion: String? = nil) {
    let line = place.line <= sourceLines.count ? String(sourceLines[place.line - 1]) : nil
    errors.append(
      RuleError(
        file: file, line: place.line, column: place.column, reason: reason, suggestion: suggestion, sourceLine: line))
  }

  /// A line as keyword and value.
  struct Statement {
    let line: RuleLine
    let keyword: String
    let keywordStart: Int
    let valueStart: Int

    init(_ line: RuleLine) {
      self.line = line
      keywordStart = line.skippingSpaces(from: 0)
      let end = line.wordEnd(from: keywordStart)
      keyword = line.text(keywordStart..<end)
      valueStart = line.skippingSpaces(from: end)
    }

    var place: RulePlace { line.place(keywordStart) }
    var valuePlace: RulePlace { line.place(valueStart) }
    var value: String { line.text(valueStart..<line.scalars.count).trimmingSpaces }
  }

  private mutating func run() {
    for line in RuleLine.lines(of: text) {
      if line.isComment {
        readHeader(line)
        continue
      }
      let statement = Statement(line)
      if line.scalars.first == "\t" {
        report(line.place(0), .expected("spaces in place of the tab"))
      } else if statement.keywordStart == 0 {
        readTopLevel(statement)
      } else {
        readClause(statement)
      }
    }
    for key in ["concern", "source", "licence"] where !headers.contains(key) {
      report(RulePlace(line: 1, column: 1), .missingHeader(key))
    }
    for rule in parsed.rules {
      let seen = clauses[rule.line] ?? []
      let place = RulePlace(line: rule.line, column: 1)
      for word in ["match", "make"] where !seen.contains(word) { report(place, .missing(word, rule: rule.name)) }
      for (wanted, word) in [(true, "yes"), (false, "no")]
      where !rule.examples.contains(where: { $0.wanted == wanted }) {
        report(place, .missing(word, rule: rule.name))
      }
    }
  }

  private mutating func readHeader(_ line: RuleLine) {
    let parts = line.text(1..<line.scalars.count).split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !parts[1].allSatisfy({ $0 == " " }) else { return }
    headers.insert(String(parts[0]).trimmingSpaces)
  }

  private mutating func readTopLevel(_ statement: Statement) {
    switch statement.keyword {
    case "stage":
      guard let value = Int(statement.value), (1...9).contains(value) else {
        return report(statement.valuePlace, .badNumber(statement.value))
      }
      stage = value
    case "let": readDefinition(statement)
    case "rule":
      let name = statement.value
      if name.isEmpty { return report(statement.valuePlace, .expected("the rule's name")) }
      if name.contains(" ") {
        let space = statement.line.wordEnd(from: statement.valueStart)
        return report(
          statement.line.place(statement.line.skippingSpaces(from: space)),
          .expected("one name; clauses are indented by less than four spaces"))
      }
      if let first = firstLine.updateValue(statement.line.line, forKey: name) {
        report(statement.valuePlace, .duplicateRule(name, first: "line \(first)"))
      }
      var rule = Rule(name: name, file: file, line: statement.line.line)
      rule.stage = stage
      parsed.rules.append(rule)
    case let other:
      report(
        statement.place, .unknownKeyword(other),
        suggestion: Spelling.nearest(to: other, among: ["stage", "let", "rule"]))
    }
  }

  private mutating func readDefinition(_ statement: Statement) {
    guard let equals = statement.line.scalars[statement.valueStart...].firstIndex(of: "=") else {
      return report(statement.valuePlace, .expected("let name = pattern"))
    }
    let name = statement.line.text(statement.valueStart..<equals).trimmingSpaces
    guard RulePatternParser.isDefinitionName(name) else {
      return report(statement.valuePlace, .expected("a name in lower case"))
    }
    guard ownDefinitions.insert(name).inserted else {
      return report(statement.valuePlace, .duplicateDefinition(name))
    }
    parsed.definitions[name] = pattern(statement, from: equals + 1, defining: name).named(name)
  }

  private mutating func readClause(_ statement: Statement) {
    guard let last = parsed.rules.indices.last else {
      return report(statement.place, .expected("'rule NAME' before this line"))
    }
    let isFirst = clauses[parsed.rules[last].line, default: []].insert(statement.keyword).inserted
    if !isFirst, Self.onlyOnce.contains(statement.keyword) {
      return report(statement.place, .duplicateClause(statement.keyword))
    }
    readClause(statement, of: last)
  }

  private static let onlyOnce: Set = ["about", "match", "weight"]
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
