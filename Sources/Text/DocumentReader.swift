/// Reads decoded text into a ``Document``: tells its articles apart and joins lines that are broken inside a sentence.
///
/// Made once and shared; reading changes nothing in it. Never fails, whatever the text.
public struct DocumentReader: Sendable {
  public let options: Options
  package let cues: ArticleCues
  package let words: (any WordKnowledge)?

  public struct Options: Sendable {
    /// Whether a text may hold more than one article. A record of JSON Lines holds one.
    public var articles: Articles
    /// Whether broken lines are joined; otherwise each line of plain text is a block.
    public var reflow: Bool

    public enum Articles: Sendable { case several, one }

    public init(articles: Articles = .several, reflow: Bool = true) {
      self.articles = articles
      self.reflow = reflow
    }
  }

  /// - Parameters:
  ///   - cues: the words by which credits and datelines are known; without them the shape of the lines decides.
  ///   - words: a lexicon, asked whether a word stands across a line break.
  public init(cues: ArticleCues, words: (any WordKnowledge)? = nil, options: Options = Options()) {
    self.cues = cues
    self.words = words
    self.options = options
  }

  /// Reads `utf8`, which is valid UTF-8.
  ///
  /// - Complexity: O(n), for any text.
  public func read(_ utf8: [UInt8], format: Document.Format = .plain) -> Document {
    switch format {
    case .plain: Document(utf8: utf8, articles: plainArticles(utf8), format: .plain)
    case .html: Document(utf8: utf8, articles: HTMLReader(cues: cues).article(utf8).map { [$0] } ?? [], format: .html)
    }
  }

  private func plainArticles(_ utf8: [UInt8]) -> [Article] {
    let lines = LineReader.lines(of: utf8, in: utf8.indices)
    guard !lines.isEmpty else { return [] }
    let page = LineClassifier.classify(lines, of: utf8, cues: cues)
    let joiner = LineJoiner(page, range: lines.indices, bytes: utf8, words: options.reflow ? words : nil)
    var parts = ArticleSplitter.split(page, joiner: joiner)
    if options.articles == .one, parts.count > 1 {
      parts = [ArticleSplitter.Part(lines: lines.indices, headCount: parts[0].headCount)]
    }
    return parts.map { part in
      ArticleBuilder.article(
        part, of: page, bytes: utf8, words: words, reflow: options.reflow, isCut: joiner.isCut)
    }
  }
}
