/// Finds the lines of poems and songs, and lists without marks, which are never joined.
///
/// Verse is three short lines or more, close together, that either end with marks nearly all, at regular widths, or
/// carry no marks at all. Prose in narrow columns has its marks anywhere.
enum VerseFinder {
  /// 18 Han characters: two lines of seven with their marks and some room.
  private static let widest: Int32 = 36

  /// The lines of `range` that are verse, or items of a list. Complexity: O(n).
  static func verse(_ page: ClassifiedLines, in range: Range<Int>) -> [Int: Block.Kind] {
    var found: [Int: Block.Kind] = [:]
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, mayBeVerse(page, end),
        end == index || page.lines[end].blanks <= max(page.usualGap, 0)
      {
        end += 1
      }
      if isVerse(page.lines[index..<end]) {
        let kind: Block.Kind = isList(page.lines[index..<end]) ? .listItem : .verse
        for line in index..<end { found[line] = kind }
      }
      index = max(end, index + 1)
    }
    return found
  }

  private static func mayBeVerse(_ page: ClassifiedLines, _ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.columns <= widest, !line.traits.contains(.opensWithClosingMark) else { return false }
    return page.roles[index] == .prose || page.roles[index] == .headline
  }

  private static func isVerse(_ lines: ArraySlice<Line>) -> Bool {
    guard lines.count >= 2 else { return false }
    let ended = lines.count { $0.end != .none }
    let stopped = lines.count { $0.traits.contains(.innerStop) }
    let marked = lines.count(where: \.hasInnerMarks)
    if ended * 4 >= lines.count * 3 {
      // 溪水绕山行， / 松风入夜鸣。 or both on one line; a stop inside is one too many for most lines.
      let isPaired = lines.contains { $0.end == .comma } || marked * 4 >= lines.count * 3
      return stopped * 4 <= lines.count && isRegular(lines) && isPaired
    }
    return lines.count >= 3 && ended * 8 <= lines.count && marked * 8 <= lines.count
  }

  /// Names and other words of up to four characters, as no poem has them.
  private static func isList(_ lines: ArraySlice<Line>) -> Bool {
    lines.count { $0.columns <= 8 && $0.end == .none } * 2 > lines.count
  }

  /// Whether more than half of the lines have one width.
  private static func isRegular(_ lines: ArraySlice<Line>) -> Bool {
    var counts: [Int32: Int] = [:]
    for line in lines { counts[line.columns, default: 0] += 1 }
    return (counts.values.max() ?? 0) * 2 > lines.count
  }
}
