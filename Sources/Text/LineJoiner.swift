/// Decides whether a sentence goes on over a line break, and says why.
///
/// Signs for and against are weighed in small whole numbers; ``threshold`` is what must be reached. One sure sign (the
/// next line opens with a comma, a word stands across the break) is enough, of the others it takes two.
struct LineJoiner {
  private let bytes: [UInt8]
  private let page: ClassifiedLines
  private let words: (any WordKnowledge)?
  /// The columns of a full line, where lines are wrapped at a fixed width.
  private let fullWidth: Int32?
  /// Whether paragraphs are set off by blank lines or indents, so that a full line may end with a full stop.
  private let setsParagraphsOff: Bool
  /// Whether lines were cut elsewhere in the text, as a column scan does.
  let isCut: Bool

  static let threshold = 4

  /// - Parameter isCut: whether the page is known to be cut; found out from the lines of `range` when `nil`.
  init(
    _ page: ClassifiedLines, range: Range<Int>, bytes: [UInt8], words: (any WordKnowledge)?, isCut: Bool? = nil
  ) {
    self.bytes = bytes
    self.page = page
    self.words = words
    fullWidth = Self.fullWidth(page, range)
    setsParagraphsOff = range.dropFirst().contains { page.lines[$0].blanks > 0 || page.lines[$0].isIndented }
    self.isCut = isCut ?? Self.isCut(page, range)
  }

  /// Why the line after `index` continues it, or `nil` where a new paragraph begins.
  ///
  /// - Parameters:
  ///   - depth: brackets and quotation marks open at the end of the line, counted from the start of its paragraph.
  ///   - isInside: whether the line itself was joined to the one before.
  func reason(after index: Int, depth: Int32, isInside: Bool) -> Join.Reason? {
    let (total, reason) = score(index, depth: depth, isInside: isInside, asking: words)
    return total >= Self.threshold ? reason : nil
  }

  /// Whether a lexicon word stands across the break after the line.
  func wordCrosses(_ index: Int) -> Bool {
    words.map { crosses(index, $0) } ?? false
  }

  private func score(
    _ index: Int, depth: Int32, isInside: Bool, asking words: (any WordKnowledge)?
  ) -> (total: Int, reason: Join.Reason) {
    let (line, next) = (page.lines[index], page.lines[index + 1])
    guard Self.mayContinue(page.roles[index]), Self.mayBeContinued(by: page.roles[index + 1]) else {
      return (0, .unfinished)
    }
    let opensWithMark = next.traits.contains(.opensWithClosingMark)
    if next.indent >= 2 && !opensWithMark || page.signed.contains(index) { return (0, .unfinished) }
    let isFull = fullWidth.map { $0 - 3...$0 + 2 ~= line.columns } ?? false
    if isFull, next.blanks == 0, !line.isClosed || setsParagraphsOff { return (Self.threshold, .fullLine) }
    if line.isClosed { return (opensWithMark && line.end != .colon ? Self.threshold : 0, .closingMark) }

    var signs = Signs()
    if opensWithMark { signs.add(4, .closingMark) }
    if isFull { signs.add(4, .fullLine) }
    if line.end == .comma { signs.add(4, .comma) }
    if next.traits.contains(.stub), line.columns >= 16 { signs.add(4, .stub) }
    if line.traits.contains(.binds) { signs.add(3, .unfinished) }
    if depth > 0 { signs.add(2, .openBracket) }
    // A whole sentence, then one that is not: no heading looks like this.
    if line.hasInnerMarks { signs.add(line.traits.contains(.innerStop) ? 3 : 2, .unfinished) }
    if line.columns >= 36, line.hasInnerMarks || isInside || line.columns > 76 { signs.add(2, .unfinished) }
    if line.traits.contains(.endsLatin), next.traits.contains(.startsLatin) { signs.add(3, .unfinished) }
    if next.columns >= 36 || next.hasInnerMarks || next.isClosed { signs.total += 1 }
    if isCut { signs.total += 1 }
    if isInside { signs.total += 1 }
    if line.traits.contains(.closes) { signs.total -= 1 }
    if page.isWide(before: index + 1) { signs.total -= 4 }
    // The lexicon is asked where it can make a difference.
    if signs.total < Self.threshold + 4, line.columns >= 8, let words {
      if crosses(index, words) { signs.add(4, .word) } else if line.columns < 36 { signs.total -= 1 }
    }
    return (signs.total, signs.reason)
  }

  /// Two long lines that stop amid a sentence show what kind of text it is.
  private static func isCut(_ page: ClassifiedLines, _ range: Range<Int>) -> Bool {
    var cuts = 0
    for index in range.dropLast() where page.roles[index] == .prose || page.roles[index] == .lead {
      let (line, next) = (page.lines[index], page.lines[index + 1])
      guard line.end == .none, line.columns >= 36, line.hasInnerMarks, !line.traits.contains(.closes) else { continue }
      guard page.roles[index + 1] == .prose, next.indent < 2, !page.signed.contains(index) else { continue }
      cuts += 1
      if cuts == 2 { return true }
    }
    return false
  }

  private struct Signs {
    var total = 0
    var reason = Join.Reason.unfinished
    private var strongest = 0

    mutating func add(_ weight: Int, _ reason: Join.Reason) {
      total += weight
      if weight > strongest {
        strongest = weight
        self.reason = reason
      }
    }
  }

  private static func mayContinue(_ role: LineRole) -> Bool {
    switch role {
    case .headline, .lead, .prose, .listItem, .caption: true
    case .credit, .date, .tableRow, .rule: false
    }
  }

  private static func mayBeContinued(by role: LineRole) -> Bool { role == .headline || role == .prose }

  private func crosses(_ index: Int, _ words: any WordKnowledge) -> Bool {
    let (line, next) = (page.lines[index], page.lines[index + 1])
    var lower = line.upper
    var upper = next.lower
    for _ in 0..<8 {
      if lower > line.lower { lower -= Scalars.before(lower, of: bytes, limit: line.lower).length }
      if upper < next.upper { upper += Scalars.at(upper, of: bytes, limit: next.upper).length }
    }
    return words.joins(bytes[lower..<line.upper], bytes[next.lower..<upper])
  }

  /// The width at which lines are wrapped, if most lines that end without a mark have the same width.
  private static func fullWidth(_ page: ClassifiedLines, _ range: Range<Int>) -> Int32? {
    var counts: [Int32: Int] = [:]
    var marked: [Int32: Int] = [:]
    var open = 0
    for index in range where page.roles[index].isRunningText {
      let line = page.lines[index]
      // Poems and lists end their lines with marks or are narrower than any column of a newspaper (ten characters).
      guard line.end == .none, line.columns >= 20 else { continue }
      open += 1
      counts[line.columns, default: 0] += 1
      if line.hasInnerMarks { marked[line.columns, default: 0] += 1 }
    }
    guard open >= 3 else { return nil }
    // Half-width characters and marks that may not open a line make lines up to two columns shorter.
    func sum(_ table: [Int32: Int], _ width: Int32) -> Int {
      (table[width] ?? 0) + (table[width - 1] ?? 0) + (table[width - 2] ?? 0)
    }
    let best = counts.keys.max { (sum(counts, $0), $1) < (sum(counts, $1), $0) }
    guard let best, sum(counts, best) >= 3, sum(counts, best) * 2 >= open else { return nil }
    // Two lines in five have marks inside; songs have none.
    guard sum(marked, best) * 5 >= sum(counts, best) * 2 else { return nil }
    let longer = range.count { page.lines[$0].columns > best + 4 }
    return longer * 10 <= range.count ? best : nil
  }
}
