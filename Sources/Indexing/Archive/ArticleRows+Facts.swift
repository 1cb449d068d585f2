import Extraction
import GRDB
import Text

/// The rows of what was found in an article.
extension ArticleRows {
  func insert(
    _ facts: ArchiveFacts, of article: ArchiveArticle, _ id: Int64, _ names: inout NameCache
  ) throws {
    let base = article.span.lower
    let found = try ArticleMentions(facts) { try names.id(of: $0, keys: keys, db) }
    for (alias, count) in found.counts { mentions.add(alias, article: id, count: count) }
    try entities.insert(facts.entities.count) { row, number in
      row.add(id)
      row.add(number)
      row.add(found.entities[number])
      row.add(facts.entities[number].kind)
      row.add(facts.entities[number].score)
      row.add(facts.entities[number].span, from: base)
    }
    try insert(facts.roles, found.roles, id, base)
    try insert(facts.statements, found.speakers, of: article, id)
    try insert(facts.measurements, id, base)
    try times.insert(facts.times.count) { row, number in
      let time = facts.times[number]
      row.add(id)
      row.add(number)
      row.add(time.kind)
      row.add(time.text)
      row.add(time.from)
      row.add(time.to)
      row.add(time.span, from: base)
    }
  }

  private func insert(_ roles: [Role], _ named: [ArticleMentions.Role], _ id: Int64, _ base: Int) throws {
    try self.roles.insert(roles.count) { row, number in
      let role = roles[number]
      let (from, to) = role.time?.timeBounds ?? (nil, nil)
      row.add(id)
      row.add(number)
      row.add(named[number].person)
      row.add(named[number].title)
      row.add(named[number].organization)
      row.add(named[number].place)
      row.add(role.qualifier?.rawValue)
      row.add(role.event?.rawValue)
      row.add(from)
      row.add(to)
      row.add(role.span, from: base)
    }
  }

  private func insert(
    _ statements: [Extraction.Statement], _ speakers: [Int64?], of article: ArchiveArticle, _ id: Int64
  ) throws {
    let base = article.span.lower
    try self.statements.insert(statements.count) { row, number in
      let statement = statements[number]
      row.add(id)
      row.add(number)
      row.add(speakers[number])
      row.add(statement.speakerText)
      row.add(statement.verbText)
      row.add(statement.kind.rawValue)
      row.add(statement.isQuoted ? 1 : 0)
      let start = article.body.body(ofOriginal: statement.content.lower - base)
      row.add(start)
      row.add(max(start, article.body.body(ofOriginal: statement.content.upper - base)))
      row.add(statement.span, from: base)
    }
  }

  private func insert(_ measurements: [ArchiveFacts.Measurement], _ id: Int64, _ base: Int) throws {
    try self.measurements.insert(measurements.count) { row, number in
      let measurement = measurements[number]
      row.add(id)
      row.add(number)
      row.add(measurement.kind)
      row.add(measurement.text)
      row.add(measurement.subject)
      row.add(measurement.thing)
      row.add(measurement.value)
      row.add(measurement.unit)
      row.add(measurement.lower)
      row.add(measurement.upper)
      row.add(measurement.approximation)
      row.add(measurement.comparison)
      row.add(measurement.from)
      row.add(measurement.to)
      row.add(measurement.span, from: base)
    }
  }
}

extension RowWriter {
  /// The ends of `span`, counted from the article's start.
  fileprivate mutating func add(_ span: Span, from base: Int) {
    add(span.lower - base)
    add(span.upper - base)
  }
}

extension NumericFact {
  /// The ends of a time in ISO 8601; a point has only the first.
  package var timeBounds: (from: String?, to: String?) {
    switch value {
    case .text(let text): (text, nil)
    case .period(let from, let to): (from, to)
    case .unknown, .number, .interval: (nil, nil)
    }
  }
}
