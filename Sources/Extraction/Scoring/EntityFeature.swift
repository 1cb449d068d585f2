package import Lexicon

/// Something the model sees of a span: one weight for each ``EntityType`` belongs to it.
package enum EntityFeature: Hashable, Sendable {
  case character(CharacterRole, code: UInt16)
  case pair(PairRole, first: UInt16, second: UInt16)
  case named(NamedFeature)

  /// Whether it tells which rule proposes a span.
  package var isRule: Bool { if case .named(let feature) = self { feature.template == .rule } else { false } }
}

/// A feature that names no character: a template and its value.
package struct NamedFeature: Hashable, Sendable {
  package enum Template: UInt8, CaseIterable, Sendable {
    /// Whether a word of the best path ends before the span, or begins behind it.
    case leftBoundary, rightBoundary
    /// The part of speech, or kind, of the word before and behind it.
    case leftTag, rightTag
    /// A class of an entry that ends before it, or begins behind it.
    case leftClass, rightClass
    /// What rules found that ends before it, or begins behind it: bits of types.
    case leftResults, rightResults
    /// In characters.
    case length
    /// The length up to 6, times four, with bits for a word's boundary at both ends.
    case fit
    /// In words of the best path.
    case words
    /// The rule that proposes it with most evidence, or that none does.
    case rule, unruled
    /// That evidence in nats, rounded down, from −12 to 14; written as it is, kept from 0 on.
    case evidence
    /// The tag of a word inside, times four, with bits for its being the first and the last.
    case innerTag
    /// A class of the entry that is the whole span, its tag, or that there is none.
    case wholeClass, wholeTag, notWhole
    /// A class of an entry at its start or at its end that is shorter.
    case firstClass, lastClass
  }

  package let template: Template
  package let value: UInt16

  package init(_ template: Template, _ value: Int = 0) {
    self.template = template
    self.value = UInt16(truncatingIfNeeded: value)
  }

  /// What is added to evidence to make it a number from 0 on.
  static let evidenceBase = 12
  static let greatestEvidence = 14
  /// A rule with a weight above this is more certain than what the model learnt of it: the rest is added as it is.
  static let certainWeight: Float = 8
  static let greatestLength = 12
  static let greatestFitLength = 6
  static let greatestWordCount = 8

  /// The value of evidence.
  static func evidence(_ nats: Float) -> Int {
    Int(min(max(nats, Float(-evidenceBase)), Float(greatestEvidence)).rounded(.down)) + evidenceBase
  }
}
