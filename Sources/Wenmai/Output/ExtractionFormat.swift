package import Text

/// The formats in which results of extraction are written.
package enum ExtractionFormat: String, CaseIterable, Sendable {
  case table, jsonl, html, text

  func writer(_ options: OutputOptions) -> any ResultWriter {
    switch self {
    case .table: TableWriter(style: options.style, width: options.width, includesNested: options.includesNested)
    case .jsonl: JSONLinesWriter(includesNested: options.includesNested)
    case .html: HTMLWriter()
    case .text: MarkedTextWriter(style: options.style)
    }
  }
}

/// How results are written.
package struct OutputOptions: Sendable {
  /// What positions count.
  package var offsets = OffsetUnit.scalar
  /// Whether results inside results are listed.
  package var includesNested = false
  package var style = TerminalStyle(isEnabled: false)
  /// The columns of the terminal; nil to shorten nothing.
  package var width: Int?

  package init() {}
}
