/// Tells title, eyebrow and subtitles apart among the headlines above an article.
///
/// An eyebrow is rather longer than the title below it, a subtitle longer than the title above it; a dash opens a
/// subtitle, brackets enclose the label of a column.
enum HeadlineKinds {
  struct Shape {
    let columns: Int32
    let startsDash: Bool
    let isLabel: Bool
    /// `某某：` / `…` over two lines.
    let isTwoPart: Bool

    init(_ page: ClassifiedLines, _ lines: Range<Int>) {
      let first = page.lines[lines.lowerBound]
      columns = lines.reduce(0) { $0 + page.lines[$1].columns }
      isTwoPart = lines.count > 1 && first.end == .colon
      startsDash = first.traits.contains(.startsDash)
      isLabel =
        lines.count == 1 && first.columns <= 24 && first.traits.isSuperset(of: [.startsOpen, .closes])
        && first.depth == 0 && first.end == .none
    }
  }

  static func kinds(_ lines: [Shape]) -> [Block.Kind] {
    guard !lines.isEmpty else { return [] }
    let title = titleIndex(lines)
    return lines.indices.map { $0 < title ? .eyebrow : $0 == title ? .title : .subtitle }
  }

  private static func titleIndex(_ lines: [Shape]) -> Int {
    // What follows a subtitle with a dash is subtitles too; the title is right above it.
    if let dash = lines.firstIndex(where: \.startsDash), dash > 0 { return dash - 1 }
    if let whole = lines.firstIndex(where: \.isTwoPart) { return whole }
    if lines.count == 1 { return 0 }
    if lines[0].isLabel && lines[0].columns < lines[1].columns { return 1 }
    if lines.count == 2 { return lines[1].columns <= lines[0].columns ? 1 : 0 }
    return 1
  }
}
