import Lexicon

/// The kinds of scalars that rules can name, as bits.
enum ScalarKinds {
  static func mask(of kind: RulePattern.ScalarKind) -> UInt64 {
    switch kind {
    case .han: 1
    case .letter: 2
    case .digit: 4
    case .punctuation: punctuation
    case .space: 16
    case .any: .max
    }
  }

  static let punctuation: UInt64 = 8

  /// Set beside the kind where a token begins or the sentence ends.
  static let boundary: UInt64 = 1 << 63

  /// The one bit of a scalar of this class.
  static func bit(of characterClass: CharacterClass) -> UInt64 {
    switch characterClass {
    case .han: 1
    case .letter, .kana, .hangul: 2
    case .digit: 4
    case .close, .open, .punct, .symbol: 8
    case .space, .break: 16
    default: 32
    }
  }
}

/// Names as numbers: what is needed to turn patterns into programs.
struct RuleNames {
  let lexicon: Lexicon
  /// The types and kinds of results by number; they grow as rules name new ones.
  private(set) var types: [String]
  private(set) var kinds: [String]
  /// The definitions that patterns share, each behind those that it builds on.
  private(set) var charts: [Chart] = []
  private var chartNumbers: [ObjectIdentifier: Int] = [:]
  /// The names of the parts of speech, in lower case and UTF-8.
  private let tagNames: [[UInt8]]

  /// What patterns need to know of a definition.
  struct Chart {
    let definition: RuleDefinition
    let first: FirstElements
    /// Bit n: it needs the chart number n; its own is among them.
    let needs: UInt64
    /// Whether it builds on results.
    let asksResults: Bool
  }

  init(lexicon: Lexicon, types: [String], kinds: [String]) {
    self.lexicon = lexicon
    self.types = types
    self.kinds = kinds
    tagNames = lexicon.tagNames.map { Array($0.lowercased().utf8) }
  }

  /// The number of a definition's chart; nil if there are too many, and patterns hold it themselves.
  mutating func chart(of definition: RuleDefinition) throws(RuleError.Reason) -> Int32? {
    let key = ObjectIdentifier(definition)
    if let known = chartNumbers[key] { return Int32(known) }
    let program = try RuleProgram(definition.pattern, names: &self)
    let number = charts.count
    guard number < Charts.limit else { return nil }
    chartNumbers[key] = number
    let below = program.code.charts
    charts.append(
      Chart(
        definition: definition, first: program.first, needs: below | 1 << UInt64(number),
        asksResults: program.instructions.contains {
          $0.operation == .result || $0.operation == .chart && charts[Int($0.a)].asksResults
        }))
    return Int32(number)
  }

  func fold(_ scalar: UInt32) -> UInt32 { lexicon.fold(scalar) }

  mutating func type(_ name: String) -> Int32 { Self.index(of: name, in: &types) }
  mutating func kind(_ name: String) -> Int32 { Self.index(of: name, in: &kinds) }

  private static func index(of name: String, in list: inout [String]) -> Int32 {
    if let index = list.firstIndex(of: name) { return Int32(index) }
    list.append(name)
    return Int32(list.count - 1)
  }

  /// The tags that begin with `prefix`, as bits; all of them without one.
  func tagMask(_ prefix: String?) -> UInt64 { prefix.map { tagMask($0) } ?? .max }

  /// The tags that begin with `prefix`, as bits.
  func tagMask(_ prefix: String) -> UInt64 {
    let prefix = Array(prefix.utf8)
    var mask: UInt64 = 0
    for (index, name) in tagNames.enumerated() where index < 64 && name.starts(with: prefix) {
      mask |= 1 << UInt64(index)
    }
    return mask
  }
}
