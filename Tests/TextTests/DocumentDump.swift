import Text

extension Document {
  /// A stable form of what was read, a line a thing: articles, credits, datelines, blocks with `⏎` where lines were joined.
  var dump: [String] {
    var lines: [String] = []
    for article in articles {
      lines.append("article")
      for byline in article.bylines {
        let names = byline.names.map(text).joined(separator: "|")
        let agency = byline.agency.map { " of " + text($0) } ?? ""
        lines.append("  by \(text(byline.span)) = \(names)\(agency)\(byline.isPhotoCredit ? " (photo)" : "")")
      }
      if let dateline = article.dateline {
        let parts = [("of", dateline.agency), ("at", dateline.place), ("on", dateline.date)]
        let found = parts.compactMap { name, span in span.map { " \(name) \(text($0))" } }
        lines.append("  from \(text(dateline.span)) =\(found.joined())")
      }
      for block in article.blocks { lines.append("  \(block.kind.rawValue): \(dump(block))") }
    }
    return lines
  }

  private func dump(_ block: Block) -> String {
    var result = ""
    var joins = block.joins[...]
    for piece in block.pieces {
      if let join = joins.first, join.gap.upper <= piece.span.lower || join.gap == piece.span {
        result += "⏎"
        joins = joins.dropFirst()
      }
      result += text([piece])
    }
    let reasons = block.joins.map(\.reason.rawValue).joined(separator: " ")
    return reasons.isEmpty ? result : "\(result) [\(reasons)]"
  }
}
