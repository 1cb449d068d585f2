/// The mark that opens an item of a list: a bullet or a number with its closing mark.
enum ListMark {
  /// `●`, `- `, `3.`, `（4）`, `①`
  case item
  /// A number in words, as sections and clauses of a document have: `一、`, `（二）`, `第三章`
  case section

  /// The mark at `offset`, if there is one. Reads at most a dozen scalars.
  static func find(_ bytes: [UInt8], at offset: Int, limit: Int) -> ListMark? {
    var cursor = Cursor(bytes: bytes, offset: offset, limit: limit)
    guard let first = cursor.next() else { return nil }
    if Mark.isBullet(first) || 0x2460...0x24FF ~= first { return .item }
    if first == 0x2D || first == 0x2A { return cursor.next().map(Scalars.isSpace) == true ? .item : nil }
    if first == 0x7B2C { return ordinal(&cursor) }  // 第
    let isBracketed = first == 0xFF08 || first == 0x28
    guard let head = isBracketed ? cursor.next() : first else { return nil }
    let isDigit = Scalars.isDigit(head)
    guard isDigit || isNumeral(head) else { return nil }
    for _ in 0..<3 {
      guard let next = cursor.next() else { return nil }
      if isDigit ? Scalars.isDigit(next) : isNumeral(next) { continue }
      return closes(next, bracketed: isBracketed, digits: isDigit, followedBy: cursor.next())
        ? (isDigit ? .item : .section) : nil
    }
    return nil
  }

  private static func closes(_ mark: UInt32, bracketed: Bool, digits: Bool, followedBy next: UInt32?) -> Bool {
    switch mark {
    case 0xFF09, 0x29: true  // ） )
    case _ where bracketed: false
    case 0x3001: true  // 、
    // `3.5万` is a number, `3. ` and `3.加强` are items.
    case 0x2E, 0xFF0E: digits && next.map { !Scalars.isDigit($0) } == true
    default: false
    }
  }

  private static func ordinal(_ cursor: inout Cursor) -> ListMark? {
    var count = 0
    while count < 5, let next = cursor.next() {
      if Scalars.isDigit(next) || isNumeral(next) {
        count += 1
        continue
      }
      // 章 条 节 款, then a space: `第三章 总则`. Without the space it is a sentence: `第三章规定`.
      let isPart = next == 0x7AE0 || next == 0x6761 || next == 0x8282 || next == 0x6B3E
      return count > 0 && isPart && cursor.next().map(Scalars.isSpace) == true ? .section : nil
    }
    return nil
  }

  /// 〇 to 十, 百.
  private static func isNumeral(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x3007: true
    default: false
    }
  }

  private struct Cursor {
    let bytes: [UInt8]
    var offset: Int
    let limit: Int

    mutating func next() -> UInt32? {
      guard offset < limit else { return nil }
      let (value, length) = Scalars.at(offset, of: bytes, limit: limit)
      offset += length
      return value
    }
  }
}
