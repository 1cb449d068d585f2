import Lexicon
import Segmentation
import Text

/// Gathers the places of a word, article after article.
struct ConcordanceCollector {
  private let limit: Int
  private let width: Int
  private let order: Concordance.Order
  private let segmentation: SegmentationWorker
  private var lines: [(line: Concordance.Line, key: [UInt8])] = []
  private var left: [String: Int] = [:]
  private var right: [String: Int] = [:]
  private var count = 0
  private var articleCount = 0

  /// Sorting needs all lines; of more than so many the last ones are left out now and then.
  private static let keptLines = 20_000

  init(lexicon: Lexicon, limit: Int, width: Int, order: Concordance.Order) {
    self.limit = max(0, limit)
    self.width = max(0, width)
    self.order = order
    segmentation = Segmenter(lexicon: lexicon, mode: .fast).makeWorker()
  }

  /// - Parameter start: where the article begins in its source.
  mutating func add(_ ranges: [Range<Int>], of body: ArchiveBody, source: String, start: Int) {
    if ranges.isEmpty { return }
    articleCount += 1
    var line = 0..<0
    var words: [Range<Int>] = []
    for range in ranges {
      if range.lowerBound >= line.upperBound {
        line = Self.line(around: range, in: body.text)
        words = segmentation.tokens(in: Array(body.text[line])).filter { !$0.isPart && $0.kind.isWord }.map {
          line.lowerBound + $0.range.lowerBound..<line.lowerBound + $0.range.upperBound
        }
      }
      add(range, line, words, body, source, start)
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ line: Range<Int>, _ words: [Range<Int>], _ body: ArchiveBody, _ source: String, _ start: Int
  ) {
    count += 1
    func text(_ range: Range<Int>) -> String { String(decoding: body.text[range], as: UTF8.self) }
    // Of a word that the match begins or ends in, the part outside it; a comma between is no neighbour.
    let before = words[..<words.firstPlace { $0.lowerBound >= range.lowerBound }].last.flatMap {
      $0.upperBound < range.lowerBound ? nil : text($0.lowerBound..<range.lowerBound)
    }
    let after = words[words.firstPlace { $0.upperBound > range.upperBound }...].first.flatMap {
      $0.lowerBound > range.upperBound ? nil : text(range.upperBound..<$0.upperBound)
    }
    if let before { left[before, default: 0] += 1 }
    if let after { right[after, default: 0] += 1 }
    if order == .none && lines.count >= limit { return }
    let original = body.original(range)
    let leftText = String(text(line.lowerBound..<range.lowerBound).suffix(width))
    let rightText = String(text(range.upperBound..<line.upperBound).prefix(width))
    let key: [UInt8] =
      switch order {
      case .none: []
      case .left: Array(String(leftText.reversed()).utf8)
      case .right: Array(rightText.utf8)
      }
    lines.append(
      (
        Concordance.Line(
          source: source, span: Span(lower: start + original.lowerBound, upper: start + original.upperBound),
          left: leftText, match: text(range), right: rightText, leftWord: before, rightWord: after), key
      ))
    if order != .none, lines.count >= 2 * max(limit, Self.keptLines) { sort(keeping: max(limit, Self.keptLines)) }
  }

  private mutating func sort(keeping count: Int) {
    // Equal ones stay in the order of the archive.
    let sorted = lines.enumerated().sorted { a, b in
      if a.element.key == b.element.key { return a.offset < b.offset }
      return a.element.key.lexicographicallyPrecedes(b.element.key)
    }
    lines = sorted.prefix(count).map(\.element)
  }

  var result: Concordance {
    var sorted = self
    if order != .none { sorted.sort(keeping: limit) }
    return Concordance(
      count: count, articleCount: articleCount, lines: sorted.lines.prefix(limit).map(\.line),
      leftNeighbors: Self.neighbors(left), rightNeighbors: Self.neighbors(right))
  }

  private static func neighbors(_ counts: [String: Int]) -> [Concordance.Neighbor] {
    counts.map { Concordance.Neighbor(word: $0.key, count: $0.value) }.sorted {
      ($0.count, $1.word) > ($1.count, $0.word)
    }
  }

  private static func line(around range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let lower = text[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return lower..<(text[range.upperBound...].firstIndex(of: 0x0A) ?? text.count)
  }
}

extension TokenKind {
  /// Whether a neighbour is worth naming: no punctuation, no space.
  fileprivate var isWord: Bool {
    switch self {
    case .space, .lineBreak, .punctuation: false
    default: true
    }
  }
}

extension Array<Range<Int>> {
  /// The first index whose range, and all behind it, satisfy `condition`.
  fileprivate func firstPlace(where condition: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
