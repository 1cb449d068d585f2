import Foundation

/// Measurements for people, in columns.
enum ResultTable {
  private static let columns = [
    "MB/s", "characters/s", "tokens/s", "instr/char", "peak MB", "rounds", "min ms", "median ms", "max ms",
  ]

  static func text(_ measurements: [Measurement]) -> String {
    let rows = [["stage"] + columns] + measurements.map(row)
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + pad : pad + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func row(_ m: Measurement) -> [String] {
    [
      m.name,
      m.bytes.map { format(Double($0) / m.median / 1e6, 1) } ?? "–",
      m.characters.map { scaled(Double($0) / m.median) } ?? "–",
      m.unit == .tokens ? scaled(Double(m.count) / m.median) : "–",
      m.characters.flatMap { characters in m.instructions.map { format(Double($0) / Double(characters), 0) } } ?? "n/a",
      m.peakMemoryBytes.map { format(Double($0) / 1e6, 1) } ?? "n/a",
      "\(m.seconds.count)",
      format(1000 * (m.seconds.first ?? 0), 2), format(1000 * m.median, 2), format(1000 * (m.seconds.last ?? 0), 2),
    ]
  }

  private static func scaled(_ value: Double) -> String {
    value >= 1e6 ? format(value / 1e6, 1) + " M" : format(value / 1e3, 1) + " k"
  }

  private static func format(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
