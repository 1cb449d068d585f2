/// The source of a page as the parser is given it: same length, with what would mislead or slow the parser blanked out.
struct HTMLSource {
  let bytes: [UInt8]

  /// More attributes than this in one tag are dropped: libxml2 compares each with all others.
  private static let mostBoundaries = 1024

  /// Complexity: O(n).
  init(_ source: [UInt8]) {
    var bytes = source
    var quote: UInt8 = 0
    var isTag = false
    var boundaries = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x3C:  // <
        isTag = true
        quote = 0
        boundaries = 0
      case 0x3E where quote == 0 || boundaries > Self.mostBoundaries: isTag = false
      case 0x22, 0x27:  // " '
        guard isTag else { continue }
        boundaries += 1
        if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
      case 0x20, 0x09, 0x0A: if isTag { boundaries += 1 }
      // NUL ends the text for libxml2, other control characters are dropped by it, which would shift positions.
      case 0x0D: bytes[index] = index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 0x20 : 0x0A
      case 0..<0x20, 0x7F: bytes[index] = 0x20
      default: break
      }
      if isTag, boundaries > Self.mostBoundaries {
        // An attribute value that is cut is closed, lest it swallow the rest of the page.
        bytes[index] = quote != 0 ? quote : 0x20
        quote = 0
      }
    }
    self.bytes = bytes
  }
}
