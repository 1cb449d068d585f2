import Wenmai

/// Text read as a web page, whatever it looks like.
struct PageTarget: FuzzTarget {
  static let name = "page"
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer() }

  func run(_ input: [UInt8]) {
    let text = Array(String(decoding: input, as: UTF8.self).utf8)
    var worker = analyzer.makeWorker()
    check(worker.analyze(analyzer.document(of: text, format: .html)))
  }
}
