/// What a line looks like by itself; its place on the page decides later what it is.
enum LineRole: UInt8 {
  /// Short and without closing punctuation: a headline, a heading, or the stump of a cut line.
  case headline
  /// A credit and nothing else.
  case credit
  /// A date and nothing else but a credit.
  case date
  /// The first paragraph of a report: `本报讯（记者 张一）…`.
  case lead
  case prose
  case listItem
  case tableRow
  case caption
  /// Ornament.
  case rule

  /// Whether the line may be one of a paragraph that is set in lines of one width.
  var isRunningText: Bool { self == .prose || self == .headline || self == .lead }
}

/// Lines with what each looks like, and the credits and datelines in them.
struct ClassifiedLines {
  var lines: [Line]
  var roles: [LineRole]
  /// Credits by line, ascending; most lines have none.
  var bylines: [Int: [Byline]] = [:]
  var datelines: [Int: Dateline] = [:]
  /// Lines that end with a credit in brackets, as the last one of an article does.
  var signed: Set<Int> = []
  /// The usual number of blank lines between two lines.
  var usualGap: Int32 = 0

  /// Whether more blank lines than usual, and two at least, stand before a line.
  func isWide(before index: Int) -> Bool { lines[index].blanks >= 2 && lines[index].blanks > usualGap }
}
