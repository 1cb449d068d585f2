package import Extraction
package import Lexicon
import Segmentation
package import Text

/// Finds the words and names that characterize a text: frequent in it, rare elsewhere.
///
/// The score is the term's share of the text times its rarity (TF × IDF; Spärck Jones 1972). Names found by extraction
/// count as one term, under their full form. Stop words (`stopwords.tsv`), single characters, numbers, and
/// parts of speech that say little are left out. Immutable: share one between tasks.
package struct KeywordExtractor: Sendable {
  private let lexicon: Lexicon
  private let segmenter: Segmenter
  private let stopWord: ClassID?
  /// By tag: how much a word of it counts; 0 for what is left out.
  private let tagWeights: [Double]

  /// An occurrence in the headline counts as this many.
  private static let titleWeight = 3.0
  /// A name says more than its parts.
  private static let nameWeight = 1.2

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    segmenter = Segmenter(lexicon: lexicon, mode: .fast)
    stopWord = lexicon.classID(named: "STOPWORD")
    tagWeights = Self.tagWeights(lexicon)
  }

  private static func tagWeights(_ lexicon: Lexicon) -> [Double] {
    lexicon.tagNames.map(weight)
  }

  /// By the tags of `lexicon/tags.tsv`: things before doings; morphemes, function words and numbers say nothing.
  private static func weight(ofTag tag: String) -> Double {
    switch tag {
    // Words whose part of speech is unknown are mostly names of things.
    case "": 1
    // Verbs used as nouns name what an article is about: 就业, 改革.
    case "n", "nr", "ns", "nt", "nz", "nx", "vn", "an", "j": 1
    case "i", "l": 0.7
    case "v": 0.5
    default: 0
    }
  }

  /// One term while it is counted.
  private struct Term {
    var text: String
    var weight = 0.0
    var rarity: Double
    var tag: String
    var entityType: String?
    var spans: [Span] = []
  }

  /// The keywords of articles of a document, the best first; of equal ones the earlier first.
  ///
  /// - Parameters:
  ///   - entities: what extraction found in these articles.
  ///   - limit: how many to return.
  /// - Complexity: O(*n*) in the length of the articles, O(*k* log *k*) in the number of different words.
  package func keywords(
    of articles: [Article], in document: Document, entities: [Entity], limit: Int
  ) -> [Keyword] {
    let worker = segmenter.makeWorker()
    var counting = Counting(names: entities.sorted { $0.span < $1.span })
    for article in articles {
      for block in article.blocks where block.kind == .title || block.kind.isBody {
        let text = NormalizedText(utf8: document.utf8, pieces: block.pieces, folding: lexicon.folding)
        let weight = block.kind == .title ? Self.titleWeight : 1
        add(worker, text, weight: weight, to: &counting)
      }
    }
    return counting.keywords(limit: limit)
  }

  private struct Counting {
    let names: [Entity]
    var nextName = 0
    /// The end of the name counted last: the tokens inside are part of it.
    var nameEnd = 0
    var total = 0.0
    var index: [String: Int] = [:]
    var terms: [Term] = []

    init(names: [Entity]) { self.names = names }

    mutating func add(_ key: String, _ span: Span, weight: Double, make: () -> Term) {
      let position: Int
      if let known = index[key] {
        position = known
      } else {
        position = terms.count
        index[key] = position
        terms.append(make())
      }
      terms[position].weight += weight
      terms[position].spans.append(span)
    }

    func keywords(limit: Int) -> [Keyword] {
      let total = max(total, 1)
      let scored = terms.enumerated().map { (order: $0.offset, score: $0.element.weight * $0.element.rarity / total) }
      let best = scored.sorted { ($1.score, $0.order) < ($0.score, $1.order) }
      return best.prefix(max(0, limit)).map { order, score in
        let term = terms[order]
        return Keyword(text: term.text, score: score, spans: term.spans, tag: term.tag, entityType: term.entityType)
      }
    }
  }

  private func add(_ worker: SegmentationWorker, _ text: NormalizedText, weight: Double, to counting: inout Counting) {
    var hint = 0
    for token in worker.tokens(in: text.bytes) where token.kind != .space && token.kind != .lineBreak {
      let span = text.span(token.range, from: &hint)
      if token.kind != .punctuation { counting.total += weight }
      addName(before: span.upper, weight: weight, to: &counting)
      if span.lower < counting.nameEnd { continue }
      addWord(token, text, span, weight: weight, to: &counting)
    }
  }

  /// Counts the names that begin before `end`; a token that a name begins in goes with the name.
  private func addName(before end: Int, weight: Double, to counting: inout Counting) {
    while counting.nextName < counting.names.count, counting.names[counting.nextName].span.lower < end {
      let name = counting.names[counting.nextName]
      counting.nextName += 1
      // A post says who someone is, not what the text is about; its words may.
      guard name.category != .title, name.span.lower >= counting.nameEnd else { continue }
      counting.nameEnd = name.span.upper
      let text = name.canonical ?? name.text
      counting.add(text, name.span, weight: weight * Self.nameWeight) {
        let rarity = WordRarity.nats(lexicon.lookUp(text), in: lexicon)
        // People keep the characters of their names; organizations are known by their full ones.
        let shown = name.category == .person ? name.text : text
        return Term(text: shown, rarity: rarity, tag: "", entityType: name.category.rawValue)
      }
    }
  }

  private func addWord(
    _ token: Token, _ text: NormalizedText, _ span: Span, weight: Double, to counting: inout Counting
  ) {
    let word = token.word(in: lexicon)
    var tagWeight = 1.0
    switch token.kind {
    case .word:
      // What is in no word of two characters is hardly a term of its own.
      guard token.range.count > 4, let word else { return }
      let tag = Int(lexicon.tag(of: word).raw)
      tagWeight = tag < tagWeights.count ? tagWeights[tag] : 0
    case .user: break
    case .latin: guard token.range.count > 1 else { return }
    case .number, .time, .address, .punctuation, .space, .lineBreak, .other: return
    }
    guard tagWeight > 0 else { return }
    if let word, let stopWord, lexicon.classes(of: word).contains(stopWord) { return }
    let folded = String(decoding: text.bytes[token.range], as: UTF8.self)
    counting.add(folded, span, weight: weight * tagWeight) {
      Term(
        text: text.text(token.range), rarity: WordRarity.nats(word, in: lexicon),
        tag: word.map { lexicon.tagName(of: $0) } ?? "", entityType: nil)
    }
  }
}
