import Lexicon

/// The classes that a user's dictionary names: those of the tables, and new ones for the user's own rules.
struct UserClasses {
  /// Those that no table has, by number behind the tables'.
  private(set) var names: [String]
  /// Those that this dictionary was the first to name.
  private(set) var new: [UserDictionary.NewClass] = []
  private let lexicon: Lexicon
  private let tableCount: Int

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    names = lexicon.user?.classNames ?? []
    tableCount = lexicon.classNames.count - names.count
  }

  /// The number of the class of that name, which is made if need be.
  ///
  /// - Throws: why there cannot be one.
  mutating func id(of name: String, source: WordSource) throws(DictionaryError.Reason) -> ClassID {
    if let id = lexicon.classID(named: name) { return id }
    if let index = names.firstIndex(of: name) { return ClassID(raw: UInt8(tableCount + index)) }
    guard Self.isName(name) else { throw .badClassName(name) }
    let count = tableCount + names.count + 1
    guard count <= ClassSet.maximumCount else {
      throw .tooManyClasses(found: count, limit: ClassSet.maximumCount)
    }
    names.append(name)
    new.append(UserDictionary.NewClass(name: name, source: source))
    return ClassID(raw: UInt8(count - 1))
  }

  /// Whether rules can name the class: upper-case letters, digits, hyphens and dots, and no word of their language.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isUpper(first), !reserved.contains(name), !name.hasPrefix("WORD.") else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      isUpper(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// What the rule language takes for something else (`Dictionaries/rules/README.md`).
  private static let reserved: Set<String> = ["HAN", "LETTER", "DIGIT", "PUNCT", "SPACE", "ANY", "WORD"]
}
