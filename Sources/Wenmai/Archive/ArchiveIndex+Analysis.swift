import Extraction
public import Indexing
import Lexicon

extension ArchiveIndex {
  /// Makes what was found in some sources all that the archive has of them, in one transaction.
  ///
  /// Articles that are there already, the same to the letter, are left as they are; others are added; what a source no
  /// longer has is removed. Hand in some dozens of sources at a time.
  @discardableResult
  public func update(_ sources: [(name: String, analysis: Analysis)]) async throws(ArchiveError) -> ArchiveChanges {
    try await update(
      sources.map { ($0.name, ArchiveArticle.articles(of: $0.analysis)) }, analysis: .entities(lexicon))
  }
}

extension ArchiveArticle {
  /// The articles of an analysis as an archive takes them in.
  package static func articles(of analysis: Analysis) -> [ArchiveArticle] {
    analysis.articles.map { found in
      var article = ArchiveArticle(found.article, in: analysis.document)
      article.add(found)
      return article
    }
  }

  /// Adds what was found in the article.
  mutating func add(_ found: ArticleAnalysis) {
    facts = ArchiveFacts(found)
    if date == nil { date = found.day }
  }
}

extension ArticleAnalysis {
  /// The day that the dateline names, ISO 8601, where it names the year or one is known.
  fileprivate var day: String? {
    guard let dateline = article.dateline?.date else { return nil }
    let time = times.first { $0.span.lower < dateline.upper && dateline.lower < $0.span.upper }
    guard let from = time?.timeBounds.from, Moment(iso: from) != nil else { return nil }
    return String(from.prefix(10))
  }
}

extension Analyzer {
  /// What this analyzer finds, and with what; it changes with the library, its data and the options.
  var archiveAnalysis: ArchiveAnalysis {
    let plain = Options()
    if options.dictionaries.isEmpty, options.rules.isEmpty, options.threshold == plain.threshold,
      options.rulesOnly == plain.rulesOnly, options.referenceTime == nil
    {
      return .entities(lexicon)
    }
    var hash = ContentHash()
    for file in options.dictionaries + options.rules { hash.add(Array(file.name.utf8) + [0] + file.bytes) }
    hash.add(Array("\(options.threshold) \(options.rulesOnly) \(options.referenceTime.map { "\($0)" } ?? "")".utf8))
    let own = hash.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    return .entities(lexicon, own: own)
  }
}

extension ArchiveAnalysis {
  /// All that we find.
  ///
  /// - Parameter own: what tells the user's words, rules and settings apart.
  fileprivate static func entities(_ lexicon: Lexicon, own: UInt64? = nil) -> ArchiveAnalysis {
    let parts = [
      "entities", BuildInformation.version, "\(BuildInformation.analysisVersion)",
      BuildInformation.hexadecimal(lexicon.sourceHash), own.map(BuildInformation.hexadecimal),
    ]
    return ArchiveAnalysis(name: parts.compactMap(\.self).joined(separator: " "))
  }
}
