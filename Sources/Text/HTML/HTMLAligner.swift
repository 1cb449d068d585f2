/// Finds where in the source the text stands that the parser reports.
///
/// The parser tells how far it has read when it reports text: the text ends there, byte for byte, or a character
/// reference does. Every span that is given out was compared with the source; text that cannot be found is left out.
struct HTMLAligner {
  private let source: [UInt8]
  /// Before this offset everything is accounted for.
  private(set) var position = 0
  /// Reports that were not found, for tests.
  private(set) var lostCount = 0

  init(source: [UInt8]) { self.source = source }

  /// The parser has passed `offset` without text.
  mutating func advance(to offset: Int) { position = min(max(position, offset), source.count) }

  /// Where `text`, read up to `end`, stands; with the replacement if it is written as a reference.
  mutating func align(_ text: UnsafeBufferPointer<UInt8>, end: Int) -> Piece? {
    let end = min(end, source.count)
    if let piece = reference(text, end: end) {
      position = piece.span.upper
      return piece
    }
    let start = end - text.count
    if start >= position, matches(text, at: start) { return found(start, text.count) }
    // A `<` that opens no tag is reported before it is read.
    if text.count <= 4, end <= position, matches(text, at: position) { return found(position, text.count) }
    if let start = search(text, from: position, to: end) { return found(start, text.count) }
    lostCount += 1
    advance(to: end)
    return nil
  }

  private mutating func found(_ start: Int, _ count: Int) -> Piece {
    position = start + count
    return Piece(span: Span(lower: start, upper: start + count))
  }

  /// A single character that is written as `&name;` or `&#1234;` right before `end`.
  private func reference(_ text: UnsafeBufferPointer<UInt8>, end: Int) -> Piece? {
    guard 1...4 ~= text.count, end > position, let first = text.first else { return nil }
    guard Self.length(first) == text.count else { return nil }
    var start = end - 1
    if source[start] == 0x3B { start -= 1 }  // ;
    // The longest name in HTML has 31 letters.
    let limit = max(position, end - 40)
    while start >= limit, Self.isOfName(source[start]) { start -= 1 }
    guard start >= limit, source[start] == 0x26, end - start >= 3 else { return nil }
    if first == 0x26, !isAmpersand(start..<end) {
      // A name that the parser does not know: the `&` stands for itself, the name is reported next.
      return Piece(span: Span(lower: start, upper: start + 1))
    }
    return Piece(span: Span(lower: start, upper: end), replacement: Array(text))
  }

  private static func length(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// `&amp;`, `&#38;`, `&#x26;`, also without the semicolon.
  private func isAmpersand(_ range: Range<Int>) -> Bool {
    let name = String(decoding: source[range], as: UTF8.self).lowercased().drop { $0 == "&" }
    return ["amp", "amp;", "#38", "#38;", "#x26", "#x26;"].contains(name)
  }

  private func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + text.count <= source.count else { return false }
    for index in text.indices where source[start + index] != text[index] { return false }
    return true
  }

  /// The first place of `text` in a stretch of the source that is never searched again.
  private func search(_ text: UnsafeBufferPointer<UInt8>, from lower: Int, to upper: Int) -> Int? {
    guard let first = text.first, upper - lower >= text.count else { return nil }
    // Few starts are tried: a long text that nearly matches everywhere must not cost its square.
    var tries = 64
    for start in lower...upper - text.count where source[start] == first {
      if matches(text, at: start) { return start }
      tries -= 1
      if tries == 0 { return nil }
    }
    return nil
  }
}
