import GRDB
import SearchTokens

/// Finds the articles that answer a query, part by part: the full text gives those of phrases, tables those of filters,
/// and their sets are joined as the query says.
struct QueryEvaluator {
  let db: Database
  let text: TextExpression
  let names: NameFinder
  let usesAliases: Bool
  /// How the query was read, a line a part.
  private(set) var explanation: [String] = []
  /// What else was looked for, and is to be shown as found.
  private(set) var addedPhrases: [SearchQuery.Phrase] = []
  /// Conditions on numbers that the query has.
  private(set) var conditions: [MeasurementCondition] = []
  /// A set of articles, or a text expression that gives one.
  private enum Part {
    case ids(IDSet)
    case text(String)
    /// Nothing to look for: 的 of a query of punctuation.
    case nothing
  }

  init(_ db: Database, text: TextExpression, keys: KeyMaker, usesAliases: Bool) {
    self.db = db
    self.text = text
    names = NameFinder(db: db, keys: keys)
    self.usesAliases = usesAliases
  }

  /// What a query comes to.
  enum Outcome {
    /// All articles that a text expression finds.
    case text(String)
    case ids(IDSet)
    case nothing
  }

  mutating func evaluate(_ node: SearchQuery.Node) throws -> Outcome {
    switch try part(node, depth: 0, isWanted: true) {
    case .ids(let ids): .ids(ids)
    case .text(let expression): .text(expression)
    case .nothing: .nothing
    }
  }

  private mutating func part(_ node: SearchQuery.Node, depth: Int, isWanted: Bool) throws -> Part {
    switch node {
    case .phrase(let phrase): return try part(phrase, depth, isWanted)
    case .near(let phrases, let distance):
      guard let expression = text.near(phrases, distance) else { return .nothing }
      explain("near \(distance): " + phrases.map(\.text).joined(separator: " "), depth)
      return .text(expression)
    case .filter(let filter): return .ids(try ids(filter, depth, isWanted))
    case .all(let nodes): return try join(nodes, "all of", depth, isWanted, " AND ") { $0.intersection($1) }
    case .any(let nodes): return try join(nodes, "any of", depth, isWanted, " OR ") { $0.union($1) }
    case .without(let node, let other):
      let kept = try part(node, depth, isWanted: isWanted)
      explain("without", depth)
      let taken = try part(other, depth: depth + 1, isWanted: false)
      switch (kept, taken) {
      case (.nothing, _): return .nothing
      case (_, .nothing): return kept
      case (.text(let kept), .text(let taken)): return .text("(\(kept) NOT \(taken))")
      default: return .ids(try set(kept).subtracting(try set(taken)))
      }
    }
  }

  private mutating func part(_ node: SearchQuery.Node, _ depth: Int, isWanted: Bool) throws -> Part {
    try part(node, depth: depth, isWanted: isWanted)
  }

