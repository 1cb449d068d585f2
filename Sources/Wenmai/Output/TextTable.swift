/// Rows of cells in aligned columns, for a terminal.
///
/// Widths count columns, not characters: 汉字 take two each. Where a table is wider than the terminal, its widest columns
/// are shortened.
struct TextTable {
  struct Cell {
    var text: String
    var paint: TerminalStyle.Paint?

    init(_ text: String, _ paint: TerminalStyle.Paint? = nil) {
      // A line break or tab in a name would tear the table.
      let isTorn = text.contains { $0.isWhitespace && $0 != " " }
      self.text = isTorn ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
      self.paint = paint
    }
  }

  private let titles: [String]
  private var rows: [[Cell]] = []
  private static let gap = 2
  private static let indent = 2
  /// Narrower than this a column says nothing.
  private static let leastWidth = 8

  init(_ titles: [String]) { self.titles = titles }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }
  var isEmpty: Bool { rows.isEmpty }

  func write(style: TerminalStyle, width: Int?, into out: inout [UInt8]) {
    let widths = widths(limit: width)
    line(titles.map { Cell($0, .faint) }, widths, style, &out)
    for row in rows { line(row, widths, style, &out) }
  }

  private func widths(limit: Int?) -> [Int] {
    var widths = titles.map(DisplayWidth.of)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell.text)) }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) + Self.indent - limit
    while excess > 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.leastWidth else {
        break
      }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ style: TerminalStyle, _ out: inout [UInt8]) {
    var spaces = Self.indent
    for (cell, width) in zip(cells, widths) {
      let text = DisplayWidth.shortened(cell.text, to: width)
      if !text.isEmpty {
        out += repeatElement(UInt8(ascii: " "), count: spaces)
        out += (cell.paint.map { style.paint(text, $0) } ?? text).utf8
        spaces = 0
      }
      spaces += width - DisplayWidth.of(text) + Self.gap
    }
    out.append(0x0A)
  }
}
