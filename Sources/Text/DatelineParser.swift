/// Reads where and when a report was sent: `新华社北京4月30日电`, `本报讯`, and the date lines of pages.
struct DatelineParser {
  let bytes: [UInt8]
  let cues: ArticleCues

  /// The dateline that opens a paragraph. Looks at most 40 scalars ahead.
  func dateline(at lower: Int, limit: Int) -> Dateline? {
    var start = lower
    if start < limit, scalar(start, limit) == 0x636E { start += 3 }  // 据新华社…
    let agency = cues.match(bytes, at: start, limit: limit, of: .agency)
    if let lead = cues.match(bytes, at: start, limit: limit, of: .lead) {
      let medium = agency.flatMap { $0.end < lead.end ? Span(lower: start, upper: $0.end) : nil }
      return Dateline(span: Span(lower: lower, upper: lead.end), agency: medium, place: nil, date: nil)
    }
    guard let agency else { return nil }
    return dispatch(Span(lower: start, upper: agency.end), from: lower, limit: limit)
  }

  /// Place and date between the medium and `电`.
  private func dispatch(_ agency: Span, from lower: Int, limit: Int) -> Dateline? {
    let placeStart = skipSpaces(agency.upper, limit)
    var offset = placeStart
    for count in 0..<16 where offset < limit {
      if let date = date(at: offset, limit: limit) {
        guard let end = cues.match(bytes, at: skipSpaces(date.upper, limit), limit: limit, of: .dispatch) else {
          return nil
        }
        let place = placeStart < offset ? trimmed(placeStart, offset) : nil
        return Dateline(span: Span(lower: lower, upper: end.end), agency: agency, place: place, date: date)
      }
      // Without a date the place is short, and what follows shows that the dateline is over.
      if count <= 4, let end = cues.match(bytes, at: offset, limit: limit, of: .dispatch),
        end.end < limit, isOver(scalar(end.end, limit))
      {
        let place = placeStart < offset ? trimmed(placeStart, offset) : nil
        return Dateline(span: Span(lower: lower, upper: end.end), agency: agency, place: place, date: nil)
      }
      let (value, length) = Scalars.at(offset, of: bytes, limit: limit)
      guard
        Scalars.isHan(value) || Scalars.isSpace(value) || Scalars.isLatinOrDigit(value) || value == 0x2F
          || value == 0xFF0F || value == 0x3001 || value == 0xB7
      else { return nil }
      offset += length
    }
    return nil
  }

  /// The line that holds nothing but a date, a time, the number of a page: its date, and where the credit begins.
  func dateLine(_ range: Range<Int>) -> (date: Span, end: Int)? {
    var offset = range.lowerBound
    var found: Span?
    while offset < range.upperBound {
      if found == nil, let date = date(at: offset, limit: range.upperBound, numeric: true) {
        found = date
        offset = date.upper
        continue
      }
      let (value, length) = Scalars.at(offset, of: bytes, limit: range.upperBound)
      guard Scalars.isSpace(value) || (found != nil && isOfDateLine(value)) else { break }
      offset += length
    }
    return found.map { ($0, offset) }
  }

  /// `2024年4月30日`, `4月30日`, `四月三十日`; with `numeric` also `2024-04-30`.
  private func date(at lower: Int, limit: Int, numeric: Bool = false) -> Span? {
    guard lower < limit, isNumeral(scalar(lower, limit)) else { return nil }
    var offset = lower
    var units = 0
    var digits = 0
    while offset < limit, offset - lower < 60 {
      let (value, length) = Scalars.at(offset, of: bytes, limit: limit)
      if isNumeral(value) {
        digits += 1
        if digits > 4 { return nil }
      } else if digits > 0, value == 0x5E74 || value == 0x6708 {  // 年 月
        units += 1
        digits = 0
      } else if digits > 0, units > 0, value == 0x65E5 || value == 0x53F7 || value == 0x865F {  // 日 号 號
        return Span(lower: lower, upper: offset + length)
      } else if numeric, digits > 0, units < 2, value == 0x2D || value == 0x2F || value == 0x2E {
        units += 1
        digits = 0
      } else {
        break
      }
      offset += length
    }
    return numeric && units == 2 && digits > 0 ? Span(lower: lower, upper: offset) : nil
  }

  private func isNumeral(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0xFF10...0xFF19, 0x25CB, 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B,
      0x4E5D, 0x5341, 0x5EFF, 0x5345:
      true
    default: false
    }
  }

  /// Digits, `:` and the characters of 星期一, 上午, 时分秒, 第1版.
  private func isOfDateLine(_ value: UInt32) -> Bool {
    switch value {
    case 0x3A, 0xFF1A, 0x2F, 0x2D, 0x7C, 0xFF5C, 0xFF08, 0xFF09, 0x28, 0x29, 0x661F, 0x671F, 0x5468, 0x65E5, 0x5929,
      0x4E0A, 0x4E0B, 0x4E2D, 0x5348, 0x65F6, 0x5206, 0x79D2, 0x7B2C, 0x7248:
      true
    default: isNumeral(value) || Scalars.isSpace(value)
    }
  }

  private func isOver(_ value: UInt32) -> Bool {
    Scalars.isSpace(value) || Mark(value) == .open || Mark(value) == .colon || Mark(value) == .comma
  }

  private func scalar(_ offset: Int, _ limit: Int) -> UInt32 { Scalars.at(offset, of: bytes, limit: limit).value }

  private func skipSpaces(_ start: Int, _ limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let (value, length) = Scalars.at(offset, of: bytes, limit: limit)
      guard Scalars.isSpace(value) else { break }
      offset += length
    }
    return offset
  }

  private func trimmed(_ lower: Int, _ upper: Int) -> Span? {
    var upper = upper
    while lower < upper {
      let (value, length) = Scalars.before(upper, of: bytes, limit: lower)
      guard Scalars.isSpace(value) else { break }
      upper -= length
    }
    return lower < upper ? Span(lower: lower, upper: upper) : nil
  }
}
