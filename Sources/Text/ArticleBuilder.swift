/// Makes the blocks of one article out of its lines.
struct ArticleBuilder {
  private let bytes: [UInt8]
  private let page: ClassifiedLines
  private let part: ArticleSplitter.Part
  private let joiner: LineJoiner
  /// Lines that are never joined, with what they are.
  private let verse: [Int: Block.Kind]
  private let reflow: Bool
  private var blocks: [Block] = []
  private var author: Byline?

  static func article(
    _ part: ArticleSplitter.Part, of page: ClassifiedLines, bytes: [UInt8], words: (any WordKnowledge)?, reflow: Bool,
    isCut: Bool
  ) -> Article {
    var builder = ArticleBuilder(part, page, bytes, words, reflow, isCut)
    builder.addHead()
    builder.addBody()
    let bylines = (builder.author.map { [$0] } ?? []) + part.lines.flatMap { page.bylines[$0] ?? [] }
    let dateline = part.lines.lazy.compactMap { page.datelines[$0] }.first
    return Article(blocks: builder.blocks, bylines: bylines, dateline: dateline)
  }

  private init(
    _ part: ArticleSplitter.Part, _ page: ClassifiedLines, _ bytes: [UInt8], _ words: (any WordKnowledge)?,
    _ reflow: Bool,
    _ isCut: Bool
  ) {
    self.part = part
    self.page = page
    self.bytes = bytes
    self.reflow = reflow
    let body = part.lines.lowerBound + part.headCount..<part.lines.upperBound
    joiner = LineJoiner(page, range: body, bytes: bytes, words: words, isCut: isCut)
    verse = VerseFinder.verse(page, in: body)
  }

  // MARK: The head

  private mutating func addHead() {
    let head = part.lines.prefix(part.headCount)
    var lines = head.filter { page.roles[$0] == .headline }
    let authorLine = authorLine(lines, head)
    if authorLine != nil { lines.removeLast() }
    let headlines = joinedHeadlines(lines)
    let kinds = HeadlineKinds.kinds(headlines.map { lines in HeadlineKinds.Shape(page, lines) })
    var next = 0
    var index = head.lowerBound
    while index < head.upperBound {
      switch page.roles[index] {
      case .headline where next < headlines.count:
        add(headlines[next], kinds[next], reasons: Array(repeating: .headline, count: headlines[next].count - 1))
        index = headlines[next].upperBound
        next += 1
        continue
      case .date: add(index..<index + 1, .dateline)
      case .rule: add(index..<index + 1, .separator)
      default: add(index..<index + 1, .byline)
      }
      index += 1
    }
  }

  /// The line of two or three characters below the headline of a text without other credits: `许文清`, `王　五`.
  private mutating func authorLine(_ headlines: [Int], _ head: Range<Int>) -> Int? {
    guard headlines.count > 1, let last = headlines.last, last == head.upperBound - 1 else { return nil }
    guard !part.lines.prefix(part.headCount + 1).contains(where: { page.bylines[$0] != nil }) else { return nil }
    let line = page.lines[last]
    var han = 0
    var offset = line.lower
    while offset < line.upper, han < 4 {
      let (value, length) = Scalars.at(offset, of: bytes, limit: line.upper)
      if Scalars.isHan(value) { han += 1 } else if !Scalars.isSpace(value) { return nil }
      offset += length
    }
    guard 2...3 ~= han, page.lines[last - 1].columns > line.columns else { return nil }
    let span = Span(lower: line.lower, upper: line.upper)
    author = Byline(span: span, names: [span], agency: nil)
    return last
  }

  /// Headlines whose lines belong together: `某某：` / `…`, a quotation or word that is cut by the line break.
  private func joinedHeadlines(_ lines: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var depth: Int32 = 0
    for index in lines {
      if let last = result.last, last.upperBound == index, belongs(index, after: last, depth) {
        result[result.count - 1] = last.lowerBound..<index + 1
        depth += page.lines[index].depth
      } else {
        result.append(index..<index + 1)
        depth = page.lines[index].depth
      }
    }
    return result
  }

