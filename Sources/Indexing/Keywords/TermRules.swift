import Extraction
import Lexicon

/// What the tables of `Dictionaries/keywords` say of parts of speech and of names.
struct TermRules: Sendable {
  /// What a part of speech can be.
  struct Tag: Sendable {
    /// How much a word of it counts; 0 for what is no keyword by itself.
    var weight = 0.0
    var mayStandInPhrase = false
    var mayEndPhrase = false
  }

  /// By ``TagID``.
  private let tags: [Tag]
  /// Dynamic verbs, which often take what follows as their object.
  private let verb: UInt8?
  private let names: [String: Double]
  private let stopWord: ClassID?
  let lexicon: Lexicon

  /// What names of works are called.
  static let work = "WORK"

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    stopWord = lexicon.classID(named: "STOPWORD")
    verb = lexicon.tagID(named: "v")?.raw
    var tags = [Tag](repeating: Tag(), count: lexicon.tagNames.count)
    if let table = lexicon.table("keywords/parts-of-speech"), table.columns.count >= 4 {
      for row in table.rows {
        guard let id = lexicon.tagID(named: row[0]), Int(id.raw) < tags.count else { continue }
        tags[Int(id.raw)] = Tag(
          weight: Double(row[1]) ?? 0, mayStandInPhrase: row[2] == "1", mayEndPhrase: row[3] == "1")
      }
    }
    self.tags = tags
    var names: [String: Double] = [:]
    if let table = lexicon.table("keywords/name-types"), table.columns.count >= 3 {
      for row in table.rows { names["\(row[0]) \(row[1])"] = Double(row[2]) }
    }
    self.names = names
  }

  func tag(_ id: TagID) -> Tag { Int(id.raw) < tags.count ? tags[Int(id.raw)] : Tag() }

  func isVerb(_ id: TagID) -> Bool { id.raw == verb }

  /// How much a name counts, by its kind, else its type, else what holds for all others.
  func weight(ofName type: String, kind: String?) -> Double {
    kind.flatMap { names["\(type) \($0)"] } ?? names["\(type) "] ?? names["* "] ?? 1
  }

  /// A name as words are looked up: character by character, so that the same name is one term.
  func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { folded.append(Unicode.Scalar(lexicon.fold(scalar.value)) ?? scalar) }
    return String(folded)
  }

  func isStopWord(_ word: WordID?) -> Bool {
    guard let word, let stopWord else { return false }
    return lexicon.classes(of: word).contains(stopWord)
  }
}
