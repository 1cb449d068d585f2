import GRDB

/// Finds the articles in which something was found that a filter asks for.
struct FilterFinder {
  let db: Database
  let text: TextExpression
  let names: NameFinder

  struct Answer {
    var articles: IDSet
    /// How the filter was read and how many it found, for people.
    var explanation: String
    /// What is to be shown as found, and ranks.
    var phrases: [SearchQuery.Phrase] = []
  }

  /// `org:中*` may have thousands of names: so many of them are shown as found.
  private static let shownNames = 200

  func answer(_ filter: QueryFilter) throws -> Answer {
    switch filter {
    case .name(let type, let phrase): try articles(ofName: phrase, type: type)
    case .speaker(let phrase): try articles(ofSpeaker: phrase)
    case .measurement(let condition): try articles(ofNumber: condition)
    case .date(let range): try articles(ofDate: range)
    case .time(let range): try articles(ofTime: range)
    case .source(let name): try articles(ofSource: name)
    }
  }

  private func articles(ofName phrase: SearchQuery.Phrase, type: String?) throws -> Answer {
    let found = try names.bearers(of: phrase, type: type)
    let articles = try articles(aliases: found.aliases)
    let shown = found.names.prefix(5).joined(separator: ", ") + (found.names.count > 5 ? " …" : "")
    return Answer(
      articles: articles,
      explanation: "\(type ?? "name") \(phrase.text)\(phrase.isPrefix ? "*" : ""): \(shown): \(articles.count)",
      phrases: Self.phrases(found))
  }

  private func articles(ofSpeaker phrase: SearchQuery.Phrase) throws -> Answer {
    let found = try names.bearers(of: phrase, type: nil)
    let articles = try IDSet(
      db,
      """
      SELECT DISTINCT t.article FROM mentions m JOIN statements t ON t.article = m.article AND t.speaker = m.alias
      WHERE m.alias IN (\(Self.list(found.aliases))) ORDER BY t.article
      """)
    return Answer(
      articles: articles, explanation: "speaker \(phrase.text): \(articles.count)", phrases: Self.phrases(found))
  }

  private func articles(ofNumber condition: MeasurementCondition) throws -> Answer {
    let (sql, arguments) = condition.sql(text)
    let articles = try IDSet(
      db, "SELECT DISTINCT m.article FROM measurements m WHERE \(sql) ORDER BY m.article", arguments)
    return Answer(
      articles: articles, explanation: "number \(condition): \(articles.count)",
      phrases: condition.subject.map { [SearchQuery.Phrase(text: $0)] } ?? [])
  }

  private func articles(ofDate range: DateRange) throws -> Answer {
    let (sql, arguments) = range.sql(from: "date", to: "NULL")
    let articles = try IDSet(
      db, "SELECT id FROM articles WHERE date IS NOT NULL AND \(sql) ORDER BY id", arguments)
    return Answer(articles: articles, explanation: "date \(range): \(articles.count)")
  }

  private func articles(ofTime range: DateRange) throws -> Answer {
    let (sql, arguments) = range.sql(from: "\"from\"", to: "\"to\"")
    // 每日 and 下午 have a value, too, but no day.
    let articles = try IDSet(
      db,
      """
      SELECT DISTINCT article FROM times WHERE "from" GLOB '[0-9][0-9][0-9][0-9]*' AND \(sql) ORDER BY article
      """, arguments)
    return Answer(articles: articles, explanation: "time \(range): \(articles.count)")
  }

  private func articles(ofSource name: String) throws -> Answer {
    let articles = try IDSet(
      db,
      """
      SELECT a.id FROM articles a JOIN sources s ON s.id = a.source
      WHERE substr(s.name, 1, length(?1)) = ?1 OR substr(s.input, 1, length(?1)) = ?1 ORDER BY a.id
      """, [name])
    return Answer(articles: articles, explanation: "source \(name): \(articles.count)")
  }

  /// The articles that call someone or something by one of the aliases, or tell something of them.
  func articles(aliases: [Int64]) throws -> IDSet {
    if aliases.isEmpty { return IDSet() }
    return try IDSet(
      db, "SELECT DISTINCT article FROM mentions WHERE alias IN (\(Self.list(aliases))) ORDER BY article")
  }

  private static func phrases(_ found: NameFinder.Found) -> [SearchQuery.Phrase] {
    found.texts.prefix(shownNames).map { SearchQuery.Phrase(text: $0) }
  }

  /// Numbers of rows, which need no quotes.
  private static func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ",") }
}
