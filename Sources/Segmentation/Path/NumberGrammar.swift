import Lexicon

/// Which characters may begin, continue and end a number: sets of ``NumeralRole`` as bits, by raw value.
struct NumberGrammar: Sendable {
  let begins: UInt32
  let ends: UInt32
  /// By the role of the element before.
  let followers: [UInt32]

  init() {
    func bits(_ holds: (NumeralRole) -> Bool) -> UInt32 {
      NumeralRole.allCases.reduce(0) { holds($1) ? $0 | 1 << UInt32($1.rawValue) : $0 }
    }
    begins = bits(Self.mayBeginNumber)
    ends = bits(Self.mayEndNumber)
    followers = NumeralRole.allCases.map { previous in bits { Self.follows(previous, $0) } }
  }

  /// Which element of a number may follow which.
  private static func follows(_ previous: NumeralRole, _ next: NumeralRole) -> Bool {
    switch (previous, next) {
    case (.digit, .digit), (.digit, .ten), (.digit, .unit), (.digit, .large), (.digit, .point), (.digit, .fraction),
      (.ten, .digit), (.ten, .unit), (.ten, .large), (.ten, .some), (.ten, .several), (.ten, .fraction), (.ten, .point),
      (.unit, .digit), (.unit, .ten), (.unit, .unit), (.unit, .large), (.unit, .some), (.unit, .fraction),
      (.large, .digit), (.large, .ten), (.large, .unit), (.large, .large), (.large, .fraction),
      (.some, .ten), (.some, .unit), (.some, .large),
      (.several, .ten), (.several, .unit), (.several, .large),
      (.ordinal, .digit), (.ordinal, .ten), (.ordinal, .some), (.ordinal, .arabic),
      (.point, .digit), (.fraction, .digit), (.fraction, .ten), (.fraction, .some), (.fraction, .arabic),
      (.arabic, .large), (.arabic, .fraction):
      true
    default: false
    }
  }

  private static func mayBeginNumber(_ role: NumeralRole) -> Bool {
    switch role {
    case .digit, .ten, .unit, .large, .some, .several, .ordinal, .arabic: true
    default: false
    }
  }

  private static func mayEndNumber(_ role: NumeralRole) -> Bool {
    switch role {
    case .digit, .ten, .unit, .large, .some, .arabic: true
    default: false
    }
  }
}
