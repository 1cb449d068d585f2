import Extraction

extension HTMLWriter {
  /// What is counted, of whom, when, and how it compares.
  func measurements(_ report: ArticleReport, _ out: inout [UInt8]) {
    guard !report.analysis.measurements.isEmpty else { return }
    out += "<h4>数据</h4>\n<table>\n".utf8
    for found in report.analysis.measurements {
      let thing = found.thing
      row(
        [
          found.subject.text, found.quantity.text, found.comparison?.description ?? "",
          thing.map { $0.entity?.canonical ?? $0.text } ?? "", found.time?.text ?? "",
        ],
        classes: [
          "words", Self.className(.quantity), "value",
          Self.className(thing?.entity.map { ResultMark($0.category) } ?? .other), Self.className(.time),
        ], &out)
    }
    out += "</table>\n".utf8
  }
}
