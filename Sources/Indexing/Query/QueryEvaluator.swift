import GRDB
import SearchTokens

/// Finds the articles that answer a query, part by part: the full text gives those of phrases, tables those of filters,
/// and their sets are joined as the query says.
struct QueryEvaluator {
  let db: Database
  let text: TextExpression
  let filters: FilterFinder
  let usesAliases: Bool
  /// Whether ``explanation`` tells how many articles each phrase finds, too.
  var explainsCounts = false
  /// How long that took.
  private(set) var countingTime = Duration.zero
  /// How the query was read, a line a part.
  private(set) var explanation: [String] = []
  /// What else was looked for, and is to be shown as found.
  private(set) var addedPhrases: [SearchQuery.Phrase] = []
  /// Conditions on numbers that the query has.
  private(set) var conditions: [MeasurementCondition] = []

  init(_ db: Database, text: TextExpression, keys: KeyMaker, usesAliases: Bool) {
    self.db = db
    self.text = text
    filters = FilterFinder(db: db, text: text, names: NameFinder(db: db, keys: keys))
    self.usesAliases = usesAliases
  }

  /// What a query, or a part of it, comes to.
  enum Outcome {
    /// All articles that a text expression finds.
    case text(String)
    case ids(IDSet)
    /// Nothing to look for: a query of punctuation.
    case nothing
  }

  mutating func evaluate(_ node: SearchQuery.Node) throws -> Outcome { try part(node, 0, true) }

  private mutating func part(_ node: SearchQuery.Node, _ depth: Int, _ isWanted: Bool) throws -> Outcome {
    switch node {
    case .phrase(let phrase): return try part(phrase, depth, isWanted)
    case .near(let phrases, let distance):
      guard let expression = text.near(phrases, distance) else { return .nothing }
      explain("near \(distance): " + phrases.map(\.text).joined(separator: " "), depth)
      return .text(expression)
    case .filter(let filter):
      let answer = try filters.answer(filter)
      explain(answer.explanation, depth)
      if isWanted {
        addedPhrases += answer.phrases
        if case .measurement(let condition) = filter { conditions.append(condition) }
      }
      return .ids(answer.articles)
    case .all(let nodes): return try join(nodes, "all of", depth, isWanted, " AND ") { $0.intersection($1) }
    case .any(let nodes): return try join(nodes, "any of", depth, isWanted, " OR ") { $0.union($1) }
    case .without(let node, let other):
      let kept = try part(node, depth, isWanted)
      explain("without", depth)
      let taken = try part(other, depth + 1, false)
      switch (kept, taken) {
      case (.nothing, _): return .nothing
      case (_, .nothing): return kept
      case (.text(let kept), .text(let taken)): return .text("(\(kept) NOT \(taken))")
      default: return .ids(try set(kept).subtracting(try set(taken)))
      }
    }
  }

  private mutating func join(
    _ nodes: [SearchQuery.Node], _ name: String, _ depth: Int, _ isWanted: Bool, _ separator: String,
    _ operation: (IDSet, IDSet) -> IDSet
  ) throws -> Outcome {
    explain(name, depth)
    var expressions: [String] = []
    var sets: [IDSet] = []
    for node in nodes {
      switch try part(node, depth + 1, isWanted) {
      case .nothing: break
      case .text(let expression): expressions.append(expression)
      case .ids(let ids): sets.append(ids)
      }
    }
    // All that is text is one question to the full text.
    if !expressions.isEmpty {
      let expression =
        expressions.count == 1 ? expressions[0] : "(" + expressions.joined(separator: separator) + ")"
      if sets.isEmpty { return .text(expression) }
      sets.append(try set(.text(expression)))
    }
    guard let first = sets.first else { return .nothing }
    return .ids(sets.dropFirst().reduce(first, operation))
  }

  private mutating func part(_ phrase: SearchQuery.Phrase, _ depth: Int, _ isWanted: Bool) throws -> Outcome {
    guard let expression = text.expression(phrase) else { return .nothing }
    try explain("text \(phrase.text)\(phrase.isPrefix ? "*" : "")", depth) { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM article_text WHERE article_text MATCH ?", arguments: [expression]) ?? 0
    }
    guard usesAliases, isWanted else { return .text(expression) }
    let other = try filters.names.otherNames(of: phrase)
    if other.aliases.isEmpty { return .text(expression) }
    let ids = try filters.articles(aliases: other.aliases)
    let shown = other.texts.prefix(5).joined(separator: ", ")
    explain("  or \(other.names.joined(separator: ", ")), called \(shown): \(ids.count)", depth)
    addedPhrases += other.texts.map { SearchQuery.Phrase(text: $0) }
    return .ids(try set(.text(expression)).union(ids))
  }

  private func set(_ part: Outcome) throws -> IDSet {
    switch part {
    case .ids(let ids): ids
    case .nothing: IDSet()
    case .text(let expression):
      try IDSet(db, "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rowid", [expression])
    }
  }

  private mutating func explain(_ line: String, _ depth: Int) {
    explanation.append(String(repeating: "  ", count: depth) + line)
  }

  /// Counting takes time that only an explanation is worth.
  private mutating func explain(_ line: String, _ depth: Int, count: (Database) throws -> Int) throws {
    guard explainsCounts else { return explain(line, depth) }
    let start = ContinuousClock.now
    explain("\(line): \(try count(db))", depth)
    countingTime += ContinuousClock.now - start
  }
}
