/// Cuts a text into its lines and takes the features of each, in one pass.
struct LineReader {
  private let bytes: [UInt8]
  private var lines: [Line] = []

  /// The lines of `range` that are not blank. Complexity: O(n).
  static func lines(of bytes: [UInt8], in range: Range<Int>) -> [Line] {
    var reader = LineReader(bytes: bytes)
    var offset = range.lowerBound
    var blanks = 0
    while offset < range.upperBound {
      let (end, next) = reader.lineEnd(from: offset, limit: range.upperBound)
      if let line = reader.line(from: offset, to: end, blanks: blanks) {
        reader.lines.append(line)
        blanks = 0
      } else {
        blanks += 1
      }
      offset = next
    }
    return reader.lines
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func lineEnd(from start: Int, limit: Int) -> (end: Int, next: Int) {
    var offset = start
    while offset < limit {
      let byte = bytes[offset]
      // A character of three bytes or more that opens with E3 or above has none of the bytes that are looked for.
      if byte >= 0xE3 {
        offset += 3
        continue
      }
      // The ends of lines open with these bytes only: LF VT FF CR, C2 85 (NEL), E2 80 A8 and A9 (LS, PS).
      if byte < 0x0E || byte == 0xC2 || byte == 0xE2 {
        let scalar = Scalars.at(offset, of: bytes, limit: limit)
        if Scalars.isLineEnd(scalar.value) {
          let isPair = byte == 0x0D && offset + 1 < limit && bytes[offset + 1] == 0x0A
          return (offset, offset + (isPair ? 2 : scalar.length))
        }
      }
      offset += 1
    }
    return (limit, limit)
  }

  private func line(from start: Int, to end: Int, blanks: Int) -> Line? {
    var lower = start
    var indent = 0
    while lower < end {
      let scalar = Scalars.at(lower, of: bytes, limit: end)
      guard Scalars.isSpace(scalar.value) else { break }
      switch scalar.value {
      case 0xFEFF, 0x200B: break
      case 0x09: indent += 4
      default: indent += Scalars.columns(scalar.value)
      }
      lower += scalar.length
    }
    guard lower < end else { return nil }
    var upper = end
    while true {
      let scalar = Scalars.before(upper, of: bytes, limit: lower)
      guard Scalars.isSpace(scalar.value) else { break }
      upper -= scalar.length
    }
    var line = Line(
      lower: lower, upper: upper, columns: 0, indent: Int32(clamping: indent), blanks: Int32(clamping: blanks),
      depth: 0, cells: 1, end: .none, traits: [])
    scan(&line)
    readStart(&line)
    readEnd(&line)
    return line
  }

  /// Width, marks inside, brackets and cells: what needs the whole line.
  private func scan(_ line: inout Line) {
    var offset = line.lower
    var columns = 0
    var depth = 0
    var gap = 0
    var cells = 1
    var hasTab = false
    var isRule = true
    var ruleMarks = 0
    while offset < line.upper {
      let plain = plainRun(from: offset, limit: line.upper)
      if plain.end > offset {
        if gap > 2 || hasTab { cells += 1 }
        gap = 0
        hasTab = false
        isRule = false
        columns += plain.columns
        offset = plain.end
        continue
      }
      let (value, length) = Scalars.at(offset, of: bytes, limit: line.upper)
      offset += length
      columns += Scalars.columns(value)
      if Scalars.isSpace(value) {
        gap += Scalars.columns(value)
        hasTab = hasTab || value == 0x09
        continue
      }
      if gap > 2 || hasTab || value == 0x7C || value == 0xFF5C || value == 0x2502 { cells += 1 }
      gap = 0
      hasTab = false
      if Mark.isRule(value) { ruleMarks += 1 } else { isRule = false }
      switch Mark(value) {
      case .comma: if offset < line.upper { line.traits.insert(.innerComma) }
      case .call: if offset < line.upper { line.traits.insert(.innerCall) }
      case .stop:
        // A full stop between digits or letters is a decimal point or part of an address.
        if offset < line.upper, value != 0x2E { line.traits.insert(.innerStop) }
      case .open: depth += 1
      case .close: depth -= 1
      case .colon, .none: break
      }
    }
    line.columns = Int32(clamping: columns)
    line.depth = Int32(clamping: depth)
    line.cells = Int32(clamping: cells)
    if isRule && ruleMarks >= 3 { line.traits.insert(.rule) }
  }

  /// Where the characters end that are no marks and no spaces, which most are, and their columns: Han characters (U+4E00 to
  /// U+9FFF, three bytes and two columns), Latin letters and digits.
  private func plainRun(from start: Int, limit: Int) -> (end: Int, columns: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      var columns = 0
      while offset < limit {
        let lead = bytes[offset]
        if lead >= 0xE4, lead <= 0xE9, offset &+ 3 <= limit {
          if lead == 0xE4, bytes[offset &+ 1] < 0xB8 { break }
          offset &+= 3
          columns &+= 2
        } else if 0x30...0x39 ~= lead || 0x61...0x7A ~= lead | 0x20 {
          offset &+= 1
          columns &+= 1
        } else {
          break
        }
      }
      return (offset, columns)
    }
  }

  private func readStart(_ line: inout Line) {
    let (first, length) = Scalars.at(line.lower, of: bytes, limit: line.upper)
    switch Mark(first) {
    case .comma, .close, .call, .colon: line.traits.insert(.opensWithClosingMark)
    case .stop where first != 0x2E: line.traits.insert(.opensWithClosingMark)
    case .open: line.traits.insert(.startsOpen)
    default: break
    }
    if Scalars.isLatinOrDigit(first) { line.traits.insert(.startsLatin) }
    if first == 0x2014 || first == 0x2015 { line.traits.insert(.startsDash) }
    switch ListMark.find(bytes, at: line.lower, limit: line.upper) {
    case .item: line.traits.insert(.listItem)
    case .section: line.traits.insert([.listItem, .section])
    case nil: break
    }
    // A first clause of one or two Han characters, then a mark that closes.
    var offset = line.lower + length
    guard Scalars.isHan(first), offset < line.upper else { return }
    var next = Scalars.at(offset, of: bytes, limit: line.upper)
    if Scalars.isHan(next.value), offset + next.length < line.upper {
      offset += next.length
      next = Scalars.at(offset, of: bytes, limit: line.upper)
    }
    switch Mark(next.value) {
    case .comma, .stop, .call: line.traits.insert(.stub)
    case .close where offset + next.length < line.upper: line.traits.insert(.stub)
    default: break
    }
  }

  private func readEnd(_ line: inout Line) {
    var offset = line.upper
    while offset > line.lower {
      let (value, length) = Scalars.before(offset, of: bytes, limit: line.lower)
      let mark = Mark(value)
      if offset == line.upper, Scalars.isLatinOrDigit(value) { line.traits.insert(.endsLatin) }
      guard mark == .close else {
        line.end = mark == .open ? .none : mark
        if offset < line.upper, mark == .stop { line.traits.insert(.innerStop) }
        return
      }
      line.traits.insert(.closes)
      offset -= length
    }
  }
}
