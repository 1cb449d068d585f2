import Lexicon
import Segmentation

/// The vocabulary of a model before it has weights: which tags words may have, and how features see them.
struct TagModelDraft: Sendable {
  let lexicon: Lexicon
  let names: TagFeatureText.Names
  /// The lines `seen` of the table.
  let seenRows: [TagModelBuilder.Row]
  /// By class.
  let candidates: [[UInt8]]
  let contexts: [UInt16: [UInt8]]
  let groups: [UInt16]
  /// The text of words, and of the codes of characters.
  let texts: [WordID: String]
  let characters: [UInt16: String]
  private let storage: TagModelStorage?

  /// See `TagVocabulary`.
  static let rare = TagModelBuilder.rare

  init(_ lexicon: Lexicon, _ words: TagWords) {
    self.lexicon = lexicon
    let names = TagFeatureText.Names(tags: lexicon.tagNames) {
      lexicon.lookUp($0)
    } code: {
      lexicon.code(of: $0.value)
    }
    let tagger = Tagger(lexicon: lexicon)
    let groups = (0..<UInt32(lexicon.wordCount)).map { number in
      tagger.lexicalTag(of: WordID(raw: number)).map(TagSymbol.lexical) ?? 0
    }
    let text = TagFeatureText(names)
    var rows: [TagModelBuilder.Row] = []
    for (symbol, tags) in words.seen(groups, rare: Self.rare) {
      guard let name = text.symbolText(symbol, { words.texts[$0] }) else { continue }
      let counts = tags.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      rows.append(
        .init(
          feature: "\(TagModelBuilder.seen)|\(name)", weights: text.pairs(counts.map { ($0.key, $0.value) }), line: 0))
    }
    rows.sort { Array($0.feature.utf8).lexicographicallyPrecedes(Array($1.feature.utf8)) }
    let built = Self.build(rows, lexicon, names, groups)
    storage = TagModelStorage(built, tagCount: lexicon.tagNames.count)
    candidates = built.classes.map { entry in
      let first = TagModel.firstCandidate(entry)
      return Array(built.candidates[first..<first + TagModel.candidateCount(entry)])
    }
    contexts = built.contexts
    seenRows = rows
    texts = words.texts
    self.names = names
    self.groups = groups
    characters = Self.characters(lexicon)
  }

  /// The folded characters of the codes that are of one character.
  private static func characters(_ lexicon: Lexicon) -> [UInt16: String] {
    var characters: [UInt16: String] = [:]
    for value in 1..<UInt32(0x10000) where lexicon.fold(value) == value {
      let code = lexicon.code(of: value)
      let isShared = code >= CharacterCode.unlisted && code < CharacterCode.firstSpecial
      if !isShared, let scalar = Unicode.Scalar(value) { characters[code] = String(Character(scalar)) }
    }
    return characters
  }

  static func build(
    _ rows: [TagModelBuilder.Row], _ lexicon: Lexicon, _ names: TagFeatureText.Names, _ groups: [UInt16]
  ) -> TagModelBuilder {
    TagModelBuilder(rows, names: names, groups: groups) {
      lexicon.source(of: $0)?.file == "lexicon/news-counts.tsv"
    } usual: {
      Tagger.usualTag(ofGroup: $0, tags: lexicon.tagNames)
    }
  }

  /// The words of the text as the tagger sees them.
  func examples(_ text: TaggedText, _ words: TagWords) throws(TrainingError) -> [[TagExample]] {
    guard let storage else { throw TrainingError(file: "the training text", line: 0, reason: .empty) }
    let tagger = Tagger(lexicon: lexicon, model: storage)
    var known: [String: TagExample] = [:]
    for (text, entry) in words.entries {
      let unit = tagger.unit(entry.kind, entry.word) { entry.length }
      let unseen = tagger.unit(ofGroup: unit.group == 0 ? TagSymbol.unknown(length: entry.length) : unit.group)
      known[text] = TagExample(
        unit: unit, unseen: unseen, form: entry.form, count: entry.kind == .word ? entry.count : 0, tag: 0)
    }
    return text.sentences.map { sentence in
      zip(sentence.words, sentence.tags).compactMap { word, tag in
        guard var example = known[word] else { return nil }
        example.tag = words.tags[tag]?.raw ?? 0
        return example
      }
    }
  }
}
