import Lexicon

/// Reads a ``UserDictionary`` line by line.
struct UserDictionaryParser {
  let file: String
  let lexicon: Lexicon
  var entries: [UserLayer.Entry] = []
  var errors: [DictionaryError] = []
  var warnings: [DictionaryError] = []
  var classes: UserClasses
  private var firstLines: [[UInt32]: Int] = [:]

  init(file: String, lexicon: Lexicon) {
    self.file = file
    self.lexicon = lexicon
    classes = UserClasses(lexicon)
  }

  mutating func read(_ bytes: [UInt8]) {
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) {
      warn(1, .byteOrderMark)
      body = body.dropFirst(3)
    }
    if body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF]) {
      // UTF-16: one error says more than one for each line.
      errors.append(DictionaryError(file: file, line: 0, reason: .notUTF8(byteOffset: 0)))
      return
    }
    let isTabbed = body.contains(0x09)
    var sawReturn = false
    var number = 0
    for raw in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = raw
      if line.last == 0x0D {
        line = line.dropLast()
        if !sawReturn { warn(number, .carriageReturn) }
        sawReturn = true
      }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) || line.starts(with: [0x23, 0x20]) { continue }
      guard let text = String(validating: line, as: UTF8.self) else {
        errors.append(DictionaryError(file: file, line: number, reason: .notUTF8(byteOffset: line.startIndex)))
        continue
      }
      if isTabbed { readTabbed(text, number) } else { readSpaced(text, number) }
    }
  }

  private mutating func warn(_ line: Int, _ reason: DictionaryError.Reason) {
    warnings.append(DictionaryError(file: file, line: line, reason: reason))
  }

  private mutating func fail(_ line: Int, _ reason: DictionaryError.Reason) {
    errors.append(DictionaryError(file: file, line: line, reason: reason))
  }

  private mutating func readTabbed(_ text: String, _ line: Int) {
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count <= 4 else { return fail(line, .fieldCount(expected: 4, found: fields.count)) }
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    var cost: UInt32 = 0
    switch field(3) {
    case "", "force": break
    case "prefer": cost = UserWordCost.preferred
    default: return fail(line, .badField(column: "how", value: field(3), expected: "'force' or 'prefer'"))
    }
    add(field(0), class: field(1), tag: field(2), cost: cost, line)
  }

  private mutating func readSpaced(_ text: String, _ line: Int) {
    let fields = text.split(separator: " ").map(String.init)
    guard fields.count <= 3, let word = fields.first else {
      return fail(line, .fieldCount(expected: 3, found: fields.count))
    }
    var rest = fields.dropFirst()
    var cost: UInt32 = 0
    if let frequency = rest.first.flatMap({ Int($0) }) {
      rest = rest.dropFirst()
      cost = UserWordCost.ofJieba(frequency: frequency)
    }
    guard rest.count <= 1 else {
      return fail(line, .badField(column: "frequency", value: fields[1], expected: "a whole number"))
    }
    // jieba's own tags are finer than ours in places: nrt, nrfg, eng.
    let tag = rest.first ?? ""
    add(word, class: "", tag: Self.jiebaTags[tag] ?? tag, cost: cost, line)
  }

  private static let jiebaTags = [
    "nrt": "nr", "nrfg": "nr", "eng": "nx", "uj": "u", "ul": "u", "uz": "u", "ud": "u", "ug": "u", "uv": "u",
    "df": "d", "zg": "z", "rr": "r", "rz": "r", "mq": "m", "vq": "v", "vi": "v",
  ]

  private mutating func add(_ word: String, class name: String, tag: String, cost: UInt32, _ line: Int) {
    let scalars = word.unicodeScalars.map { lexicon.fold($0.value) }
      .filter { !lexicon.characterClass(of: $0).isAttached }
    let isBlank = scalars.allSatisfy { [.space, .break].contains(lexicon.characterClass(of: $0)) }
    if isBlank { return fail(line, .neverMatches(word)) }
    if scalars.count > Self.maximumLength { return fail(line, .tooLong(word, limit: Self.maximumLength)) }
    let source = WordSource(file: file, line: line)
    var set = ClassSet()
    if !name.isEmpty {
      do throws(DictionaryError.Reason) {
        set.insert(try classes.id(of: name, source: source))
      } catch {
        return fail(line, error)
      }
    }
    var tagID = TagID.none
    if !tag.isEmpty {
      guard let known = lexicon.tagID(named: tag) else { return fail(line, .unknownTag(tag)) }
      tagID = known
    }
    if let first = firstLines[scalars] {
      warn(line, .duplicateKey(word, firstLine: first))
    } else {
      firstLines[scalars] = line
    }
    entries.append(UserLayer.Entry(scalars: scalars, classes: set, tag: tagID, source: source, cost: cost))
  }

  /// As long as what segmentation looks ahead.
  private static let maximumLength = WordCollector.maximumLength
}
