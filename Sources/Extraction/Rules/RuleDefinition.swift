/// What `let` gives a name, where it is more than one element: patterns that use it share it.
///
/// Rules about the same things ask for the same parts: two dozen rules for a surname with a given name. Where a definition
/// matches in a sentence is found once, for all rules (``Charts``).
package final class RuleDefinition: Sendable, Equatable {
  let name: String
  let pattern: RulePattern

  init(name: String, pattern: RulePattern) {
    self.name = name
    self.pattern = pattern
  }

  package static func == (a: RuleDefinition, b: RuleDefinition) -> Bool {
    a === b || a.name == b.name && a.pattern == b.pattern
  }
}

extension RulePattern {
  /// The pattern under a name: shared if a chart can tell where it matches. A part is told apart by the way that led to
  /// it, and what takes nothing is no match for a chart.
  func named(_ name: String) -> RulePattern {
    switch self {
    case .sequence(let items) where items.isEmpty: self
    case .sequence, .choice, .repetition:
      partNames.isEmpty && !mayBeEmpty && depth <= Charts.depthLimit
        ? .definition(RuleDefinition(name: name, pattern: self)) : self
    default: self
    }
  }

  /// How deep its elements lie.
  private var depth: Int {
    switch self {
    case .sequence(let items), .choice(let items): 1 + (items.lazy.map(\.depth).max() ?? 0)
    case .repetition(let item, _, _), .part(_, let item): 1 + item.depth
    default: 1
    }
  }
}
