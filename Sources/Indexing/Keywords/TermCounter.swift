import Lexicon
import Text

/// A term of an article with what was counted of it.
struct CountedTerm {
  var text: String
  let key: String
  let kind: Keyword.Kind
  let tag: TagID
  let type: String?
  /// The rarity in nats.
  let rarity: Double
  /// Its occurrences, each as often as it counts.
  var weight = 0.0
  var spans: [Span] = []
}

/// Counts the terms of an article: words, phrases and names.
struct TermCounter {
  private(set) var terms: [CountedTerm] = []
  /// The terms in the order of the text, -1 between sentences.
  private(set) var sequence: [Int32] = []
  /// The words and names of the text, each as often as it counts.
  private(set) var total = 0.0
  /// By form: the number of the term, -1 for none.
  private var numbers: [Int32] = []
  /// Those of the article, and of its phrases.
  private var forms: TermForms
  private let reading: ArticleReading
  private let document: Document
  private let frequencies: DocumentFrequencies
  private let rules: TermRules

  /// An occurrence in the headline counts as this many.
  private static let titleWeight = 2.0
  /// A word inside a phrase counts as this much by itself.
  private static let partWeight = 0.5
  /// A phrase is rarer than the rarest of its words; nats.
  private static let phraseRarity = 1.0
  /// What stands in 《》 is a name up to this many characters and words.
  private static let longestWork = (characters: Int32(16), items: 12)

  /// - Complexity: O(*n*) in the number of items, and a look-up for each different term.
  init(
    _ reading: ArticleReading, in document: Document, phrases: RecurringPhrases?, _ frequencies: DocumentFrequencies,
    _ rules: TermRules
  ) {
    self.reading = reading
    forms = reading.forms
    self.document = document
    self.frequencies = frequencies
    self.rules = rules
    let items = reading.items
    var index = 0
    while index < items.count {
      let item = items[index]
      var count = 1
      if let work = workLength(from: index) {
        count = work
        addWork(index + 1..<index + work - 1)
      } else if let phrase = phrases?.phrase(from: index, in: items) {
        count = phrase
        addPhrase(index..<index + phrase)
      } else if item.weight > 0 {
        sequence.append(item.name >= 0 ? addName(item) : addWord(item, share: 1))
      }
      for item in items[index..<index + count] {
        if !item.flags.contains(.mark) { total += weight(of: item) }
        if item.flags.contains(.sentenceEnd) { sequence.append(-1) }
      }
      index += count
    }
  }

  private func weight(of item: TermItem) -> Double { item.flags.contains(.title) ? Self.titleWeight : 1 }

  /// Counts an occurrence of a term that is known.
  private mutating func count(_ form: Int32, _ span: Span, weight: Double) -> Int32 {
    let number = numbers[Int(form)]
    terms[Int(number)].weight += weight
    terms[Int(number)].spans.append(span)
    return number
  }

  private mutating func isNew(_ form: Int32) -> Bool {
    while numbers.count <= Int(form) { numbers.append(-1) }
    return numbers[Int(form)] < 0
  }

  private mutating func add(_ form: Int32, _ term: CountedTerm) {
    numbers[Int(form)] = Int32(truncatingIfNeeded: terms.count)
    terms.append(term)
  }

  private mutating func addWord(_ item: TermItem, share: Double) -> Int32 {
    if isNew(item.form) {
      let key = forms[item.form]
      add(
        item.form,
        CountedTerm(
          text: text(item.span), key: key, kind: .word, tag: item.tag, type: nil, rarity: frequencies.rarity(of: key)))
    }
    return count(item.form, item.span, weight: weight(of: item) * item.weight * share)
  }

  private mutating func addName(_ item: TermItem) -> Int32 {
    if isNew(item.form) {
      let key = forms[item.form]
      add(
        item.form,
        CountedTerm(
          text: reading.nameTexts[item.form] ?? key, key: key, kind: .name, tag: .none,
          type: reading.types[Int(item.name)], rarity: frequencies.rarity(of: key)))
    }
    return count(item.form, item.span, weight: weight(of: item) * item.weight)
  }

  private mutating func addPhrase(_ range: Range<Int>) {
    let items = reading.items[range]
    guard let first = items.first, let last = items.last else { return }
    let key = items.map { forms[$0.form] }.joined()
    let form = forms.number(key.utf8)
    let span = Span(lower: first.span.lower, upper: last.span.upper)
    if isNew(form) {
      let rarest = items.map { frequencies.rarity(of: forms[$0.form]) }.max() ?? 0
      add(
        form,
        CountedTerm(
          text: text(span), key: key, kind: .phrase, tag: last.tag, type: nil,
          rarity: min(rarest + Self.phraseRarity, frequencies.highest)))
    }
    sequence.append(count(form, span, weight: weight(of: first)))
    for item in items where item.weight > 0 { _ = addWord(item, share: Self.partWeight) }
  }

  private mutating func addWork(_ range: Range<Int>) {
    let items = reading.items[range]
    let weight = rules.weight(ofName: TermRules.work, kind: nil)
    guard weight > 0, let first = items.first, let last = items.last else { return }
    // A newspaper in 《》 stays what it is.
    if items.count == 1, first.name >= 0, first.weight == 0 { return }
    let key = items.map { forms[$0.form] }.joined()
    let form = forms.number(key.utf8)
    let span = Span(lower: first.span.lower, upper: last.span.upper)
    if isNew(form) {
      add(
        form,
        CountedTerm(
          text: text(span), key: key, kind: .name, tag: .none, type: TermRules.work, rarity: frequencies.highest))
    }
    sequence.append(count(form, span, weight: self.weight(of: first) * weight))
  }

  /// How many items 《 and what it opens have, if that is the name of a work.
  private func workLength(from start: Int) -> Int? {
    let items = reading.items
    guard items[start].flags.contains(.mark), reading.forms[items[start].form] == "《" else { return nil }
    var characters: Int32 = 0
    for index in items.indices[start...].dropFirst().prefix(Self.longestWork.items + 1) {
      let item = items[index]
      if item.flags.contains(.mark), reading.forms[item.form] == "》" {
        return characters > 1 ? index - start + 1 : nil
      }
      characters += item.length
      if item.flags.contains(.sentenceEnd) || characters > Self.longestWork.characters { return nil }
    }
    return nil
  }

  /// As the text has it, without the line breaks that were read over.
  private func text(_ span: Span) -> String {
    let bytes = document.utf8[span.range]
    guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.trimming(while: \.isWhitespace) }.joined()
  }
}

extension Substring {
  fileprivate func trimming(while predicate: (Character) -> Bool) -> Substring {
    var rest = drop(while: predicate)
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return rest
  }
}
