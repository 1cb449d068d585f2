/// Makes an article out of the blocks of a page: what the markup leaves open, the text of the blocks tells.
///
/// The text that is read is laid out as plain text, a block a line, so that credits and datelines are found in it as
/// in any other text; what is found is mapped back to the source.
struct HTMLArticleBuilder {
  private let blocks: [HTMLBlock]
  private let source: [UInt8]
  private let cues: ArticleCues
  private var text: [UInt8] = []
  /// For each piece, where it begins in `text`.
  private var starts: [Int] = []
  private var pieces: [Piece] = []

  init(_ blocks: [HTMLBlock], source: [UInt8], cues: ArticleCues) {
    self.blocks = blocks
    self.source = source
    self.cues = cues
    for block in blocks {
      for piece in block.pieces {
        starts.append(text.count)
        pieces.append(piece)
        if let replacement = piece.replacement { text += replacement } else { text += source[piece.span.range] }
      }
      text.append(0x0A)
    }
  }

  func article() -> Article {
    var lines: [Line] = []
    var owners: [Int] = []
    var offset = 0
    for (index, block) in blocks.enumerated() {
      let end = offset + block.count
      // A reference to a line separator (&#8232;) makes two lines of a block; the first one stands for it.
      if let line = LineReader.lines(of: text, in: offset..<end).first {
        lines.append(line)
        owners.append(index)
      }
      offset = end + 1
    }
    let page = LineClassifier.classify(lines, of: text, cues: cues)
    var result: [Block] = []
    var bylines: [Byline] = []
    var hasTitle = false
    for (line, owner) in owners.enumerated() {
      let block = blocks[owner]
      var found = page.bylines[line] ?? []
      if block.isCredit, found.isEmpty, page.lines[line].columns <= 60,
        let byline = CreditParser(bytes: text, cues: cues).credit(
          in: page.lines[line].lower..<page.lines[line].upper, trusted: true)
      {
        found = [byline]
      }
      bylines += found.compactMap(mapped)
      let isSetApart = page.roles[line] == .credit || page.roles[line] == .date || (block.isCredit && !found.isEmpty)
      let kind = kind(of: block, page.roles[line], isByline: isSetApart, before: result)
      if kind == .title {
        guard !hasTitle else { continue }
        hasTitle = true
      }
      result.append(Block(kind: kind, pieces: kind == .title ? titlePieces(block) : block.pieces))
    }
    let dateline = owners.indices.lazy.compactMap { page.datelines[$0] }.first.flatMap(mapped)
    return Article(blocks: result, bylines: bylines, dateline: dateline)
  }

  private func kind(of block: HTMLBlock, _ role: LineRole, isByline: Bool, before: [Block]) -> Block.Kind {
    switch block.element {
    case .title: return .title
    case .heading(1): return before.contains { $0.kind == .title } ? .heading : .title
    // A second heading right below the headline adds to it.
    case .heading(2): return before.last?.kind == .title ? .subtitle : .heading
    case .heading: return .heading
    case .caption: return .caption
    case .tableRow: return .tableRow
    default: break
    }
    if isByline { return role == .date ? .dateline : .byline }
    if case .listItem = block.element { return .listItem }
    switch role {
    case .caption: return .caption
    case .rule: return .separator
    case .headline, .credit, .date, .lead, .prose, .listItem, .tableRow: return .paragraph
    }
  }

  /// The title of the page without the name of the site: `标题_某某网`, `标题 - 某某网`. That of an `h1` is whole.
  private func titlePieces(_ block: HTMLBlock) -> [Piece] {
    guard case .title = block.element else { return block.pieces }
    for (index, piece) in block.pieces.enumerated() where piece.replacement == nil {
      for offset in piece.span.range where isSiteMark(offset, in: piece.span) {
        guard index > 0 || offset > piece.span.lower + 5 else { continue }
        var upper = offset
        while upper > piece.span.lower, source[upper - 1] == 0x20 { upper -= 1 }
        let head = Array(block.pieces[..<index])
        return upper > piece.span.lower ? head + [Piece(span: Span(lower: piece.span.lower, upper: upper))] : head
      }
    }
    return block.pieces
  }

  /// `_`, `|`, and `-` with a space before it.
  private func isSiteMark(_ offset: Int, in span: Span) -> Bool {
    switch source[offset] {
    case 0x5F, 0x7C: true
    case 0x2D: offset > span.lower && source[offset - 1] == 0x20
    default: false
    }
  }

  // MARK: Back to the source

  private func mapped(_ byline: Byline) -> Byline? {
    guard let span = mapped(byline.span) else { return nil }
    return Byline(
      span: span, names: byline.names.compactMap(mapped), agency: byline.agency.flatMap(mapped),
      isPhotoCredit: byline.isPhotoCredit)
  }

  private func mapped(_ dateline: Dateline) -> Dateline? {
    guard let span = mapped(dateline.span) else { return nil }
    return Dateline(
      span: span, agency: dateline.agency.flatMap(mapped), place: dateline.place.flatMap(mapped),
      date: dateline.date.flatMap(mapped))
  }

  /// The stretch of the source that holds what is read at `span` of the text, markup between its pieces included.
  private func mapped(_ span: Span) -> Span? {
    guard !span.isEmpty, let first = pieceIndex(span.lower), let last = pieceIndex(span.upper - 1) else { return nil }
    let lower = pieces[first].replacement == nil ? span.lower - starts[first] : 0
    let upper = pieces[last].replacement == nil ? span.upper - starts[last] : pieces[last].span.count
    let (from, to) = (pieces[first].span.lower + lower, pieces[last].span.lower + upper)
    return from <= to ? Span(lower: from, upper: to) : nil
  }

  /// The piece that holds the byte at `offset`.
  private func pieceIndex(_ offset: Int) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
