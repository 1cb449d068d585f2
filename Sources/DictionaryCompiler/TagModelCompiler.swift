import Lexicon
import Segmentation

/// Lays out `models/pos` as a ``TagModel`` reads it.
struct TagModelCompiler {
  private(set) var wordClasses: [UInt16] = []
  private(set) var classes: [UInt64] = []
  private(set) var candidates: [UInt8] = []
  private(set) var slots: [UInt64] = []
  private(set) var shifts: [UInt16] = []
  private(set) var rows: [Int8] = []
  private(set) var errors: [DictionaryError] = []
  private(set) var warnings: [DictionaryError] = []
  private(set) var featureCount = 0

  static let tableName = "models/pos"
  private static let file = tableName + ".tsv"

  /// - Parameter characters: folds the words of the table as those of the lexicon were folded.
  init(_ sources: DictionarySources, words: WordCollector, coding: CharacterCoding, characters: CharacterTables) {
    let classTags = readClassTags(sources, words)
    guard let table = sources.table(Self.tableName) else { return }
    guard let feature = table.column("feature"), let weights = table.column("weights") else {
      errors.append(DictionaryError(file: Self.file, line: 1, reason: .badHeader("columns: feature, weights")))
      return
    }
    let numbers = Dictionary(
      words.words.enumerated().map { ($1.scalars, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    let names = TagFeatureText.Names(tags: words.tagNames) { text in
      numbers[characters.folded(text)].map(WordID.init(raw:))
    } code: { scalar in
      coding.code(of: scalar.value)
    }
    let news = sources.tables.firstIndex { $0.name == "lexicon/news-counts" }
    let built = TagModelBuilder(
      zip(table.rows, table.lines).map {
        TagModelBuilder.Row(feature: $0[feature], weights: $0[weights], line: Int($1))
      }, names: names, groups: words.words.map { Self.group(of: $0, classTags) },
      isFromNews: { words.words[Int($0.raw)].file == news }
    ) { group in
      Tagger.usualTag(ofGroup: group, tags: words.tagNames)
    }
    for (row, problem) in built.problems { tell(problem, table, row, feature, weights) }
    featureCount = built.featureCount
    (wordClasses, classes, candidates) = (built.wordClasses, built.classes, built.candidates)
    (slots, shifts, rows) = (built.slots, built.shifts, built.rows)
  }

  private mutating func tell(
    _ problem: TagModelBuilder.Problem, _ table: Table, _ row: Int, _ feature: Int, _ weights: Int
  ) {
    let line = row < table.lines.count ? Int(table.lines[row]) : 0
    func error(_ reason: DictionaryError.Reason) -> DictionaryError {
      DictionaryError(file: Self.file, line: line, reason: reason)
    }
    switch problem {
    case .badField(let name):
      let value = table.rows[row][name == "weights" ? weights : feature]
      let expected = name == "weights" ? "tags with numbers (n=12 v=-8)" : "a feature (see models/README.md)"
      errors.append(error(.badField(column: name, value: value, expected: expected)))
    case .neverMatches: warnings.append(error(.neverMatches(table.rows[row][feature])))
    case .tooMany(let what): errors.append(error(.limitExceeded(what)))
    }
  }

  /// `lexicon/class-tags`: the parts of speech of words that stand in tables of classes only.
  private mutating func readClassTags(
    _ sources: DictionarySources, _ words: WordCollector
  ) -> [(id: ClassID, tag: TagID)] {
    guard let table = sources.table(Tagger.classTable), let name = table.column("class"), let tag = table.column("tag")
    else { return [] }
    var found: [(id: ClassID, tag: TagID)] = []
    for (row, line) in zip(table.rows, table.lines) {
      func fail(_ reason: DictionaryError.Reason) {
        errors.append(DictionaryError(file: Tagger.classTable + ".tsv", line: Int(line), reason: reason))
      }
      guard let id = words.classNames.firstIndex(of: row[name]) else {
        fail(.badField(column: "class", value: row[name], expected: "a class of some table"))
        continue
      }
      guard let number = words.tagNames.dropFirst().firstIndex(of: row[tag]) else {
        fail(.unknownTag(row[tag]))
        continue
      }
      found.append((ClassID(raw: UInt8(id)), TagID(raw: UInt8(number))))
    }
    return found
  }

  private static func group(of word: WordCollector.Word, _ classTags: [(id: ClassID, tag: TagID)]) -> UInt16 {
    if word.tag != 0 { return TagSymbol.lexical(TagID(raw: word.tag)) }
    return classTags.first { word.classes.contains($0.id) }.map { TagSymbol.lexical($0.tag) } ?? 0
  }
}
