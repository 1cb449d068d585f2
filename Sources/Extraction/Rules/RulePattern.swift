/// What a rule looks for, as the rule file writes it.
///
/// Positions are scalars of one sentence of the folded view. An element consumes one edge that starts where the element
/// before it ended: a scalar, a dictionary entry of any length, a token of the best path, or an earlier result.
package indirect enum RulePattern: Sendable, Equatable {
  /// `"市委"`: these scalars.
  case literal([UInt32])
  /// `[、，]` or `[^。]`: one scalar of the set, or one outside it.
  case set([UInt32], negated: Bool)
  /// `HAN`, `LETTER`, `DIGIT`, `PUNCT`, `SPACE`, `ANY`: one scalar of a kind.
  case scalar(ScalarKind)
  /// `ORG-SUFFIX` or `ORG-SUFFIX.union`: an entry of a dictionary class, whatever the tokens.
  case entry(String)
  /// `WORD` or `WORD.n`: one token of the best path, of any or the given part of speech (a prefix: `n` is also `nz`).
  case word(tag: String?)
  /// `<PLACE>` or `<ORG.union>`: a result of an earlier stage, of any or the given kind.
  case result(type: String, kind: String?)
  /// `/`: a boundary between tokens of the best path.
  case boundary
  /// `^` and `$`: the ends of the sentence.
  case sentenceStart
  case sentenceEnd
  case sequence([RulePattern])
  case choice([RulePattern])
  /// `?`, `*`, `+`, `{m,n}`: longest first.
  case repetition(RulePattern, min: Int, max: Int)
  /// `person:( … )`: a named part.
  case part(String, RulePattern)
  /// `inner`: what `let inner = …` says; its longest match first.
  case definition(RuleDefinition)

  package enum ScalarKind: String, Sendable, CaseIterable {
    case han = "HAN"
    case letter = "LETTER"
    case digit = "DIGIT"
    case punctuation = "PUNCT"
    case space = "SPACE"
    case any = "ANY"
  }

  /// How often `*` and `+` repeat at most: matching stays linear because every pattern has a greatest length.
  package static let repetitionLimit = 12
  /// The greatest number in `{m,n}`.
  static let greatestRepetition = 32
  /// How many characters a range of a set may have: sets are looked through one by one.
  static let rangeLimit = 64

  /// The pattern read from right to left, for what stands before a match.
  var reversed: RulePattern {
    switch self {
    case .literal(let scalars): .literal(scalars.reversed())
    case .sequence(let items): .sequence(items.reversed().map(\.reversed))
    case .choice(let items): .choice(items.map(\.reversed))
    case .repetition(let item, let min, let max): .repetition(item.reversed, min: min, max: max)
    case .part(let name, let item): .part(name, item.reversed)
    case .definition(let definition): definition.pattern.reversed
    default: self
    }
  }

  /// Whether it can match without taking anything.
  var mayBeEmpty: Bool {
    switch self {
    case .boundary, .sentenceStart, .sentenceEnd: true
    case .literal(let scalars): scalars.isEmpty
    case .sequence(let items): items.allSatisfy(\.mayBeEmpty)
    case .choice(let items): items.contains(where: \.mayBeEmpty)
    case .repetition(let item, let min, _): min == 0 || item.mayBeEmpty
    case .part(_, let item): item.mayBeEmpty
    default: false
    }
  }

  /// The dictionary classes that it is a choice of; nil if it is anything else.
  var classNames: [String]? {
    switch self {
    case .entry(let name): return [name]
    case .definition(let definition): return definition.pattern.classNames
    case .choice(let items):
      let names = items.compactMap(\.classNames)
      return names.count == items.count ? names.flatMap(\.self) : nil
    default: return nil
    }
  }

  /// The names of all parts in it.
  var partNames: [String] {
    switch self {
    case .sequence(let items), .choice(let items): items.flatMap(\.partNames)
    case .repetition(let item, _, _): item.partNames
    case .part(let name, let item): [name] + item.partNames
    default: []
    }
  }
}
