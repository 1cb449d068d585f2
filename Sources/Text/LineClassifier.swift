/// Tells what each line looks like by itself.
struct LineClassifier {
  private let bytes: [UInt8]
  private let cues: ArticleCues
  private let credits: CreditParser
  private let datelines: DatelineParser
  private var result: ClassifiedLines

  /// Complexity: O(n); cue words are looked for at the ends of lines only.
  static func classify(_ lines: [Line], of bytes: [UInt8], cues: ArticleCues) -> ClassifiedLines {
    var classifier = LineClassifier(lines, bytes, cues)
    for index in lines.indices { classifier.result.roles[index] = classifier.role(index) }
    return classifier.result
  }

  private init(_ lines: [Line], _ bytes: [UInt8], _ cues: ArticleCues) {
    self.bytes = bytes
    self.cues = cues
    credits = CreditParser(bytes: bytes, cues: cues)
    datelines = DatelineParser(bytes: bytes, cues: cues)
    result = ClassifiedLines(lines: lines, roles: Array(repeating: .prose, count: lines.count))
    // An indent that all lines share is the margin of the page.
    let margin = lines.reduce(Int32.max) { min($0, $1.indent) }
    if lines.count > 1, margin > 0 {
      for index in lines.indices { result.lines[index].indent -= margin }
    }
    var counts: [Int32: Int] = [:]
    for line in lines.dropFirst() { counts[min(line.blanks, 9), default: 0] += 1 }
    // Of two gaps that are equally frequent the smaller one is the usual.
    result.usualGap = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
  }

  private mutating func role(_ index: Int) -> LineRole {
    let line = result.lines[index]
    if line.traits.contains(.rule) { return .rule }
    // Credits and date lines are short: 120 columns hold five names with their cues.
    if line.columns <= 120, let role = setApart(index, line) { return role }
    readEnd(index, line)
    if isLead(index, line) { return .lead }
    if cues.match(bytes, at: line.lower, limit: line.upper, of: .caption) != nil { return .caption }
    if isTableRow(index) { return .tableRow }
    if line.traits.contains(.listItem) { return .listItem }
    markBinding(index, line)
    return isHeadline(line) && !result.signed.contains(index) ? .headline : .prose
  }

  /// A line that is nothing but a credit or a date.
  private mutating func setApart(_ index: Int, _ line: Line) -> LineRole? {
    let range = line.lower..<line.upper
    if let (date, end) = datelines.dateLine(range) {
      let rest = end..<line.upper
      let byline = rest.isEmpty ? nil : credits.credit(in: rest)
      guard rest.isEmpty || byline != nil else { return nil }
      let span = trimmed(line.lower, end)
      result.datelines[index] = Dateline(span: span, agency: nil, place: nil, date: date)
      if let byline { result.bylines[index] = [byline] }
      return .date
    }
    guard let byline = credits.credit(in: range) else { return nil }
    result.bylines[index] = [byline]
    return .credit
  }

  private func trimmed(_ lower: Int, _ end: Int) -> Span {
    var upper = end
    while upper > lower {
      let (value, length) = Scalars.before(upper, of: bytes, limit: lower)
      guard Scalars.isSpace(value) else { break }
      upper -= length
    }
    return Span(lower: lower, upper: upper)
  }

  /// `本报讯（记者 张一）`, `新华社北京4月30日电（记者张一）`, `本报记者张一报道：`
  private mutating func isLead(_ index: Int, _ line: Line) -> Bool {
    let dateline = datelines.dateline(at: line.lower, limit: line.upper)
    var offset = dateline?.span.upper ?? line.lower
    while offset < line.upper {
      let (value, length) = Scalars.at(offset, of: bytes, limit: line.upper)
      guard Scalars.isSpace(value) else { break }
      offset += length
    }
    var opening: Byline?
    if dateline != nil, let inside = bracketed(from: offset, limit: line.upper) {
      opening = credits.credit(in: inside, trusted: true)
    } else {
      opening = credits.openingCredit(from: offset, limit: line.upper)?.byline
    }
    if let dateline { result.datelines[index] = dateline }
    if let opening { result.bylines[index, default: []].insert(opening, at: 0) }
    return dateline != nil || opening != nil
  }

