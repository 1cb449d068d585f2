import Lexicon

/// The classes and parts of speech that make spans worth weighing.
struct SpanVocabulary: Sendable {
  /// The classes that speak for each clue.
  private let classes: [(clue: SpanClues, classes: ClassSet)]
  /// All of those.
  let speakingClasses: ClassSet
  private let lexicon: Lexicon
  private let words: WordTable
  /// By number of a set of classes.
  private let cluesOfSet: Table<SpanClues>
  /// By tag: the types of an entry that has it as its part of speech.
  private let typesOfTag: Table<SpanClues>
  /// By tag, as the model sees it: whether a word of the best path may be a name of any type.
  let mayBeName: Table<Bool>
  /// By tag: what the model sees of it, 0 for the names of the lexicon. The lexicon knows names of the corpora that it was
  /// counted in, and would be trusted too much.
  let visibleTags: Table<UInt16>

  private static let nameTags: [(tag: String, type: EntityType?)] = [
    ("nr", .person), ("nt", .organization), ("ns", .place), ("nz", nil), ("nx", nil),
  ]
  private static let otherTags = ["n", "j", "a", "v", "vn"]

  init(lexicon: Lexicon) {
    func classes(_ names: String...) -> ClassSet { ClassSet(names.compactMap { lexicon.classID(named: $0) }) }
    self.lexicon = lexicon
    words = lexicon.wordTable
    let speaking: [(SpanClues, ClassSet)] = [
      (.place, classes("PLACE", "COUNTRY", "LANDMARK", "COUNTRY-ABBREVIATION", "PLACE-ABBREVIATION")),
      (.organization, classes("ORG", "ORG-SHORT", "ORG-AMBIGUOUS")),
      (.person, classes("PERSON", "FOREIGN-NAME")),
      (.surname, classes("SURNAME")),
      (
        .organizationEnding,
        classes("ORG-SUFFIX", "ORG-SUFFIX.strong", "ORG-SUFFIX.weak", "ORG-SUFFIX.unit", "ORG-SUFFIX.party")
      ),
      (.namedEnding, classes("ORG-SUFFIX", "ORG-SUFFIX.strong", "ORG-SUFFIX.weak", "ORG")),
      (.placeEnding, classes("PLACE-SUFFIX")),
      (.transliteration, classes("TRANSLIT")),
      (.placeInRow, classes("PLACE", "COUNTRY")),
    ]
    self.classes = speaking
    speakingClasses = speaking.reduce(ClassSet()) { $0.union($1.1) }
    cluesOfSet = Table(words.allClassSets.map { Self.clues(of: $0, by: speaking) })
    // A tag has eight bits: every one there can be has its place.
    var types = [SpanClues](repeating: [], count: 1 << UInt8.bitWidth)
    var visible = [UInt16](repeating: 0, count: types.count)
    var free = [Bool](repeating: false, count: types.count)
    free[0] = true
    for (index, tag) in lexicon.tagNames.enumerated() where index < types.count {
      if let known = Self.nameTags.first(where: { $0.tag == tag }) {
        types[index] = SpanClues(rawValue: UInt16(known.type?.bit ?? 0))
      } else {
        visible[index] = UInt16(index)
        free[index] = index == 0 || Self.otherTags.contains(tag)
      }
    }
    typesOfTag = Table(types)
    visibleTags = Table(visible)
    mayBeName = Table(free)
  }
}

extension SpanVocabulary {
  /// What an entry proposes.
  ///
  /// - Parameter position: where it starts.
  @inline(__always) func clues(of entry: RuleInput.Edge, at position: Int) -> SpanClues {
    let word = entry.word.raw
    guard words.contains(word) else { return cluesOfUsersWord(entry, at: position) }
    let clues = cluesOfSet[words.classSet(word)]
    return Self.isCharacter(entry, at: position) ? clues : clues.union(typesOfTag[Int(words.tag(word))])
  }

  /// A name of one character is none by its part of speech alone.
  @inline(__always) static func isCharacter(_ entry: RuleInput.Edge, at position: Int) -> Bool {
    Int(entry.end) &- position < 2
  }

  @inline(never) private func cluesOfUsersWord(_ entry: RuleInput.Edge, at position: Int) -> SpanClues {
    let clues = Self.clues(of: entry.classes, by: classes)
    return Self.isCharacter(entry, at: position)
      ? clues : clues.union(typesOfTag[Int(lexicon.tag(of: entry.word).raw)])
  }

  private static func clues(of set: ClassSet, by classes: [(clue: SpanClues, classes: ClassSet)]) -> SpanClues {
    var clues: SpanClues = []
    for (clue, wanted) in classes where set.meets(wanted) { clues.formUnion(clue) }
    return clues
  }
}

/// What an entry may be, and what it says of the spans around it.
struct SpanClues: OptionSet, BitwiseCopyable {
  let rawValue: UInt16

  // The types that it may have as it stands: the bits of ``EntityType``. Computed, so that they are constants in loops.
  static var person: SpanClues { SpanClues(rawValue: 1) }
  static var organization: SpanClues { SpanClues(rawValue: 1 << 1) }
  static var place: SpanClues { SpanClues(rawValue: 1 << 2) }
  static var surname: SpanClues { SpanClues(rawValue: 1 << 3) }
  /// A place that may stand in a row: 广岛县尾道市.
  static var placeInRow: SpanClues { SpanClues(rawValue: 1 << 4) }
  static var organizationEnding: SpanClues { SpanClues(rawValue: 1 << 5) }
  /// One that a place or a name in brackets may follow: 渣打银行（中国）.
  static var namedEnding: SpanClues { SpanClues(rawValue: 1 << 6) }
  static var placeEnding: SpanClues { SpanClues(rawValue: 1 << 7) }
  static var transliteration: SpanClues { SpanClues(rawValue: 1 << 8) }

  static var ending: SpanClues { [.organizationEnding, .namedEnding, .placeEnding] }

  /// Bits of ``EntityType``.
  @inline(__always) var types: UInt8 { UInt8(truncatingIfNeeded: rawValue) & 7 }

  /// Whether it says nothing of the spans around it.
  @inline(__always) var isTypesAlone: Bool { rawValue < SpanClues.surname.rawValue }

  /// Whether it holds one of the others.
  @inline(__always) func meets(_ other: SpanClues) -> Bool { rawValue & other.rawValue != 0 }
}

extension ClassSet {
  /// No class at all; a computation here, since what another module computes is a call.
  @inline(__always) var isNone: Bool { low | high == 0 }
  @inline(__always) func meets(_ other: ClassSet) -> Bool { (low & other.low) | (high & other.high) != 0 }
}
