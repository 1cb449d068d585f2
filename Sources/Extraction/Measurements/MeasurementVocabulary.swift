import Lexicon

/// The words that say what quantities belong to, from `measurements/*.tsv`, and the parts of speech that noun phrases are
/// made of.
final class MeasurementVocabulary: Sendable {
  /// What a word does; the raw values are those of `measurements/words.tsv`.
  enum Meaning: String {
    case holds, has, filler, than, compared, and, share, proportion, from, to, rank, likens, whole, attribute, event,
      noun, source, told, not, about, link, degree, respectively
    case ofWhich = "of-which"
    case asOf = "as-of"
    /// A word of `changes.tsv`, of `bases.tsv` alone.
    case change, base
  }

  /// How a word of change stands to its quantity; the raw values are those of `measurements/changes.tsv`.
  enum ChangeKind: String {
    case by, more, to, rate, same
    /// By so much, and part of an activity: 新增就业.
    case new
    /// By so much beside a base; without one it only holds a value: 隧道长13公里.
    case size
  }

  struct Change: Equatable {
    var direction: Measurement.Direction?
    var kind: ChangeKind
  }

  struct Cue {
    let meaning: Meaning
    var change: Change?
    var base: Measurement.Base.Kind?
  }

  let cues: [Cue]
  let trie: WordTrie
  /// What a quantity needs to its left; see ``MeasurementReader/mayMeasure(_:)``.
  let claims: WordTrie
  /// Whether a comma may stand inside a word, as it may in those of users.
  let hasUserWords: Bool
  /// What stands behind 比: 上年.
  private let bases: [[UInt8]: Measurement.Base.Kind]
  /// By unit its ``UnitTraits``.
  private let units: WordTrie
  /// The last characters of nouns that name a measure: 率, 额.
  private let endings: Set<[UInt8]>
  /// How nouns that name people end, in bytes.
  private let peopleEndings: Set<[UInt8]>
  private let longestPeopleEnding: Int
  private let tagKinds: [MeasurementSign.Kind]

  init(lexicon: Lexicon) {
    var words: [(word: String, number: Int32)] = []
    var cues: [Cue] = []
    func add(_ word: String, _ cue: Cue, _ cues: inout [Cue]) {
      words.append((word, Int32(cues.count)))
      cues.append(cue)
    }
    // Where two tables have a word, the first one holds: 多 is a change before it is a filler.
    for row in Self.rows("measurements/changes", 3, lexicon) {
      guard let kind = ChangeKind(rawValue: row[2]) else { continue }
      add(row[0], Cue(meaning: .change, change: Change(direction: .init(rawValue: row[1]), kind: kind)), &cues)
    }
    var bases: [[UInt8]: Measurement.Base.Kind] = [:]
    for row in Self.rows("measurements/bases", 3, lexicon) {
      guard let kind = Measurement.Base.Kind(rawValue: row[1]) else { continue }
      if row[2] == "alone" {
        add(row[0], Cue(meaning: .base, base: kind), &cues)
      } else {
        bases[Array(row[0].utf8)] = kind
      }
    }
    for row in Self.rows("measurements/words", 2, lexicon) {
      if let meaning = Meaning(rawValue: row[1]) { add(row[0], Cue(meaning: meaning), &cues) }
    }
    trie = WordTrie(words)
    self.cues = cues
    hasUserWords = lexicon.user != nil
    self.bases = bases
    let plain: Set<String> = ["人", "人次", "倍", "分", "番", "岁"]
    let counters = Set(Self.rows("quantities/measure-words", 1, lexicon).map { $0[0] }).subtracting(plain)
    let people = Self.rows("measurements/people", 2, lexicon)
    units = WordTrie(
      counters.map { ($0, UnitTraits.counts.rawValue) }
        + people.lazy.filter { $0[1] == "unit" }.map { ($0[0], UnitTraits.countsPeople.rawValue) })
    peopleEndings = Set(people.lazy.filter { $0[1] == "ending" }.map { Array($0[0].utf8) })
    longestPeopleEnding = peopleEndings.map(\.count).max() ?? 0
    let endings = Self.rows("measurements/endings", 1, lexicon).map { $0[0] }
    self.endings = Set(endings.map { Array($0.utf8) })
    claims = Self.claims(words.map { ($0.0, cues[Int($0.1)]) }, endings: endings)
    tagKinds = lexicon.tagNames.map(Self.kind(ofTag:))
  }

