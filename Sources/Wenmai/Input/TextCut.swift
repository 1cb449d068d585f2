import Text

/// Where a text that is too long to be held at once may be cut.
enum TextCut {
  /// The end of the last line, else of the last clause in the second half, else of the last whole character: always
  /// above 0 for bytes that are not empty.
  ///
  /// - Parameter bytes: in `encoding`, beginning with a whole character.
  /// - Complexity: O(n).
  static func end(of bytes: UnsafeBufferPointer<UInt8>, encoding: TextEncoding) -> Int {
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian: utf16(bytes, encoding == .utf16LittleEndian ? 1 : 0)
    case .utf8: lastLine(bytes) ?? lastClause(bytes) ?? utf8Character(bytes)
    // A line feed is never part of a character in these.
    case .gb18030, .big5: lastLine(bytes) ?? doubleByteCharacter(bytes, hasFourBytes: encoding == .gb18030)
    }
  }

  private static func lastLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.lastIndex(of: 0x0A).map { $0 + 1 }
  }

  /// After 。！？；， (E3 80 82, EF BC xx) or an ASCII space.
  private static func lastClause(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = bytes.count
    while index > bytes.count / 2, index >= 3 {
      let last = bytes[index - 1]
      if last == 0x20 { return index }
      let lead = bytes[index - 3]
      let middle = bytes[index - 2]
      if lead == 0xE3, middle == 0x80, last == 0x82 { return index }
      if lead == 0xEF, middle == 0xBC, last == 0x81 || last == 0x8C || last == 0x9B || last == 0x9F { return index }
      index -= 1
    }
    return nil
  }

  private static func utf8Character(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = bytes.count - 1
    while index > 0, index > bytes.count - 4, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    let length = UTF8Scan.sequenceLength(in: bytes, at: max(index, 0))
    return length > 0 && index + length == bytes.count || index <= 0 ? bytes.count : index
  }

  private static func doubleByteCharacter(_ bytes: UnsafeBufferPointer<UInt8>, hasFourBytes: Bool) -> Int {
    var index = 0
    var start = 0
    while index < bytes.count {
      start = index
      if bytes[index] < 0x81 {
        index += 1
      } else if hasFourBytes, index + 1 < bytes.count, 0x30...0x39 ~= bytes[index + 1] {
        index += 4
      } else {
        index += 2
      }
    }
    return index == bytes.count || start == 0 ? bytes.count : start
  }

  /// - Parameter high: the place of the high byte in a unit.
  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>, _ high: Int) -> Int {
    var index = bytes.count & ~1
    if index == 0 { return bytes.count }
    let whole = index
    while index > 0 {
      if bytes[index - 1 - high] == 0x0A, bytes[index - 2 + high] == 0 { return index }
      index -= 2
    }
    // Not between the halves of a surrogate pair.
    return whole > 2 && bytes[whole - 2 + high] & 0xFC == 0xD8 ? whole - 2 : whole
  }
}
