package import Extraction
package import Lexicon
import Segmentation
package import Text

/// Finds the words, phrases and names that characterize texts. Immutable: share one between tasks.
///
/// Words are those of mode `precise` with their parts of speech in the sentence; names are those of extraction and count as one
/// word; several words that come again together are a phrase. Which parts of speech and names count, and how much, stop
/// words, and how frequent words are among articles are tables of `Dictionaries/`.
package struct KeywordEngine: Sendable {
  private let rules: TermRules
  private let tagger: Tagger
  private let segmenter: Segmenter
  private let folding: CharacterFolding
  private let frequencies: DocumentFrequencies

  /// - Parameter frequencies: those of a user's own; nil for the library's.
  package init(lexicon: Lexicon, frequencies: DocumentFrequencies? = nil) {
    rules = TermRules(lexicon: lexicon)
    tagger = Tagger(lexicon: lexicon)
    segmenter = Segmenter(lexicon: lexicon, mode: .precise)
    folding = lexicon.folding
    self.frequencies = frequencies ?? DocumentFrequencies(lexicon: lexicon)
  }

  /// The best keywords of an article, the best first.
  ///
  /// - Parameter entities: what extraction found in the article.
  /// - Complexity: O(*n* log *n*) in the length of the article, the logarithm for sorting only.
  package func keywords(
    of article: Article, in document: Document, entities: [Entity], _ options: KeywordOptions
  ) -> [Keyword] {
    KeywordSelection.best(terms(of: article, in: document, entities: entities, options), limit: options.limit)
  }

  /// All terms of an article with their scores, in the order in which they first stand there.
  package func terms(
    of article: Article, in document: Document, entities: [Entity], _ options: KeywordOptions
  ) -> [Keyword] {
    let reading = read(article, in: document, entities: entities)
    let phrases = options.phrases ? RecurringPhrases(reading.items) : nil
    let counter = TermCounter(reading, in: document, phrases: phrases, frequencies, rules)
    let scores = scores(counter, options.method)
    return zip(counter.terms, scores).map { term, score in
      Keyword(
        text: term.text, score: score, count: term.spans.count, articleCount: 1, spans: term.spans.sorted(),
        kind: term.kind, tag: rules.lexicon.tagName(term.tag), entityType: term.type, key: term.key)
    }
  }

  /// The different words and names of an article, for counting in how many articles each stands.
  package func words(of article: Article, in document: Document, entities: [Entity]) -> Set<String> {
    let reading = read(article, in: document, entities: entities)
    var words: Set<String> = []
    for item in reading.items where item.name >= 0 || item.flags.contains(.inPhrase) || item.weight > 0 {
      words.insert(reading.forms[item.form])
    }
    return words
  }

  private func read(_ article: Article, in document: Document, entities: [Entity]) -> ArticleReading {
    ArticleReading(article, in: document, entities: entities, rules, TaggingReader(tagger, segmenter, folding))
  }

  private func scores(_ counter: TermCounter, _ method: KeywordMethod) -> [Double] {
    let total = max(counter.total, 1)
    switch method {
    case .frequency: return counter.terms.map { $0.weight / total }
    case .tfidf: return counter.terms.map { $0.weight * $0.rarity / total }
    case .textrank: return TermGraph(counter.sequence, count: counter.terms.count).ranks()
    case .blend:
      let ranks = TermGraph(counter.sequence, count: counter.terms.count).ranks()
      return zip(counter.terms, ranks).map { term, rank in (term.weight * term.rarity / total * rank).squareRoot() }
    }
  }
}
