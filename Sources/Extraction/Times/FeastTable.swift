/// The days of a feast, year by year, kept as the table writes them: few texts ask for one.
struct FeastTable: Sendable {
  private let firstYear: Int
  private let row: [UInt8]

  /// - Parameter row: for each year month and day as `1103`, after `/` the day on which others keep it, `-` for none.
  init(firstYear: Int, row: String) {
    self.firstYear = firstYear
    self.row = Array(row.utf8)
  }

  /// The usual day first; none outside the table.
  ///
  /// - Complexity: the years of the table.
  func days(in year: Int) -> [CalendarDate] {
    let entries = row.split(separator: 0x20)
    guard entries.indices.contains(year - firstYear) else { return [] }
    return entries[year - firstYear].split(separator: 0x2F).compactMap { day in
      Int(String(decoding: day, as: UTF8.self)).flatMap {
        CalendarDate(year: year, month: $0 / 100, day: $0 % 100)
      }
    }
  }
}
