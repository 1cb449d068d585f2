/// Splits a page into its articles by its own signs.
///
/// An article may begin at a run of headline-like lines, at the lead of a report (`本报讯…`) or after a line of ornament.
/// A run of headlines inside an article (headings, poems, stumps of cut lines) looks the same by itself, so that what
/// stands before and after it is weighed; see ``score``.
struct ArticleSplitter {
  /// One article: its lines, and how many of them, from the first on, stand above the body.
  struct Part: Equatable {
    var lines: Range<Int>
    var headCount: Int
  }

  private let page: ClassifiedLines
  private let joiner: LineJoiner
  private var parts: [Part] = []
  private var start = 0
  private var head = 0
  private var hasBody = false
  /// Whether the article has a credit or dateline above its body.
  private var isCredited = false
  /// Whether the lines before the current one end an article: a credit below the body, ornament.
  private var isEnded = false
  private var isRuled = false

  private static let threshold = 3
  /// Eyebrow, title in two lines, subtitle in two lines.
  private static let longestHead = 5

  /// The parts cover all lines, in order. Complexity: O(n).
  static func split(_ page: ClassifiedLines, joiner: LineJoiner) -> [Part] {
    var splitter = ArticleSplitter(page: page, joiner: joiner)
    var index = 0
    while index < page.lines.count { index = splitter.step(index) }
    splitter.close(at: page.lines.count)
    return splitter.parts
  }

  private init(page: ClassifiedLines, joiner: LineJoiner) {
    self.page = page
    self.joiner = joiner
  }

  /// Takes the line, or the run of headlines, at `index`; returns what comes next.
  private mutating func step(_ index: Int) -> Int {
    switch page.roles[index] {
    case .headline where !isStump(index):
      let end = runEnd(index)
      let from = headStart(index, end)
      if from > index { takeBody(index..<from) }
      takeHeadlines(from..<end)
      return end
    case .lead:
      if hasBody { open(at: index, head: 0) }
      isCredited = true
      takeBody(index..<index + 1)
    case .credit, .date:
      if hasBody {
        // Below a body a credit ends the article; a date may stand in it.
        if page.roles[index] == .credit { isEnded = true }
      } else {
        isCredited = true
        head = index + 1 - start
      }
    case .rule:
      isRuled = true
      if !hasBody, head == index - start { head += 1 }
    case .prose, .headline, .listItem, .tableRow, .caption:
      if hasBody, isRuled || (isEnded && page.isWide(before: index)), page.roles[index] == .prose, !isStump(index) {
        open(at: index, head: 0)
      }
      takeBody(index..<index + 1)
    }
    return index + 1
  }

  /// The end of the lines from `index` on that might be one headline: no wide gap, no stump between them.
  private func runEnd(_ index: Int) -> Int {
    var end = index + 1
    while end < page.lines.count, page.roles[end] == .headline, !page.isWide(before: end) { end += 1 }
    return end
  }

  /// Where in a run of headline-like lines the headline begins: a run that is too long is a poem or a list, and only
  /// the lines after its last gap may be the headline of what follows.
  private func headStart(_ index: Int, _ end: Int) -> Int {
    guard end - index > Self.longestHead else { return index }
    guard end < page.lines.count, isAnchor(end) else { return end }
    let last = (max(index, end - 3)..<end).last { page.lines[$0].blanks > 0 }
    return last ?? end - 1
  }

  private mutating func takeHeadlines(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    if run.lowerBound == start || !hasBody {
      if head == run.lowerBound - start, isHead(run) {
        head = run.upperBound - start
        return
      }
      return takeBody(run)
    }
    if score(run) >= Self.threshold { open(at: run.lowerBound, head: run.count) } else { takeBody(run) }
  }

  /// Weighs the signs that a new article begins with these headline-like lines.
  private func score(_ run: Range<Int>) -> Int {
    var score = 0
    if run.upperBound < page.lines.count {
      switch page.roles[run.upperBound] {
      // A credit below a headline is the surest sign; a date may also stand in the text.
      case .lead, .credit: score += 4
      case .date: score += 2
      case .prose, .headline: break
      case .listItem, .tableRow, .caption, .rule: score -= 1
      }
      if !isAnchor(run.upperBound), continues(run.upperBound - 1) { score -= 4 }
    } else {
      score -= 3  // nothing to be the headline of
    }
    if page.isWide(before: run.lowerBound) { score += 3 }
    if isEnded { score += 3 }
    if isRuled { score += 4 }
    // On a page with credits a short line without one is rather a heading.
    if isCredited, run.count == 1, page.lines[run.lowerBound].columns <= 24, !isAnchor(run.upperBound) { score -= 1 }
    return score
  }

  /// Whether the first lines of an article are its headline.
  private func isHead(_ run: Range<Int>) -> Bool {
    guard run.upperBound < page.lines.count else { return false }
    if isAnchor(run.upperBound) { return true }
    // Without a credit the shape must be clear: few lines, then a paragraph that ends as one, set off or longer.
    let (last, next) = (page.lines[run.upperBound - 1], page.lines[run.upperBound])
    guard run.count <= 4, last.end != .colon, !continues(run.upperBound - 1) else { return false }
    switch page.roles[run.upperBound] {
    case .prose, .listItem, .headline:
      let isSetOff = next.blanks > 0 || next.isIndented
      return isSetOff || (next.isClosed && next.columns * 2 >= last.columns * 3)
    case .tableRow, .caption: return next.blanks > 0
    case .lead, .credit, .date, .rule: return true
    }
  }

  /// A line that shows that the lines above it are a headline.
  private func isAnchor(_ index: Int) -> Bool {
    guard index < page.lines.count else { return false }
    switch page.roles[index] {
    case .lead, .credit, .date: return true
    case .headline, .prose, .listItem, .tableRow, .caption, .rule: return false
    }
  }

  private func continues(_ index: Int) -> Bool {
    index + 1 < page.lines.count && joiner.reason(after: index, depth: 0, isInside: false) != nil
  }

  /// A short line that continues the one before, as the last line of a cut paragraph does.
  private func isStump(_ index: Int) -> Bool {
    guard index > start, hasBody || page.roles[index - 1] == .prose else { return false }
    switch page.roles[index - 1] {
    case .prose, .lead, .listItem:
      let before = page.lines[index - 1]
      return !before.isClosed && !page.signed.contains(index - 1) && !page.isWide(before: index)
        && joiner.reason(after: index - 1, depth: 0, isInside: true) != nil
    case .headline: return continues(index - 1)
    case .credit, .date, .tableRow, .caption, .rule: return false
    }
  }

  private mutating func takeBody(_ lines: Range<Int>) {
    hasBody = true
    isRuled = false
    isEnded = page.signed.contains(lines.upperBound - 1)
  }

  private mutating func open(at index: Int, head: Int) {
    close(at: index)
    start = index
    self.head = head
    hasBody = false
    isCredited = false
    isEnded = false
    isRuled = false
  }

  private mutating func close(at index: Int) {
    if start < index { parts.append(Part(lines: start..<index, headCount: min(head, index - start))) }
  }
}
