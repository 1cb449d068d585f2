import Indexing

/// Writes keywords as comma-separated values (RFC 4180), lines ended by CR LF.
struct KeywordCSVWriter {
  /// The names of the columns; positions are `start-end`, with the article before where it is another one.
  static let head = Array(
    "article,rank,keyword,score,kind,type,pos,count,articles,positions\r\n".utf8)

  static func write(_ listing: KeywordListing, into out: inout [UInt8]) {
    for (rank, row) in listing.rows.enumerated() {
      let keyword = row.keyword
      let places = row.places.map { place in
        (place.article.map { "\($0):" } ?? "") + "\(place.start)-\(place.end)"
      }
      let cells = [
        listing.name, String(rank + 1), keyword.text, KeywordScore.text(keyword.score), keyword.kind.rawValue,
        keyword.entityType ?? "", keyword.tag, String(keyword.count), String(keyword.articleCount),
        places.joined(separator: ";"),
      ]
      for (column, cell) in cells.enumerated() {
        if column > 0 { out.append(UInt8(ascii: ",")) }
        CSVField.append(cell, to: &out)
      }
      out += [0x0D, 0x0A]
    }
  }
}
