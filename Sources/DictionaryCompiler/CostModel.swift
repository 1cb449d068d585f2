import Lexicon

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The cost of each word on a path, from its counts in the general lexicon and in the news.
///
/// The news corpus is cut by the standard we follow, but small; the general lexicon is large, but cut otherwise. So a
/// word's probability is a mixture of both, where the general lexicon is believed only as far as the news allows: a
/// word that should have been seen in the news many times and was not, is no word by its standard (一个 is 一 and 个).
struct CostModel {
  /// The share of the news in the mixture. A sweep on four texts that are in neither count has F1 of mode `fast` rise up
  /// to 0.95 (news +1.3, the rest +0.2); entities, whose rules were weighed with these costs, lose a little by it.
  var newsWeight = 0.7
  /// How many more times than it was seen in the news a word is believed to stand there.
  var doubt = 0.5

  private let total: Double
  private let newsTotal: Double

  init(_ words: [WordCollector.Word]) {
    total = max(1, words.reduce(0) { $0 + Double($1.count) })
    newsTotal = words.reduce(0) { $0 + Double($1.newsCount) }
  }

  /// ``Trie/noCost`` for what only class tables know.
  func cost(_ word: WordCollector.Word) -> UInt32 {
    guard word.inLexicon else { return UInt32(Trie.noCost) }
    // A count of 0 stands for less than one.
    let general = max(Double(word.count), word.newsCount > 0 ? 0 : 0.5) / total
    guard newsTotal > 0 else { return Self.cost(general) }
    let news = Double(word.newsCount)
    let believed = min(general, (news + doubt) / newsTotal)
    return Self.cost(newsWeight * news / newsTotal + (1 - newsWeight) * believed)
  }

  /// The cost of a character that is no word of the lexicon: that of a word seen less than once.
  var unknownCost: UInt32 { Self.cost(0.05 / max(total, newsTotal)) }

  static func cost(_ probability: Double) -> UInt32 {
    guard probability > 0 else { return Trie.maximumCost }
    return UInt32(min(max(-log(probability) * Trie.costScale, 1), Double(Trie.maximumCost)).rounded())
  }
}
