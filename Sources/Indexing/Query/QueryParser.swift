/// Reads a query by recursive descent; see ``SearchQuery`` for what it may hold.
struct QueryParser {
  private let query: String
  private let lexemes: [Lexeme]
  private var position = 0

  /// Brackets may be this deep, far below what SQLite takes.
  private static let depthLimit = 50
  /// Characters between what stands around NEAR, where the query does not say: some two clauses.
  private static let nearDistance = 20
  private static let longestDistance = 10_000

  init(_ query: String) {
    self.query = query
    lexemes = Lexeme.read(query)
  }

  /// nil for a query without words.
  mutating func parse() throws(QueryError) -> SearchQuery.Node? {
    let node = try parseAny(depth: 0)
    if let rest = next { throw error("a closing bracket without an opening one", rest.range) }
    return node
  }

  private var next: Lexeme? { position < lexemes.count ? lexemes[position] : nil }

  private func error(_ reason: String, _ range: Range<Int>? = nil) -> QueryError {
    QueryError(reason, range ?? query.utf8.count..<query.utf8.count, in: query)
  }

  private enum Operator {
    case and, or, not
    /// With how many characters between; nil for what is no such number.
    case near(Int?)
  }

  private var nextOperator: Operator? {
    guard let kind = next?.kind else { return nil }
    if kind == .minus { return .not }
    guard case .word(let written) = kind else { return nil }
    let word = written.withPlainLetters
    switch word {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    case "NEAR": return .near(Self.nearDistance)
    default:
      guard word.hasPrefix("NEAR/") else { return nil }
      return .near(Int(word.dropFirst(5)).flatMap { (0...Self.longestDistance).contains($0) ? $0 : nil })
    }
  }

  private mutating func parseAny(depth: Int) throws(QueryError) -> SearchQuery.Node? {
    guard depth < Self.depthLimit else { throw error("brackets inside brackets, too many of them", next?.range) }
    var alternatives: [SearchQuery.Node] = []
    var before: Range<Int>?
    while true {
      let node = try parseAll(depth)
      if let node { alternatives.append(node) }
      if node == nil, let before { throw error("nothing after OR", before) }
      guard case .or? = nextOperator, let next else { break }
      if node == nil { throw error("nothing before OR", next.range) }
      before = next.range
      position += 1
    }
    return alternatives.count < 2 ? alternatives.first : .any(alternatives)
  }

  private mutating func parseAll(_ depth: Int) throws(QueryError) -> SearchQuery.Node? {
    var nodes: [SearchQuery.Node] = []
    var unwanted: [SearchQuery.Node] = []
    var firstNot: Range<Int>?
    loop: while let lexeme = next, lexeme.kind != .close {
      switch nextOperator {
      case .or: break loop
      case .and:
        position += 1
        if nodes.isEmpty, unwanted.isEmpty { throw error("nothing before AND", lexeme.range) }
        // `a AND NOT b` is `a NOT b`.
        if case .not? = nextOperator { continue }
        guard nextOperator == nil, let node = try parseOne(depth) else {
          throw error("nothing after AND", lexeme.range)
        }
        nodes.append(node)
      case .not:
        position += 1
        if firstNot == nil { firstNot = lexeme.range }
        guard nextOperator == nil, let node = try parseOne(depth) else {
          throw error("nothing after \(lexeme.kind == .minus ? "-" : "NOT")", lexeme.range)
        }
        unwanted.append(node)
      case .near(let distance):
        position += 1
        guard let distance else {
          throw error("NEAR/ wants a number from 0 to \(Self.longestDistance)", lexeme.range)
        }
        guard let last = nodes.popLast() else { throw error("nothing before NEAR", lexeme.range) }
        nodes.append(try near(last, distance, lexeme.range))
      case nil: if let node = try parseOne(depth) { nodes.append(node) }
      }
    }
    nodes = merged(nodes)
    guard let first = nodes.first else {
      if let firstNot { throw error("NOT needs something to be taken from", firstNot) }
      return nil
    }
    return unwanted.reduce(nodes.count == 1 ? first : .all(nodes)) { .without($0, $1) }
  }

