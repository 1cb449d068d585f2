import HTMLShim

/// Takes the parser's events and collects the blocks of a page.
final class HTMLCollector {
  private let source: [UInt8]
  private var aligner: HTMLAligner
  private(set) var blocks: [HTMLBlock] = []
  private var stack: [HTMLElement] = []
  private var credits: [Int] = []  // depths of elements whose class names a credit
  private var skipDepth = 0  // depth of the outermost skipped element, or 0
  private var mainCount = 0
  private var boilerplate: [Int] = []
  private var linkDepth = 0
  private var preformattedCount = 0
  private var text: [Piece] = []
  private var linkCount = 0

  /// Browsers flatten deeper trees as well; libxml2 takes time that grows with the depth for every stray end tag.
  private static let deepest = 512

  /// The blocks of the page. Complexity: O(n).
  static func blocks(of source: [UInt8]) -> (blocks: [HTMLBlock], lostCount: Int) {
    let cleaned = HTMLSource(source).bytes
    let collector = HTMLCollector(cleaned)
    var start = 0
    while start < cleaned.count {
      guard let stopped = collector.parse(from: start), stopped < cleaned.count else { break }
      // Too deep: what follows is read as a page of its own.
      start = max(cleaned[stopped...].firstIndex(of: 0x3E) ?? cleaned.count, start) + 1
      collector.reset()
    }
    collector.flush()
    return (collector.blocks, collector.aligner.lostCount)
  }

  private init(_ source: [UInt8]) {
    self.source = source
    aligner = HTMLAligner(source: source)
  }

  private var base = 0

  /// Parses from `start` on; returns where the parser stopped, `nil` if it could not start.
  ///
  /// The one unsafe place of this module. The pointers live as long as the call: the parser keeps neither the source nor
  /// the collector, and what it hands over is copied or compared before the handler returns.
  private func parse(from start: Int) -> Int? {
    base = start
    let read = withExtendedLifetime(self) {
      source.withUnsafeBufferPointer { buffer -> Int64 in
        guard let address = buffer.baseAddress else { return -1 }
        var handler = wenmai_html_handler(
          context: Unmanaged.passUnretained(self).toOpaque(),
          start_element: { context, name, attributes, offset in
            guard let collector = HTMLCollector.from(context), let name else { return 1 }
            return collector.start(String(cString: name), attributes, Int(offset)) ? 0 : 1
          },
          end_element: { context, _, offset in
            HTMLCollector.from(context)?.end(Int(offset))
            return 0
          },
          characters: { context, bytes, count, offset in
            guard let collector = HTMLCollector.from(context), let bytes, count > 0 else { return 0 }
            collector.characters(UnsafeBufferPointer(start: bytes, count: Int(count)), Int(offset))
            return 0
          })
        return wenmai_html_parse(address + start, Int64(buffer.count - start), &handler)
      }
    }
    return read < 0 ? nil : start + Int(read)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> HTMLCollector? {
    context.map { Unmanaged<HTMLCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private func reset() {
    flush()
    stack = []
    credits = []
    boilerplate = []
    (skipDepth, mainCount, linkDepth, preformattedCount) = (0, 0, 0, 0)
  }

  // MARK: Events

  private func start(_ name: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ offset: Int) -> Bool {
    // An element that no tag opens is reported when its text is read already; a tag is reported before its `>`.
    let at = base + offset
    if at < source.count, source[at] == 0x3E || source[at] == 0x2F { aligner.advance(to: at) }
    guard stack.count < Self.deepest else { return false }
    var element = HTMLElement(name: name)
    let marks = HTMLAttributes(attributes)
    if marks.isBoilerplate { element = .boilerplate }
    if marks.isHidden { element = .skipped }
    if element.breaksText { flush() }
    stack.append(element)
    if marks.isCredit { credits.append(stack.count) }
    switch element {
    case .skipped: if skipDepth == 0 { skipDepth = stack.count }
    case .main: mainCount += 1
    case .boilerplate: boilerplate.append(stack.count)
    case .header: if mainCount == 0 { boilerplate.append(stack.count) }
    case .link: if linkDepth == 0 { linkDepth = stack.count }
    case .preformatted: preformattedCount += 1
    case .cell: separateCell()
    default: break
    }
    return true
  }

  private func end(_ offset: Int) {
    // Likewise: only an end tag, reported after its `>`, lies behind.
    let at = base + offset
    if at > 0, at <= source.count, source[at - 1] == 0x3E { aligner.advance(to: at) }
    guard let element = stack.last else { return }
    if element.breaksText { flush() }
    switch element {
    case .main: mainCount -= 1
    case .preformatted: preformattedCount -= 1
    default: break
    }
    if skipDepth == stack.count { skipDepth = 0 }
    if linkDepth == stack.count { linkDepth = 0 }
    if boilerplate.last == stack.count { boilerplate.removeLast() }
    if credits.last == stack.count { credits.removeLast() }
    stack.removeLast()
  }

  private func characters(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    guard skipDepth == 0 else { return aligner.advance(to: base + offset) }
    guard let piece = aligner.align(bytes, end: base + offset) else { return }
    if preformattedCount > 0, piece.replacement == nil { return addLines(piece.span) }
    text.append(piece)
    if linkDepth > 0 { linkCount += piece.readCount }
  }

  /// Each line of preformatted text is a block.
  private func addLines(_ span: Span) {
    var start = span.lower
    for offset in span.range where source[offset] == 0x0A {
      if start < offset { text.append(Piece(span: Span(lower: start, upper: offset))) }
      flush()
      start = offset + 1
    }
    if start < span.upper { text.append(Piece(span: Span(lower: start, upper: span.upper))) }
  }

  /// Cells of one row are parted by a tab, which stands for the markup between them.
  private func separateCell() {
    guard let last = text.last, last.replacement != [0x09], last.span.upper < aligner.position else { return }
    text.append(Piece(span: Span(lower: last.span.upper, upper: aligner.position), replacement: [0x09]))
  }

  private func flush() {
    defer {
      text.removeAll(keepingCapacity: true)
      linkCount = 0
    }
    guard !text.isEmpty else { return }
    let pieces = HTMLPieces.pieces(text, source: source)
    guard !pieces.isEmpty else { return }
    blocks.append(
      HTMLBlock(
        element: nearestBlock(), pieces: pieces, isMain: mainCount > 0, isBoilerplate: !boilerplate.isEmpty,
        isCredit: !credits.isEmpty, linkCount: linkCount))
  }

  /// The innermost element that says what its text is.
  private func nearestBlock() -> HTMLElement {
    for element in stack.reversed() {
      switch element {
      case .title, .heading, .paragraph, .listItem, .tableRow, .caption, .preformatted: return element
      case .main, .boilerplate, .header: return .block
      case .cell, .block, .lineBreak, .link, .skipped, .inline: continue
      }
    }
    return .block
  }
}
