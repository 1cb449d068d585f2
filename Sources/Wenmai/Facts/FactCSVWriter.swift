import Extraction
import Indexing

/// Facts as comma-separated values (RFC 4180): a header, then a row a fact, lines ended by CR LF.
///
/// Several kinds share one table; the columns that a kind has not are empty.
struct FactCSVWriter: ResultWriter {
  let kinds: [FactKind]
  let hasMark: Bool
  private let columns: [FactKind.Column]
  /// By kind: the place of each of its columns among all.
  private let places: [FactKind: [Int]]

  init(kinds: [FactKind], hasMark: Bool) {
    self.kinds = kinds
    self.hasMark = hasMark
    let columns = FactKind.columns(of: kinds)
    self.columns = columns
    let names = columns.map { "\($0.name)" }
    places = Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (kind, kind.columns.compactMap { names.firstIndex(of: "\($0.name)") })
      })
  }

  var head: [UInt8] {
    var out: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    let names = ["fact"] + (FactKind.places + columns).map { "\($0.name)" }
    out += names.joined(separator: ",").utf8
    out += [0x0D, 0x0A]
    return out
  }

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    let facts = ArticleFacts(report, kinds: kinds)
    for row in facts.rows {
      out += row.kind.singular.utf8
      for cell in [
        FactCell.text(facts.name), FactCell(facts.title), .integer(row.sentence), .integer(row.start),
        .integer(row.end), .text(row.place), .text(row.text),
      ] { Self.add(cell, &out) }
      var cells = [FactCell](repeating: .null, count: columns.count)
      for (place, value) in zip(places[row.kind] ?? [], row.values) { cells[place] = value }
      for cell in cells { Self.add(cell, &out) }
      out += [0x0D, 0x0A]
    }
  }

  private static func add(_ cell: FactCell, _ out: inout [UInt8]) {
    out.append(UInt8(ascii: ","))
    CSVField.append(cell.description, to: &out)
  }
}
