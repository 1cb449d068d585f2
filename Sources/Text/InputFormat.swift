/// The kinds of input that are told apart by themselves.
public enum InputFormat: String, Sendable, Codable, CaseIterable {
  case plain, html
  /// JSON Lines: an object a line.
  case jsonLines = "jsonl"

  /// What the first 4096 bytes look like; text is what looks like nothing else.
  ///
  /// The bytes need not be decoded yet, as long as the encoding keeps ASCII (UTF-16 does not).
  public static func detect(_ bytes: [UInt8]) -> InputFormat {
    var head = bytes.prefix(4096)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { $0 <= 0x20 }
    switch head.first {
    case 0x7B: return isObject(head) ? .jsonLines : .plain  // {
    case 0x3C: return isMarkup(head) ? .html : .plain  // <
    default: return isFragment(head) ? .html : .plain
    }
  }

  /// `{"` or `{}`, with white space between.
  private static func isObject(_ head: ArraySlice<UInt8>) -> Bool {
    let next = head.dropFirst().drop { $0 <= 0x20 }.first
    return next == 0x22 || next == 0x7D
  }

  private static let openings: [StaticString] = [
    "<!doctype", "<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<p ", "<article", "<section", "<h1",
    "<h2", "<table", "<ul", "<ol", "<span", "<!--", "<?xml", "<script", "<main", "<a ", "<br", "<b>", "<strong",
  ]

  private static func isMarkup(_ head: ArraySlice<UInt8>) -> Bool {
    let start = head.prefix(12)
    return openings.contains { HTMLReader.find($0, in: start, from: start.startIndex) == start.startIndex }
  }

  /// Text that begins without a tag and has paragraphs in it: both `<p>` or `<br>` and an end tag.
  private static func isFragment(_ head: ArraySlice<UInt8>) -> Bool {
    let blocks: [StaticString] = ["<p>", "<p ", "<br", "<div", "<body"]
    let ends: [StaticString] = ["</p>", "</div>", "</a>", "</body>", "<br>", "<br/>", "<br />"]
    return blocks.contains { HTMLReader.find($0, in: head, from: head.startIndex) != nil }
      && ends.contains { HTMLReader.find($0, in: head, from: head.startIndex) != nil }
  }
}
