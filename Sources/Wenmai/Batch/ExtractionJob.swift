import Extraction
import Text

/// What one thread does in one go.
enum ExtractionJob: Sendable {
  case articles(Articles)
  case records(LineBatchReader.Batch, name: String)
  /// Nothing to do, but to be told in its turn.
  case problem(InputProblem)

  /// Some articles of a document.
  struct Articles: Sendable {
    let document: Document
    let name: String
    /// The number of the first one in its file, from 1.
    let firstNumber: Int
    let positions: Positions
    let readCount: Int
  }
}

/// Cuts documents, the parts of one file, into jobs; numbers the articles through.
struct ArticleReader {
  private let name: String
  private let unit: OffsetUnit
  private let hasLines: Bool
  private var origin = InputPlace()
  private var number = 1

  init(name: String, unit: OffsetUnit, hasLines: Bool) {
    self.name = name
    self.unit = unit
    self.hasLines = hasLines
  }

  /// - Parameter readCount: the bytes of input that all the jobs stand for together.
  mutating func jobs(_ document: Document, articles: [Article], readCount: Int) -> [ExtractionJob] {
    guard !articles.isEmpty else { return [] }
    let positions = Positions(utf8: document.utf8, origin: origin, unit: unit, hasLines: hasLines)
    var jobs: [ExtractionJob] = []
    var start = 0
    var size = 0
    var left = readCount
    for (index, article) in articles.enumerated() {
      size += article.span.count
      let isLast = index == articles.count - 1
      guard isLast || size >= Self.jobSize else { continue }
      let part = Document(utf8: document.utf8, articles: Array(articles[start...index]), format: document.format)
      let share = isLast ? left : min(size, left)
      left -= share
      jobs.append(
        .articles(
          .init(document: part, name: name, firstNumber: number, positions: positions, readCount: share)))
      number += index + 1 - start
      start = index + 1
      size = 0
    }
    return jobs
  }

  /// Moves on: the next document begins after `text`.
  mutating func advance(over text: UnsafeBufferPointer<UInt8>) {
    origin = origin.advanced(over: text, unit: unit)
  }

  /// Bytes of articles that are worth handing over to another thread: some milliseconds of work.
  private static let jobSize = 32 << 10
}
