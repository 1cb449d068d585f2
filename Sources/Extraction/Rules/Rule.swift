/// One rule of a rule file.
package struct Rule: Sendable, Equatable {
  /// `person.title-before`: unique among all rule files.
  package let name: String
  /// The file and the line of its first line, for explanations.
  package let file: String
  package let line: Int
  package var about = ""
  /// The step of the cascade it runs in; results of lower stages are visible to it.
  package var stage = 1
  package var pattern: RulePattern = .sequence([])
  /// The pattern as it is written, and where.
  package var patternText = ""
  package var patternPlace = RulePlace(line: 1, column: 1)
  package var conditions: [Condition] = []
  package var makes: [Product] = []
  /// Evidence in nats (natural logarithm of odds) that a match is right, before the evidence of the match itself.
  package var weight = 0.0
  package var examples: [Example] = []

  package init(name: String, file: String, line: Int) {
    self.name = name
    self.file = file
    self.line = line
  }

  /// `if` or `unless`, then what must or must not hold.
  package struct Condition: Sendable, Equatable {
    package enum Place: Sendable, Equatable {
      /// Directly after the match.
      case followed
      /// Directly before the match.
      case preceded
      /// Exactly the text of the part.
      case part(String)
      /// Anywhere in the sentence; the pattern is a dictionary class, or a choice of them.
      case sentence
    }
    package let wanted: Bool
    package let place: Place
    package let pattern: RulePattern
    package let line: Int
    /// What it says after `if` or `unless`, as it is written.
    package let text: String

    /// How much of a part a condition speaks of.
    enum Extent {
      case whole, start, end, inside

      /// A pattern for the whole part that says the same of it.
      func pattern(_ pattern: RulePattern) -> RulePattern {
        let rest = RulePattern.repetition(.scalar(.any), min: 0, max: RuleMatcher.lengthLimit)
        return switch self {
        case .whole: pattern
        case .start: .sequence([pattern, rest])
        case .end: .sequence([rest, pattern])
        case .inside: .sequence([rest, pattern, rest])
        }
      }
    }
  }

  /// `make TYPE[.kind] [part]`
  package struct Product: Sendable, Equatable {
    package let type: String
    /// The part that becomes the result; nil is the whole match.
    package let part: String?
    /// The kind given to the result: a word, or nil to take it from the last dictionary entry in the part.
    package let kind: String?
  }

  /// `yes` or `no` with marked text.
  package struct Example: Sendable, Equatable {
    package let wanted: Bool
    package let text: String
    /// The marked ranges in scalars of `text`.
    package let marked: [Range<Int>]
    package let line: Int
  }
}
