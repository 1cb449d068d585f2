import Lexicon

/// Gathers the words of all tables: counts and tags from the lexicon, classes and records from the rest.
struct WordCollector {
  struct Word {
    var scalars: [UInt32]
    /// In the general lexicon, and in the news; 0 if it is not there.
    var count = 0
    var newsCount = 0
    var inLexicon = false
    var tag: UInt8 = 0
    var classes = ClassSet()
    var file: Int
    var line: Int32
  }

  struct Record: Comparable, Hashable {
    var word: Int
    var table: Int
    var row: Int
    static func < (a: Record, b: Record) -> Bool { (a.word, a.table, a.row) < (b.word, b.table, b.row) }
  }

  private(set) var words: [Word] = []
  private(set) var records: [Record] = []
  private(set) var classNames: [String] = []
  private(set) var tagNames: [String] = [""]
  private(set) var errors: [DictionaryError] = []
  private(set) var warnings: [DictionaryError] = []
  private var index: [[UInt32]: Int] = [:]
  private let characters: CharacterTables
  private let sources: DictionarySources

  /// Words longer than this are refused; segmentation looks no further ahead.
  static let maximumLength = 60

  init(_ sources: DictionarySources, characters: CharacterTables) {
    self.sources = sources
    self.characters = characters
    index.reserveCapacity(500_000)
    readTags()
    readLexicon("lexicon/words", news: false)
    readLexicon("lexicon/news-counts", news: true)
    readClasses()
  }

  private mutating func readTags() {
    guard let table = sources.table("lexicon/tags") else { return }
    tagNames += table.rows.map { $0[0] }
    if tagNames.count > 255 {
      errors.append(DictionaryError(file: "lexicon/tags.tsv", line: 0, reason: .limitExceeded("255 tags")))
    }
  }

  private mutating func readLexicon(_ name: String, news: Bool) {
    guard let file = sources.tables.firstIndex(where: { $0.name == name }) else { return }
    let table = sources.tables[file]
    let tags = Dictionary(
      tagNames.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    guard let count = table.column("count"), let tag = table.column("tag") else {
      errors.append(DictionaryError(file: name + ".tsv", line: 1, reason: .badHeader("columns: word, count, tag")))
      return
    }
    for (row, line) in zip(table.rows, table.lines) {
      guard let tagNumber = tags[row[tag].lowercased()] else {
        errors.append(DictionaryError(file: name + ".tsv", line: Int(line), reason: .unknownTag(row[tag])))
        continue
      }
      guard let at = word(row[0], file: file, line: line) else { continue }
      let number = max(0, Int(row[count]) ?? 0)
      words[at].inLexicon = true
      if news {
        words[at].newsCount += number
        // The news corpus was tagged by hand; the general lexicon's tag stands where the news hardly knows the word.
        if number >= 3 || words[at].tag == 0 { words[at].tag = UInt8(truncatingIfNeeded: tagNumber) }
      } else {
        words[at].count += number
        words[at].tag = UInt8(truncatingIfNeeded: tagNumber)
      }
    }
  }

  private mutating func readClasses() {
    classNames = Self.classNames(of: sources.tables)
    if classNames.count > ClassSet.maximumCount {
      let reason = DictionaryError.Reason.tooManyClasses(found: classNames.count, limit: ClassSet.maximumCount)
      errors.append(DictionaryError(file: "Dictionaries", line: 0, reason: reason))
      return
    }
    let ids = Dictionary(
      classNames.enumerated().map { ($1, ClassID(raw: UInt8($0))) }, uniquingKeysWith: { first, _ in first })
    let kept = sources.tables.indices.filter { !LexiconWriter.compiledAway.contains(sources.tables[$0].name) }
    for (number, file) in kept.enumerated() {
      let table = sources.tables[file]
      var seen: Set<Record> = []
      for rule in table.classes {
        let by = rule.by.flatMap(table.column)
        for (row, fields) in table.rows.enumerated() {
          var set = ClassSet(ids[rule.name].map { [$0] } ?? [])
          if let by, let id = ids["\(rule.name).\(fields[by])"] { set.insert(id) }
          for value in Self.values(rule, fields, table) {
            guard let at = word(value, file: file, line: table.lines[row]) else { continue }
            words[at].classes = words[at].classes.union(set)
            let record = Record(word: at, table: number, row: row)
            if seen.insert(record).inserted { records.append(record) }
          }
        }
      }
    }
    records.sort()
  }

  /// Every class that tables name, with those of `by`, ascending.
  static func classNames(of tables: [Table]) -> [String] {
    var names: Set<String> = []
    for table in tables {
      for rule in table.classes {
        names.insert(rule.name)
        if let by = rule.by.flatMap(table.column), case .enumeration(let kinds) = table.columns[by].type {
          names.formUnion(kinds.map { "\(rule.name).\($0)" })
        }
      }
    }
    return names.sorted()
  }

  static func values(_ rule: Table.ClassRule, _ fields: [String], _ table: Table) -> [String] {
    rule.columns.compactMap(table.column).flatMap { column -> [String] in
      if fields[column].isEmpty { return [] }
      guard case .list = table.columns[column].type else { return [fields[column]] }
      return fields[column].split(separator: "|").map(String.init)
    }
  }

  /// The index of the word of that text, made if need be; nil if it can never match, which is reported.
  private mutating func word(_ text: String, file: Int, line: Int32) -> Int? {
    let scalars = characters.folded(text)
    if let at = index[scalars] { return at }
    let reason: DictionaryError.Reason
    if scalars.isEmpty {
      reason = .neverMatches(text)
    } else if scalars.count > Self.maximumLength {
      reason = .tooLong(text, limit: Self.maximumLength)
    } else {
      index[scalars] = words.count
      words.append(Word(scalars: scalars, file: file, line: line))
      return words.count - 1
    }
    errors.append(DictionaryError(file: sources.tables[file].name + ".tsv", line: Int(line), reason: reason))
    return nil
  }
}