  /// What the words of a clause may do for the quantity behind them.
  struct Claim: OptionSet {
    let rawValue: Int32
    /// They hold, compare or rank it: 为, 增长, 占, 居.
    static let holds = Claim(rawValue: 1)
    /// They name a measure: 率, 面积.
    static let names = Claim(rawValue: 2)
    /// They are what ranks are in: 全国第一.
    static let ranks = Claim(rawValue: 4)
    /// They distribute values: 分别.
    static let lists = Claim(rawValue: 8)
  }

  private static func claims(_ words: [(word: String, cue: Cue)], endings: [String]) -> WordTrie {
    var claims: [(String, Int32)] = endings.map { ($0, Claim.names.rawValue) }
    for (word, cue) in words {
      let claim: Claim =
        switch cue.meaning {
        case .holds, .has, .likens, .change, .share, .proportion, .rank: .holds
        case .attribute: .names
        case .whole: .ranks
        case .respectively: .lists
        default: []
        }
      if !claim.isEmpty { claims.append((word, claim.rawValue)) }
    }
    return WordTrie(claims)
  }

  private static func rows(_ name: String, _ columns: Int, _ lexicon: Lexicon) -> [[String]] {
    (lexicon.table(name)?.rows ?? []).filter { $0.count >= columns }
  }

  /// What a part of speech of the news standard can be in a noun phrase.
  private static func kind(ofTag name: String) -> MeasurementSign.Kind {
    switch name {
    case "n", "nr", "ns", "nt", "nz", "nx", "j", "s", "an", "vn", "Ng", "l", "i", "k", "g": .noun
    // Mg: the 乙 of 乙厂
    case "a", "b", "Ag", "Bg", "z", "h", "t", "Mg": .modifier
    case "v", "Vg", "vd": .verb
    case "d", "ad", "Dg": .adverb
    case "u": .particle
    default: .other
    }
  }

  func kind(of tag: TagID) -> MeasurementSign.Kind { Int(tag.raw) < tagKinds.count ? tagKinds[Int(tag.raw)] : .other }

  struct UnitTraits: OptionSet {
    let rawValue: Int32
    /// The noun that is counted may stand behind it: 名, 家; not 元.
    static let counts = UnitTraits(rawValue: 1)
    /// 名, 位
    static let countsPeople = UnitTraits(rawValue: 2)
  }

  func traits(ofUnit unit: String?) -> UnitTraits {
    var traits: UnitTraits = []
    if let unit { units.forEachSense(of: unit) { traits.formUnion(.init(rawValue: $0.payload)) } }
    return traits
  }

  /// Whether a noun ends as nouns for people do.
  ///
  /// - Complexity: O(1): the endings have a few characters.
  func namesPeople(_ bytes: ArraySlice<UInt8>) -> Bool {
    stride(from: 3, through: min(longestPeopleEnding, bytes.count), by: 3).contains {
      peopleEndings.contains(Array(bytes.suffix($0)))
    }
  }

  /// The noun in a measure word that has one: 床位 of 张床位.
  func noun(ofUnit unit: String?) -> String.UTF8View.SubSequence? {
    guard let unit, unit.unicodeScalars.count > 2, traits(ofUnit: unit).contains(.counts),
      let first = unit.unicodeScalars.first, traits(ofUnit: String(first)).contains(.counts)
    else { return nil }
    return unit.utf8.dropFirst(String(first).utf8.count)
  }

  /// Whether a noun of at least two characters names a measure.
  func endsMeasure(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.count > 3 && endings.contains(Array(bytes.suffix(3))) }

  /// What the text behind 比 is: a base of the tables, or one that the text names.
  func base(_ bytes: ArraySlice<UInt8>) -> Measurement.Base.Kind { bases[Array(bytes)] ?? .named }
}
