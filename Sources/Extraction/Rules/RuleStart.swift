import Lexicon

/// ``FirstElements`` as a few numbers, which a loop over rules and positions reads without following anything.
struct RuleStart: Sendable {
  let anything: Bool
  let isAtBoundary: Bool
  let classes: ClassSet
  let types: UInt64
  let tags: UInt64
  let kinds: UInt64
  /// A bit for each scalar that may stand first, by its lowest six bits.
  let scalarMask: UInt64

  /// `byScalar`: only if the scalar is one of the rule's first ones.
  enum Answer { case no, yes, byScalar }

  init(_ first: FirstElements) {
    anything = first.anything
    isAtBoundary = first.isAtBoundary
    classes = first.classes
    types = first.types
    tags = first.tags
    kinds = first.kinds
    scalarMask = first.scalars.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