  private func belongs(_ index: Int, after last: Range<Int>, _ depth: Int32) -> Bool {
    let before = page.lines[index - 1]
    // A colon with something before it (`本报评论员：` stands alone in no headline) leads on to the next line.
    if before.end == .colon { return last.count == 1 }
    return depth > 0 || before.traits.contains(.binds) || joiner.wordCrosses(index - 1)
  }

  // MARK: The body

  private mutating func addBody() {
    var index = part.lines.lowerBound + part.headCount
    while index < part.lines.upperBound {
      var end = index + 1
      var reasons: [Join.Reason] = []
      var depth = max(page.lines[index].depth, 0)
      while reflow, end < part.lines.upperBound, verse[end - 1] == nil, verse[end] == nil,
        let reason = joiner.reason(after: end - 1, depth: depth, isInside: end - index > 1)
      {
        reasons.append(reason)
        depth = max(depth + page.lines[end].depth, 0)
        end += 1
      }
      add(index..<end, kind(of: index, isAlone: end - index == 1), reasons: reasons)
      index = end
    }
  }

  private func kind(of index: Int, isAlone: Bool) -> Block.Kind {
    if let kind = verse[index] { return kind }
    switch page.roles[index] {
    case .credit: return .byline
    case .date: return .dateline
    case .listItem:
      let isSection = page.lines[index].traits.contains(.section)
      return isAlone && isSection && isHeading(index) ? .heading : .listItem
    case .tableRow: return .tableRow
    case .caption: return .caption
    case .rule: return .separator
    case .headline: return isAlone && isHeading(index) ? .heading : .paragraph
    case .lead, .prose: return .paragraph
    }
  }

  /// A short line without closing mark after a finished paragraph and before another one.
  private func isHeading(_ index: Int) -> Bool {
    guard index > part.lines.lowerBound, index + 1 < part.lines.upperBound else { return false }
    let (before, line, after) = (page.lines[index - 1], page.lines[index], page.lines[index + 1])
    let isFirst = index == part.lines.lowerBound + part.headCount
    return !line.isClosed && line.columns <= 60 && (before.isClosed || isFirst || page.roles[index - 1] == .credit)
      && after.columns > line.columns && after.isClosed
  }

  // MARK: Pieces

  private mutating func add(_ lines: Range<Int>, _ kind: Block.Kind, reasons: [Join.Reason] = []) {
    var pieces: [Piece] = []
    var joins: [Join] = []
    pieces.reserveCapacity(lines.count)
    for index in lines {
      let line = page.lines[index]
      if index > lines.lowerBound {
        let gap = Span(lower: page.lines[index - 1].upper, upper: line.lower)
        joins.append(Join(gap: gap, reason: reasons[index - lines.lowerBound - 1]))
        // Latin words are parted by the line break itself, which is read as a space.
        if needsSpace(page.lines[index - 1], line) { pieces.append(Piece(span: gap, replacement: [0x20])) }
      }
      pieces.append(Piece(span: Span(lower: line.lower, upper: line.upper)))
    }
    blocks.append(Block(kind: kind, pieces: pieces, joins: joins))
  }

  /// A letter on one side and a letter or digit on the other; two digits are a number that was cut.
  private func needsSpace(_ line: Line, _ next: Line) -> Bool {
    guard next.traits.contains(.startsLatin) else { return false }
    let before = Scalars.before(line.upper, of: bytes, limit: line.lower).value
    let after = Scalars.at(next.lower, of: bytes, limit: next.upper).value
    // Latin punctuation is followed by a space as well.
    if before == 0x2C || before == 0x2E || before == 0x3B || before == 0x3A { return !Scalars.isDigit(after) }
    guard line.traits.contains(.endsLatin) else { return false }
    return !(Scalars.isDigit(before) && Scalars.isDigit(after))
  }
}
