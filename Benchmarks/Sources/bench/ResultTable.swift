import Foundation

/// Measurements for people, in columns; what could not be measured is a dash.
struct ResultTable {
  private let rows: [[String]]

  init(_ measurements: [Measurement]) {
    let columns = [
      "stage", "MB/s", "chars/s", "tokens/s", "instr/char", "\(Threads.count) threads MB/s", "warm ms", "cold ms",
      "peak MB",
      "min ms", "median ms", "max ms",
    ]
    rows = [columns] + measurements.map(Self.row)
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + pad : pad + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  var markdown: String {
    let rule = "|---|" + String(repeating: "---:|", count: rows[0].count - 1)
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  private static func row(_ m: Measurement) -> [String] {
    [
      m.name,
      rate(Double(m.bytes) / m.median / 1e6),
      scaled(Double(m.characters) / m.median),
      m.unit == .tokens ? scaled(Double(m.count) / m.median) : "–",
      m.instructionsPerCharacter.map { format($0, 0) } ?? "–",
      m.threaded.map { rate(Double(m.bytes) / $0.seconds / 1e6) } ?? "–",
      format(1000 * m.warmStart, 1), format(1000 * m.coldStart, 1),
      m.peakMemoryBytes.map { format(Double($0) / 1e6, 1) } ?? "–",
      format(1000 * (m.seconds.first ?? 0), 2), format(1000 * m.median, 2), format(1000 * (m.seconds.last ?? 0), 2),
    ]
  }

  private static func rate(_ value: Double) -> String { format(value, value < 20 ? 1 : 0) }

  private static func scaled(_ value: Double) -> String {
    value >= 1e6 ? format(value / 1e6, 1) + " M" : format(value / 1e3, 0) + " k"
  }

  private static func format(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
