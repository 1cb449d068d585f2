/// The formats in which facts are exported as bytes; SQLite has ``FactDatabaseBatch``.
package enum FactFormat: Sendable {
  case table
  /// RFC 4180; with a byte order mark for spreadsheet programs that take UTF-8 for something else without it.
  case csv(byteOrderMark: Bool)
  case jsonl

  package func writer(_ kinds: [FactKind], _ output: OutputOptions) -> any ResultWriter {
    switch self {
    case .table: FactTableWriter(kinds: kinds, style: output.style, width: output.width)
    case .csv(let mark): FactCSVWriter(kinds: kinds, hasMark: mark)
    case .jsonl: FactJSONWriter(kinds: kinds)
    }
  }
}
