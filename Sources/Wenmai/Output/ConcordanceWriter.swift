package import Indexing

/// Writes a concordance.
package enum ConcordanceWriter {
  /// Lines with the word in one column, whatever is wide and narrow before it; then the neighbours.
  package static func table(_ concordance: Concordance, style: TerminalStyle, neighbors: Int) -> [UInt8] {
    var text = ""
    let width = concordance.lines.map { DisplayWidth.of(flat($0.left)) }.max() ?? 0
    let names = concordance.lines.map { DisplayWidth.shortened($0.source, to: 24) }
    let nameWidth = names.map(DisplayWidth.of).max() ?? 0
    for (line, name) in zip(concordance.lines, names) {
      let left = flat(line.left)
      text += style.paint(name, .faint) + spaces(nameWidth - DisplayWidth.of(name) + 2)
      text += spaces(width - DisplayWidth.of(left)) + left
      text += style.paint(" \(flat(line.match)) ", .red) + flat(line.right) + "\n"
    }
    let shown = concordance.lines.count < concordance.count ? "\(concordance.lines.count) of " : ""
    text +=
      style.paint("\(shown)\(concordance.count.of("place")) in \(concordance.articleCount.of("article"))", .faint)
      + "\n"
    for (name, counts) in [("left", concordance.leftNeighbors), ("right", concordance.rightNeighbors)]
    where !counts.isEmpty && neighbors > 0 {
      let shown = counts.prefix(neighbors).map { "\($0.word) \(style.paint("\($0.count)", .faint))" }
      text += style.paint(name, .bold) + "  " + shown.joined(separator: "  ") + "\n"
    }
    return Array(text.utf8)
  }

  /// An object a line, then one with the counts; positions are UTF-8 bytes.
  package static func jsonLines(_ concordance: Concordance, neighbors: Int) -> [UInt8] {
    var json = JSONWriter()
    for line in concordance.lines {
      json.object { json in
        json.member("source", line.source)
        json.key("span")
        json.object { json in
          json.member("start", line.span.lower)
          json.member("end", line.span.upper)
        }
        json.member("left", line.left)
        json.member("match", line.match)
        json.member("right", line.right)
        json.member("left_word", line.leftWord)
        json.member("right_word", line.rightWord)
      }
      json.endLine()
    }
    json.object { json in
      json.member("count", concordance.count)
      json.member("articles", concordance.articleCount)
      json.list("left", Array(concordance.leftNeighbors.prefix(neighbors)), count)
      json.list("right", Array(concordance.rightNeighbors.prefix(neighbors)), count)
    }
    json.endLine()
    return json.bytes
  }

  private static func count(_ neighbor: Concordance.Neighbor, _ json: inout JSONWriter) {
    json.object { json in
      json.member("word", neighbor.word)
      json.member("count", neighbor.count)
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// Tabs and the like would move the column.
  private static func flat(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