  /// The inside of the bracket that opens at `offset`, of 80 scalars at most.
  private func bracketed(from offset: Int, limit: Int) -> Range<Int>? {
    guard offset < limit else { return nil }
    let (first, length) = Scalars.at(offset, of: bytes, limit: limit)
    guard first == 0xFF08 || first == 0x28 else { return nil }
    var end = offset + length
    let stop = min(limit, end + 240)
    while end < stop {
      let (value, length) = Scalars.at(end, of: bytes, limit: limit)
      if value == 0xFF09 || value == 0x29 { return offset + (first == 0x28 ? 1 : 3)..<end }
      end += length
    }
    return nil
  }

  /// `…。（记者 张一）`, `…（据新华社）` at the end of the line.
  private mutating func readEnd(_ index: Int, _ line: Line) {
    var end = line.upper
    var (value, length) = Scalars.before(end, of: bytes, limit: line.lower)
    if Mark(value) == .stop, end - length > line.lower {
      end -= length
      (value, length) = Scalars.before(end, of: bytes, limit: line.lower)
    }
    guard value == 0xFF09 || value == 0x29 else { return }
    let upper = end - length
    var lower = upper
    while lower > line.lower, upper - lower < 180 {
      let (value, length) = Scalars.before(lower, of: bytes, limit: line.lower)
      if value == 0xFF08 || value == 0x28 {
        if lower < upper { sign(index, lower..<upper) }
        // 。（完）: the sentence ended before the bracket.
        let bracket = lower - length
        guard bracket > line.lower else { return }
        let before = Mark(Scalars.before(bracket, of: bytes, limit: line.lower).value)
        if before == .stop || before == .call || before == .close { result.lines[index].end = .stop }
        return
      }
      guard Mark(value) != .stop else { return }
      lower -= length
    }
  }

  private mutating func sign(_ index: Int, _ range: Range<Int>) {
    if cues.match(bytes, at: range.lowerBound, limit: range.upperBound, of: .end)?.end == range.upperBound {
      result.signed.insert(index)
      return
    }
    var start = range.lowerBound
    if Scalars.at(start, of: bytes, limit: range.upperBound).value == 0x636E { start += 3 }  // （据新华社）
    if let byline = credits.credit(in: start..<range.upperBound, bracketed: true) {
      result.bylines[index, default: []].append(byline)
      if !byline.isPhotoCredit { result.signed.insert(index) }
    } else if let dateline = datelines.dateline(at: start, limit: range.upperBound),
      dateline.span.upper == range.upperBound
    {
      result.datelines[index] = dateline
      result.signed.insert(index)
    }
  }

  /// `一座小城的`: a line that cannot end here.
  private mutating func markBinding(_ index: Int, _ line: Line) {
    guard line.end == .none, !line.traits.contains(.closes) else { return }
    let start = line.upper - Scalars.before(line.upper, of: bytes, limit: line.lower).length
    if cues.match(bytes, at: start, limit: line.upper, of: .binding) != nil {
      result.lines[index].traits.insert(.binds)
    }
  }

  /// Fields with wide gaps between them, and a neighbour that is cut the same way.
  private func isTableRow(_ index: Int) -> Bool {
    let lines = result.lines
    let cells = lines[index].cells
    guard cells >= 2 else { return false }
    let above = index > 0 && lines[index].blanks <= 1 && lines[index - 1].cells == cells
    let below = index + 1 < lines.count && lines[index + 1].blanks <= 1 && lines[index + 1].cells == cells
    return above || below
  }

  /// 38 Han characters are more than headlines have in one line; sentences inside make it prose.
  private func isHeadline(_ line: Line) -> Bool {
    guard 4...76 ~= line.columns, !line.traits.contains(.innerStop), !line.isIndented else { return false }
    guard !line.traits.contains(.opensWithClosingMark) else { return false }
    return line.end == .none || line.end == .call || line.end == .colon
  }
}