  private mutating func join(
    _ nodes: [SearchQuery.Node], _ name: String, _ depth: Int, _ isWanted: Bool, _ separator: String,
    _ operation: (IDSet, IDSet) -> IDSet
  ) throws -> Part {
    explain(name, depth)
    var expressions: [String] = []
    var sets: [IDSet] = []
    for node in nodes {
      switch try part(node, depth: depth + 1, isWanted: isWanted) {
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

  private mutating func part(_ phrase: SearchQuery.Phrase, _ depth: Int, _ isWanted: Bool) throws -> Part {
    guard let expression = text.expression(phrase) else { return .nothing }
    try explain("text \(phrase.text)\(phrase.isPrefix ? "*" : "")", depth) { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM article_text WHERE article_text MATCH ?", arguments: [expression]) ?? 0
    }
    guard usesAliases, isWanted else { return .text(expression) }
    let other = try names.otherNames(of: phrase)
    if other.aliases.isEmpty { return .text(expression) }
    let ids = try articles(aliases: other.aliases)
    let shown = other.texts.prefix(5).joined(separator: ", ")
    explain("  or \(other.names.joined(separator: ", ")), called \(shown): \(ids.count)", depth)
    addedPhrases += other.texts.map { SearchQuery.Phrase(text: $0) }
    return .ids(try set(.text(expression)).union(ids))
  }

  // MARK: Filters

  /// `org:中*` may have thousands of names: so many of them are shown as found, and rank.
  private static let shownNames = 200

  private mutating func ids(_ filter: QueryFilter, _ depth: Int, _ isWanted: Bool) throws -> IDSet {
    switch filter {
    case .name(let type, let phrase):
      let found = try names.bearers(of: phrase, type: type)
      let ids = try articles(aliases: found.aliases)
      let shown = found.names.prefix(5).joined(separator: ", ") + (found.names.count > 5 ? " …" : "")
      explain("\(type ?? "name") \(phrase.text)\(phrase.isPrefix ? "*" : ""): \(shown): \(ids.count)", depth)
      if isWanted {
        addedPhrases += found.texts.prefix(Self.shownNames).map { SearchQuery.Phrase(text: $0) }
      }
      return ids
    case .speaker(let phrase):
      let found = try names.bearers(of: phrase, type: nil)
      let ids = try fetch(
        "SELECT DISTINCT article FROM statements WHERE speaker IN (\(list(found.aliases))) ORDER BY article")
      explain("speaker \(phrase.text): \(ids.count)", depth)
      if isWanted { addedPhrases += found.texts.prefix(Self.shownNames).map { SearchQuery.Phrase(text: $0) } }
      return ids
    case .measurement(let condition):
      let (sql, arguments) = condition.sql(text)
      let ids = try fetch(
        "SELECT DISTINCT m.article FROM measurements m WHERE \(sql) ORDER BY m.article", arguments)
      explain("number \(condition): \(ids.count)", depth)
      if isWanted {
        conditions.append(condition)
        if let subject = condition.subject { addedPhrases.append(SearchQuery.Phrase(text: subject)) }
      }
      return ids
    case .date(let range):
      let (sql, arguments) = range.sql(from: "date", to: "NULL")
      let ids = try fetch("SELECT id FROM articles WHERE date IS NOT NULL AND \(sql) ORDER BY id", arguments)
      explain("date \(range.lower ?? "")..\(range.upper ?? ""): \(ids.count)", depth)
      return ids
    case .time(let range):
      let (sql, arguments) = range.sql(from: "\"from\"", to: "\"to\"")
      // 每日 and 下午 have a value, too, but no day.
      let ids = try fetch(
        """
        SELECT DISTINCT article FROM times WHERE "from" GLOB '[0-9][0-9][0-9][0-9]*' AND \(sql) ORDER BY article
        """, arguments)
      explain("time \(range.lower ?? "")..\(range.upper ?? ""): \(ids.count)", depth)
      return ids
    case .source(let name):
      let ids = try fetch(
        """
        SELECT a.id FROM articles a JOIN sources s ON s.id = a.source
        WHERE substr(s.name, 1, length(?1)) = ?1 OR substr(s.input, 1, length(?1)) = ?1 ORDER BY a.id
        """, [name])
      explain("source \(name): \(ids.count)", depth)
      return ids
    }
  }

  private func articles(aliases: [Int64]) throws -> IDSet {
    if aliases.isEmpty { return IDSet() }
    let list = list(aliases)
    return try fetch(
      """
      SELECT article FROM entities WHERE alias IN (\(list)) UNION SELECT article FROM roles WHERE person IN (\(list))
      UNION SELECT article FROM roles WHERE title IN (\(list))
      UNION SELECT article FROM roles WHERE organization IN (\(list))
      UNION SELECT article FROM roles WHERE place IN (\(list)) ORDER BY article
      """)
  }

  /// Numbers of rows, which need no quotes.
  private func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ",") }

  // MARK: Sets

  private func set(_ part: Part) throws -> IDSet {
    switch part {
    case .ids(let ids): ids
    case .nothing: IDSet()
    case .text(let expression):
      try fetch("SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rowid", [expression])
    }
  }

  private func fetch(_ sql: String, _ arguments: StatementArguments = []) throws -> IDSet {
    IDSet(sorted: try Int64.fetchAll(db, sql: sql, arguments: arguments))
  }

  private mutating func explain(_ line: String, _ depth: Int) {
    explanation.append(String(repeating: "  ", count: depth) + line)
  }

  /// Counting takes time that only an explanation is worth.
  private mutating func explain(_ line: String, _ depth: Int, count: (Database) throws -> Int) throws {
    explain(explainsCounts ? "\(line): \(try count(db))" : line, depth)
  }

  var explainsCounts = false
}
