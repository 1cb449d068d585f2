/// What an input looks like.
package enum InputFormat: String, CaseIterable, Sendable {
  case text, html, jsonl

  /// The format of an input: by the ending of its name, else by its first characters.
  ///
  /// - Parameter head: the first kilobytes, decoded.
  static func detect(name: String, head: ArraySlice<UInt8>) -> InputFormat {
    if let dot = name.lastIndex(of: ".") {
      switch name[dot...].lowercased() {
      case ".jsonl", ".ndjson": return .jsonl
      case ".html", ".htm", ".xhtml": return .html
      case ".txt", ".text", ".md": return .text
      default: break
      }
    }
    let head = head.drop { $0 <= 0x20 }.prefix(4096)
    if head.first == UInt8(ascii: "{") { return looksLikeRecord(head) ? .jsonl : .text }
    if head.first == UInt8(ascii: "<") { return looksLikeHTML(head) ? .html : .text }
    return .text
  }

  /// `{` and, as the first thing in it, a name in quotation marks with a colon after it.
  private static func looksLikeRecord(_ head: ArraySlice<UInt8>) -> Bool {
    let rest = head.dropFirst().drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "\"") else { return false }
    let afterName = rest.dropFirst().drop { $0 != UInt8(ascii: "\"") }.dropFirst().drop { $0 <= 0x20 }
    return afterName.first == UInt8(ascii: ":")
  }

  private static func looksLikeHTML(_ head: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
    let openings = ["<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p ", "<article", "<meta", "<title", "<!--", "<?xml"]
    return openings.contains { start.hasPrefix($0) }
  }
}
