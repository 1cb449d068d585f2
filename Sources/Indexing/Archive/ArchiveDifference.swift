import Foundation
import GRDB

/// What one archive has and another has not.
public struct ArchiveDifference: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case added, removed
    /// The same place of the same source says something else.
    case changed
    /// The same text, in which something else was found.
    case facts
  }

  public struct Change: Sendable, Equatable {
    public let kind: Kind
    public let source: String
    public let title: String
  }

  /// In the order of the sources' names.
  public let changes: [Change]

  public var isEmpty: Bool { changes.isEmpty }
}

extension ArchiveIndex {
  /// Compares what two archives have: articles, and what was found in them; not in which order it was put in.
  ///
  /// - Returns: what was added, removed and changed from this archive to `other`.
  /// - Complexity: reads both, in the order of their sources, with little of them in memory at a time.
  public func difference(to other: ArchiveIndex) throws(ArchiveError) -> ArchiveDifference {
    try blockingRead { old in
      try other.blockingRead { new in
        var changes: [ArchiveDifference.Change] = []
        let sources = "SELECT name FROM sources ORDER BY name COLLATE BINARY"
        let left = try String.fetchCursor(old, sql: sources)
        let right = try String.fetchCursor(new, sql: sources)
        var a = try left.next()
        var b = try right.next()
        while a != nil || b != nil {
          let isOld = b.map { b in a.map { Array($0.utf8).lexicographicallyPrecedes(Array(b.utf8)) } ?? false } ?? true
          let isNew = a.map { a in b.map { Array($0.utf8).lexicographicallyPrecedes(Array(a.utf8)) } ?? false } ?? true
          guard let name = isNew ? b : a else { break }
          try SourceComparison(
            name: name, old: isNew ? [] : SourceArticle.all(of: name, old),
            new: isOld ? [] : SourceArticle.all(of: name, new)
          ).add(to: &changes)
          if !isNew { a = try left.next() }
          if !isOld { b = try right.next() }
        }
        return ArchiveDifference(changes: changes)
      }
    }
  }
}

/// An article of a source, as far as it is compared.
private struct SourceArticle: Equatable {
  var number: Int
  var hash: [UInt8]
  var title: String
  /// Of all that was found in it, names in place of numbers.
  var facts: [UInt8]

  static func all(of source: String, _ db: Database) throws -> [SourceArticle] {
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT a.id, a.number, a.hash, a.title FROM articles a JOIN sources s ON s.id = a.source
          WHERE s.name = ? ORDER BY a.number
          """), arguments: [source])
    return try rows.map { row in
      SourceArticle(
        number: row[1], hash: Array(row[2] as Data), title: row[3], facts: try factHash(article: row[0], db))
    }
  }

  private static func factHash(article: Int64, _ db: Database) throws -> [UInt8] {
    var hash = ContentHash()
    for view in ["v_entities", "v_roles", "v_statements", "v_measurements", "v_times", "v_sentences"] {
      let columns = view == "v_sentences" ? "body_start, body_end" : "*"
      let order = view == "v_sentences" ? "body_start" : "number"
      let rows = try Row.fetchCursor(
        try db.cachedStatement(sql: "SELECT \(columns) FROM \(view) WHERE article = ? ORDER BY \(order)"),
        arguments: [article])
      while let row = try rows.next() {
        for (column, value) in row where column != "article" { hash.add(Array("\(column)=\(value)\n".utf8)) }
      }
    }
    return hash.bytes
  }
}

private struct SourceComparison {
  let name: String
  let old: [SourceArticle]
  let new: [SourceArticle]

  func add(to changes: inout [ArchiveDifference.Change]) {
    if old == new { return }
    // The same text stays itself wherever it moved; what is left at the same place is a change of it.
    var rest = old
    var unknown: [SourceArticle] = []
    for article in new {
      guard let index = rest.firstIndex(where: { $0.hash == article.hash }) else {
        unknown.append(article)
        continue
      }
      if rest[index].facts != article.facts { changes.append(.init(kind: .facts, source: name, title: article.title)) }
      rest.remove(at: index)
    }
    for article in unknown {
      let index = rest.firstIndex { $0.number == article.number }
      changes.append(.init(kind: index == nil ? .added : .changed, source: name, title: article.title))
      if let index { rest.remove(at: index) }
    }
    for article in rest { changes.append(.init(kind: .removed, source: name, title: article.title)) }
  }
}
