import Indexing
import Text

/// Cuts a file into jobs of some articles each, in bounded memory.
struct ArchiveFileReader {
  private let analyzer: Analyzer
  private let opened: OpenedInput
  private let known: KnownArticles
  private let jobSize: Int
  private var windows: WindowReader
  private var upcoming: [UInt8]?
  private var buffer: [UInt8] = []
  private var offset = 0
  private var isFirst = true
  private var isAtEnd = false
  private var pageWarning: InputProblem?
  private var jobs: [ArchiveJob] = []

  /// - Parameter jobSize: how many bytes of articles a job has at least.
  init(_ opened: OpenedInput, known: KnownArticles, analyzer: Analyzer, jobSize: Int) {
    self.opened = opened
    self.known = known
    self.analyzer = analyzer
    self.jobSize = jobSize
    windows = WindowReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.windowSize)
  }

  /// What of the file was broken, once all was read.
  var warning: InputProblem? { pageWarning ?? windows.warning }

  /// The next job, nil at the end.
  mutating func next() throws(InputProblem) -> ArchiveJob? {
    while jobs.isEmpty, !isAtEnd {
      if opened.format == .html { try readPage() } else { try readWindow() }
    }
    return jobs.isEmpty ? nil : jobs.removeFirst()
  }

  private mutating func readPage() throws(InputProblem) {
    let (text, count) = try opened.readAll()
    pageWarning = WindowReader.warning(
      opened.file.name, opened.encoding, count: text.broken.count, first: text.broken.places.first?.input)
    let document = analyzer.document(of: text.utf8, format: .html)
    isAtEnd = true
    cut(document, document.articles, readCount: count)
  }

  private mutating func readWindow() throws(InputProblem) {
    if isFirst, upcoming == nil { upcoming = try windows.next() }
    buffer += upcoming ?? []
    upcoming = try windows.next()
    let document = analyzer.document(of: buffer, format: .plain)
    var articles = document.articles
    var end = buffer.count
    if upcoming == nil {
      isAtEnd = true
    } else if articles.count > 1, let last = articles.popLast() {
      // The last article may go on in the next window: it is read again with it.
      end = buffer[..<last.span.lower].lastIndex(of: 0x0A).map { $0 + 1 } ?? last.span.lower
    } else if buffer.count < Self.longestArticle {
      return
    }
    cut(document, articles, readCount: end)
    buffer.removeSubrange(..<end)
    offset += end
  }

  private mutating func cut(_ document: Document, _ articles: [Article], readCount: Int) {
    var start = 0
    var size = 0
    var left = readCount
    for (index, article) in articles.enumerated() {
      size += article.span.count
      guard size >= jobSize, index < articles.count - 1 else { continue }
      add(document, articles[start...index], isLast: false, readCount: min(size, left))
      left -= min(size, left)
      start = index + 1
      size = 0
    }
    // The last job of a file comes even without articles: it says that there are no more.
    if start < articles.count || isAtEnd { add(document, articles[start...], isLast: isAtEnd, readCount: left) }
  }

  private mutating func add(_ document: Document, _ articles: ArraySlice<Article>, isLast: Bool, readCount: Int) {
    let part = Document(utf8: document.utf8, articles: Array(articles), format: document.format)
    jobs.append(
      .articles(
        .init(
          document: part, name: opened.file.name, offset: offset, isFirst: isFirst, isLast: isLast, known: known,
          readCount: readCount)))
    isFirst = false
  }

  /// Text that is read at once, in bytes: a newspaper page has 20 to 60 thousand.
  private static let windowSize = 256 << 10
  /// A text that shows no end of an article within so many bytes is cut all the same.
  private static let longestArticle = 512 << 10
}