  /// `a NEAR b NEAR c` is one condition, with the widest distance.
  private mutating func near(
    _ left: SearchQuery.Node, _ distance: Int, _ range: Range<Int>
  ) throws(QueryError) -> SearchQuery.Node {
    let right = nextOperator == nil ? try parseOne(0) : nil
    guard case .phrase(let phrase)? = right else { throw error("NEAR stands between two words", range) }
    switch left {
    case .phrase(let other): return .near([other, phrase], distance)
    case .near(let others, let before): return .near(others + [phrase], max(before, distance))
    default: throw error("NEAR stands between two words", range)
    }
  }

  /// Filters of numbers that stand side by side speak of one number.
  private func merged(_ nodes: [SearchQuery.Node]) -> [SearchQuery.Node] {
    var result: [SearchQuery.Node] = []
    for node in nodes {
      if case .filter(.measurement(let new)) = node, case .filter(.measurement(let old))? = result.last,
        let both = old.merged(with: new)
      {
        result[result.count - 1] = .filter(.measurement(both))
      } else {
        result.append(node)
      }
    }
    return result
  }

  private mutating func parseOne(_ depth: Int) throws(QueryError) -> SearchQuery.Node? {
    guard let lexeme = next else { return nil }
    switch lexeme.kind {
    case .close, .minus: return nil
    case .word(let text):
      position += 1
      return .phrase(Self.phrase(text))
    case .quoted(let text):
      position += 1
      return text.isEmpty ? nil : .phrase(.init(text: text))
    case .field(let name):
      position += 1
      return .filter(try filter(name, lexeme.range))
    case .open:
      position += 1
      let node = try parseAny(depth: depth + 1)
      guard next?.kind == .close else { throw error("a bracket is not closed", lexeme.range) }
      position += 1
      return node
    }
  }

  private static func phrase(_ text: String) -> SearchQuery.Phrase {
    let isPrefix = text.hasSuffix("*")
    return SearchQuery.Phrase(text: isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)
  }

  private mutating func filter(_ name: String, _ range: Range<Int>) throws(QueryError) -> QueryFilter {
    guard Self.filterNames.contains(name) else {
      let names = Self.filterNames.map { $0 + ":" }.joined(separator: " ")
      throw error("there is no filter '\(name):'; there are \(names)", range)
    }
    let phrase: SearchQuery.Phrase
    switch next?.kind {
    case .word(let text)? where next?.range.lowerBound == range.upperBound: phrase = Self.phrase(text)
    case .quoted(let text)? where next?.range.lowerBound == range.upperBound: phrase = .init(text: text)
    default: throw error("nothing after '\(name):'", range)
    }
    let place = range.lowerBound..<(next?.range.upperBound ?? range.upperBound)
    position += 1
    let text = phrase.text
    let plain = text.withPlainLetters
    switch name {
    case "person": return .name(type: "PERSON", phrase)
    case "org": return .name(type: "ORG", phrase)
    case "title": return .name(type: "TITLE", phrase)
    case "place": return .name(type: "PLACE", phrase)
    case "name": return .name(type: nil, phrase)
    case "speaker": return .speaker(phrase)
    case "source": return .source(text)
    case "subject": return .measurement(.init(subject: text))
    case "unit": return .measurement(.init(unit: text))
    case "value":
      guard let value = ValueRange(plain) else {
        throw error("a number is 100, >100, <=3.5, 10..20 or 1.2万", place)
      }
      return .measurement(.init(value: value))
    default:
      guard let dates = DateRange(plain) else {
        throw error("a date is 2024, 2024-03, 2024-03-05 or two of them: 2024-03..2024-05", place)
      }
      return name == "date" ? .date(dates) : .time(dates)
    }
  }

  private static let filterNames = [
    "person", "org", "title", "place", "name", "speaker", "subject", "value", "unit", "date", "time", "source",
  ]
}
