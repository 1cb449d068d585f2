package import Indexing

/// Writes what one archive has and another has not.
package enum DifferenceWriter {
  /// A line a change: `+` added, `-` removed, `~` other text, `*` other facts.
  package static func table(_ difference: ArchiveDifference, style: TerminalStyle) -> [UInt8] {
    var text = ""
    for change in difference.changes {
      let (sign, paint): (String, TerminalStyle.Paint) =
        switch change.kind {
        case .added: ("+", .green)
        case .removed: ("-", .red)
        case .changed: ("~", .yellow)
        case .facts: ("*", .blue)
        }
      text += style.paint("\(sign) \(change.source)", paint) + (change.title.isEmpty ? "" : "  \(change.title)") + "\n"
    }
    return Array(text.utf8)
  }

  package static func jsonLines(_ difference: ArchiveDifference) -> [UInt8] {
    var json = JSONWriter()
    for change in difference.changes {
      json.object { json in
        json.member("change", change.kind.rawValue)
        json.member("source", change.source)
        json.member("title", change.title)
      }
      json.endLine()
    }
    return json.bytes
  }
}
