import Lexicon

/// The names of an article: what was found with good evidence once is found wherever it stands.
///
/// Remembered are names of people in full, the last part of foreign ones, given names of two characters where they act
/// (志远说), organizations, and the short forms that the article defines or makes. Places are not: the tables know them,
/// and a name that is no place elsewhere should not become one.
///
/// - Complexity: linear in the text that is asked about; at most ``limit`` names.
struct DocumentMemory {
  /// Where a remembered name counts.
  enum Condition: Comparable {
    case anywhere
    /// With words' ends at both sides.
    case words
    /// So, and right before a verb of saying or doing.
    case subject
  }

  struct Name {
    let type: UInt8
    let condition: Condition
    let evidence: Float
  }

  /// Evidence, in nats, from which on a name is remembered, and that it lends to its other places.
  private static let remembered: Float = 3
  /// The same for full names of three characters, which are seldom anything else.
  private static let rememberedInFull: Float = 2
  static let lent: Float = 2.5
  /// Evidence from which on three characters of a Chinese name are hardly anything else, and what they lend.
  private static let sure: Float = 5
  private static let lentBySure: Float = 3.75
  /// What the article itself defines is sure; what could be a short form of it is not.
  static let defined: Float = 4
  private static let computed: Float = 1
  /// More names than an article has; keeps a file without articles from growing a list without end.
  private static let limit = 4_096
  private static let longest = 62

  let tables: AliasTables
  private(set) var numbers = NameNumbers(capacity: 32)
  /// By number.
  private(set) var names: [Name] = []
  private(set) var heads = NameHeads()
  private(set) var surnames: Set<[UInt32]> = []

  init(tables: AliasTables) { self.tables = tables }

  var isEmpty: Bool { names.isEmpty && surnames.isEmpty }

  // MARK: Taking in

  /// Takes in the names of people and organizations of a sentence.
  mutating func remember(_ standing: [Candidate], in input: borrowing RuleInput) {
    for candidate in standing where candidate.range.count >= 2 {
      switch candidate.type {
      case RuleSet.person
      where candidate.evidence >= (candidate.range.count == 3 ? Self.rememberedInFull : Self.remembered):
        rememberPerson(Array(input.scalars[candidate.range]), isSure: candidate.evidence >= Self.sure)
      case RuleSet.organization where candidate.range.count >= 4:
        let scalars = Array(input.scalars[candidate.range])
        if candidate.evidence >= Self.remembered { add(scalars, RuleSet.organization, .words, Self.lent) }
        rememberHeads(of: scalars, candidate.range, in: input)
      default: break
      }
    }
  }

  /// Takes in a short form that the sentence defines, and the full name if only the definition speaks for it.
  mutating func remember(_ definition: DefinitionReader.Found, in input: borrowing RuleInput) {
    if definition.isFullNew { add(Array(input.scalars[definition.full]), definition.type, .anywhere, Self.defined) }
    // A word of two characters can stand inside another one by chance.
    let condition: Condition = definition.short.count > 2 ? .anywhere : .words
    add(Array(input.scalars[definition.short]), definition.type, condition, Self.defined)
  }

  private mutating func rememberPerson(_ scalars: [UInt32], isSure: Bool) {
    let lent = isSure && scalars.count == 3 ? Self.lentBySure : Self.lent
    guard add(scalars, RuleSet.person, .anywhere, lent) else { return }
    if let point = scalars.lastIndex(where: NameMention.isPoint) {
      let last = scalars[(point + 1)...]
      // 华盛顿 and 林肯 are places and cars as well.
      if last.count >= 2, !tables.isEntry(last, of: tables.place), !tables.isEntry(last, of: tables.country),
        last.count > 2 || tables.lexicon.lookUp(folded: last) == nil
      {
        add(Array(last), RuleSet.person, last.count > 2 ? .anywhere : .words, Self.lent)
      }
    } else if let length = tables.surnameLength(of: scalars) {
      surnames.insert(Array(scalars[..<length]))
      let given = scalars[length...]
      if given.count == 2, !isOrdinaryWord(given) { add(Array(given), RuleSet.person, .subject, Self.computed) }
    }
  }

  /// 云岭|大学: 云大. Longer rows of words have no such form that could be told.
  private mutating func rememberHeads(of scalars: [UInt32], _ range: Range<Int>, in input: borrowing RuleInput) {
    var count = 0
    for position in range where input.isBoundary(position) { count += 1 }
    guard 2...4 ~= count, count < scalars.count else { return }
    let heads = range.compactMap { input.isBoundary($0) ? input.scalars[$0] : nil }
    if !isOrdinaryWord(heads[...]) {
      add(heads, RuleSet.organization, .words, Self.computed)
    }
  }

  private func isOrdinaryWord(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard let word = tables.lexicon.lookUp(folded: scalars) else { return false }
    return tables.lexicon.cost(of: word) != nil && !tables.lexicon.tagName(of: word).hasPrefix("nr")
  }

  @discardableResult
  private mutating func add(_ scalars: [UInt32], _ type: UInt8, _ condition: Condition, _ evidence: Float) -> Bool {
    guard 2...Self.longest ~= scalars.count, names.count < Self.limit else { return false }
    let name = Name(type: type, condition: condition, evidence: evidence)
    let number = numbers.numbering(scalars)
    if number < names.count {
      if names[number].condition <= condition, names[number].evidence >= evidence { return false }
      names[number] = name
      return true
    }
    names.append(name)
    heads.insert(scalars)
    return true
  }
}
