import Extraction
import Lexicon
import Segmentation
import Text

/// The words and names of an article, one after the other.
struct ArticleReading {
  private(set) var items: [TermItem] = []
  /// Folded words and names: simplified, lower case.
  private(set) var forms = TermForms()
  /// By form of a name: how it is told.
  private(set) var nameTexts: [Int32: String] = [:]
  /// The types of names, by number.
  private(set) var types: [String] = []
  private let rules: TermRules
  private let names: [Entity]
  private var nextName = 0
  /// The end of the name read last: the tokens inside are part of it.
  private var nameEnd = 0
  /// Credits and date lines, in the order of the text: who wrote the article is not what it is about.
  private let credits: [Span]
  private var nextCredit = 0
  /// By place name: the longer name of the same place in this article (云岭 for 云岭市).
  private var longer: [String: String] = [:]

  init(_ article: Article, in document: Document, entities: [Entity], _ rules: TermRules, _ worker: TaggingReader) {
    self.rules = rules
    names = entities.sorted { $0.span < $1.span }
    credits = (article.bylines.map(\.span) + [article.dateline?.span].compactMap { $0 }).sorted()
    findLongerNames()
    for block in article.blocks {
      let isTitle = block.kind == .title || block.kind == .eyebrow || block.kind == .subtitle
      guard isTitle || block.kind.isBody else { continue }
      read(block, isTitle: block.kind == .title, document, worker)
      if let last = items.indices.last { items[last].flags.insert(.sentenceEnd) }
    }
  }

  private mutating func findLongerNames() {
    var places: Set<String> = []
    for name in names where name.category == .place { places.insert(name.text) }
    for place in places where place.count > 2 {
      let short = String(place.dropLast())
      // Of two that are longer (云岭市, 云岭县) neither is meant for certain; the first in order keeps the result the same.
      if places.contains(short) { longer[short] = longer[short].map { min($0, place) } ?? place }
    }
  }

  private mutating func read(_ block: Block, isTitle: Bool, _ document: Document, _ worker: TaggingReader) {
    let text = NormalizedText(utf8: document.utf8, pieces: block.pieces, folding: worker.folding)
    var hint = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      worker.tagging.segment(bytes, 0..<bytes.count) { tokens, tags in
        for (token, tag) in zip(tokens, tags) where !token.isWhiteSpace {
          let span = text.span(token.range, from: &hint)
          add(token, tag, bytes, span, isTitle)
        }
      }
    }
  }

  private mutating func add(
    _ token: Token, _ tag: TagID, _ bytes: UnsafeBufferPointer<UInt8>, _ span: Span, _ isTitle: Bool
  ) {
    addNames(before: span.upper, isTitle)
    if span.lower < nameEnd { return }
    while nextCredit < credits.count, credits[nextCredit].upper <= span.lower { nextCredit += 1 }
    if nextCredit < credits.count, credits[nextCredit].lower <= span.lower { return }
    let word = UnsafeBufferPointer(rebasing: bytes[token.range])
    let length = word.reduce(into: Int32(0)) { count, byte in count += byte & 0xC0 != 0x80 ? 1 : 0 }
    var item = TermItem(form: forms.number(word), span: span, tag: tag, length: length)
    if isTitle { item.flags.insert(.title) }
    if items.last?.span.upper == span.lower { item.flags.insert(.joined) }
    switch token.kind {
    case .punctuation:
      item.flags.insert(.mark)
      if Self.sentenceEnds.contains(forms[item.form]) { item.flags.insert(.sentenceEnd) }
    case .word, .user, .latin:
      if !rules.isStopWord(token.word(in: rules.lexicon)) { classify(&item, token) }
    case .number, .time, .address, .space, .lineBreak, .other: break
    }
    items.append(item)
  }

  private static let sentenceEnds = ["。", "！", "？", "；", "!", "?", ";"]

  private func classify(_ item: inout TermItem, _ token: Token) {
    let rule = rules.tag(item.tag)
    if rule.mayStandInPhrase { item.flags.insert(.inPhrase) }
    if rule.mayEndPhrase { item.flags.insert(.endsPhrase) }
    if rules.isVerb(item.tag) { item.flags.insert(.verb) }
    // What the user named is a term whatever it is called; one character is hardly one.
    item.weight = token.kind == .user ? max(rule.weight, 1) : item.length > 1 ? rule.weight : 0
  }

  /// Adds the names that begin before `end`; a token that a name begins in goes with the name.
  private mutating func addNames(before end: Int, _ isTitle: Bool) {
    while nextName < names.count, names[nextName].span.lower < end {
      let name = names[nextName]
      nextName += 1
      // A post says who someone is, not what the text is about; its words may.
      guard name.category != .title, name.span.lower >= nameEnd else { continue }
      if credits.contains(where: { $0.overlaps(name.span) }) { continue }
      nameEnd = name.span.upper
      let type = name.category.rawValue
      if !types.contains(type) { types.append(type) }
      let text = text(of: name)
      let form = forms.number(rules.folded(text).utf8)
      if nameTexts[form] == nil { nameTexts[form] = text }
      var item = TermItem(form: form, span: name.span, length: Int32(truncatingIfNeeded: text.unicodeScalars.count))
      item.name = Int16(types.firstIndex(of: type) ?? 0)
      item.weight = rules.weight(ofName: type, kind: name.kind)
      if isTitle { item.flags.insert(.title) }
      items.append(item)
    }
  }

  /// What a name is told as: people and places as they are called here, others in full.
  private func text(of name: Entity) -> String {
    switch name.category {
    case .person: name.text
    case .place: longer[name.text] ?? name.text
    default: name.canonical ?? name.text
    }
  }
}

/// What reading one article needs, kept from one to the next.
final class TaggingReader {
  let tagging: TaggingWorker
  let folding: CharacterFolding

  init(_ tagger: Tagger, _ segmenter: Segmenter, _ folding: CharacterFolding) {
    tagging = tagger.makeWorker(segmenter)
    self.folding = folding
  }
}
