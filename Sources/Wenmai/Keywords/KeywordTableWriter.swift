import Indexing

/// The formats in which keywords are written.
package enum KeywordFormat: String, CaseIterable, Sendable {
  case table, csv, jsonl
}

/// Keywords as they are written: those of an article, or of all.
struct KeywordListing {
  /// A keyword with its places, each named.
  struct Row {
    let keyword: Keyword
    let places: [Place]
  }

  struct Place {
    /// The name of the article; nil for that of the listing.
    let article: String?
    let start: Int
    let end: Int
  }

  /// A JSON value; nil for all articles together.
  let id: [UInt8]?
  let name: String
  let title: String?
  /// How many articles it stands for; nil for one.
  let articleCount: Int?
  let rows: [Row]
}

/// Writes keywords as a table for people.
struct KeywordTableWriter {
  let style: TerminalStyle
  let width: Int?

  func write(_ listing: KeywordListing, into out: inout [UInt8]) {
    let heading = listing.title ?? listing.articleCount.map { "\($0) article\($0 == 1 ? "" : "s")" } ?? listing.name
    out += style.paint(width.map { DisplayWidth.shortened(heading, to: $0) } ?? heading, .bold).utf8
    out.append(0x0A)
    if listing.title != nil { out += style.paint("  \(listing.name)\n", .faint).utf8 }
    var table = TextTable(["score", "keyword", "kind", "count"] + (listing.articleCount == nil ? [] : ["articles"]))
    for row in listing.rows {
      let keyword = row.keyword
      let kind = keyword.entityType ?? (keyword.tag.isEmpty ? keyword.kind.rawValue : "\(keyword.kind) \(keyword.tag)")
      var cells: [TextTable.Cell] = [
        .init(KeywordScore.text(keyword.score), .faint), .init(keyword.text, .bold), .init(kind),
        .init(String(keyword.count)),
      ]
      if listing.articleCount != nil { cells.append(.init(String(keyword.articleCount))) }
      table.add(cells)
    }
    if table.isEmpty {
      out += style.paint("  (nothing found)\n", .faint).utf8
    } else {
      table.write(style: style, width: width, into: &out)
    }
    out.append(0x0A)
  }
}

/// A score as it is written: four digits behind the point.
enum KeywordScore {
  static func text(_ score: Double) -> String {
    let parts = Int((min(max(score, 0), 1e9) * 10_000).rounded())
    let digits = String(parts % 10_000)
    return "\(parts / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }
}
