import Lexicon

/// The classes and parts of speech that make spans worth weighing.
struct SpanVocabulary: Sendable {
  /// Entries of these classes may be a place, an organization, a person as they stand.
  let places: ClassSet
  let organizations: ClassSet
  let people: ClassSet
  let surnames: ClassSet
  let organizationEndings: ClassSet
  /// Those that a place or a name in brackets may follow: 渣打银行（中国）.
  let namedEndings: ClassSet
  let placeEndings: ClassSet
  let transliteration: ClassSet
  /// Places that may stand in a row: 广岛县尾道市.
  let placesInRow: ClassSet
  /// By tag: the types of an entry that has it as its part of speech.
  let typesOfTag: Table<UInt8>
  /// By tag: whether a word of the best path may be a name of any type.
  let mayBeName: Table<Bool>
  let tagCount: Int
  /// By tag: a name in the lexicon. The model does not see these: the lexicon knows names of the corpora that it was
  /// counted in, and would be trusted too much.
  let isName: [Bool]

  private static let nameTags: [(tag: String, type: EntityType?)] = [
    ("nr", .person), ("nt", .organization), ("ns", .place), ("nz", nil), ("nx", nil),
  ]
  private static let otherTags = ["n", "j", "a", "v", "vn"]

  init(lexicon: Lexicon) {
    func classes(_ names: String...) -> ClassSet { ClassSet(names.compactMap { lexicon.classID(named: $0) }) }
    places = classes("PLACE", "COUNTRY", "LANDMARK", "COUNTRY-ABBREVIATION", "PLACE-ABBREVIATION")
    organizations = classes("ORG", "ORG-SHORT", "ORG-AMBIGUOUS")
    people = classes("PERSON", "FOREIGN-NAME")
    surnames = classes("SURNAME")
    organizationEndings = classes(
      "ORG-SUFFIX", "ORG-SUFFIX.strong", "ORG-SUFFIX.weak", "ORG-SUFFIX.unit", "ORG-SUFFIX.party")
    namedEndings = classes("ORG-SUFFIX", "ORG-SUFFIX.strong", "ORG-SUFFIX.weak", "ORG")
    placeEndings = classes("PLACE-SUFFIX")
    transliteration = classes("TRANSLIT")
    placesInRow = classes("PLACE", "COUNTRY")
    var types = [UInt8](repeating: 0, count: lexicon.tagNames.count)
    var names = [Bool](repeating: false, count: types.count)
    var free = names
    for (index, tag) in lexicon.tagNames.enumerated() {
      if let known = Self.nameTags.first(where: { $0.tag == tag }) {
        types[index] = known.type?.bit ?? 0
        names[index] = true
      }
      free[index] = names[index] || index == 0 || Self.otherTags.contains(tag)
    }
    typesOfTag = Table(types)
    isName = names
    mayBeName = Table(free)
    tagCount = types.count
  }
}

extension ClassSet {
  /// No class at all; a computation here, since what another module computes is a call.
  @inline(__always) var isNone: Bool { low | high == 0 }
  @inline(__always) func meets(_ other: ClassSet) -> Bool { (low & other.low) | (high & other.high) != 0 }
}
