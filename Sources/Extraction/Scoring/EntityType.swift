/// The types that the model weighs; their raw values are their numbers in ``RuleSet/types`` and the lanes of its weights.
package enum EntityType: UInt8, CaseIterable, Sendable {
  case person, organization, place

  /// The type as a bit, for sets of types.
  var bit: UInt8 { 1 << rawValue }
  var lane: Int { Int(rawValue) }

  package var category: Entity.Category {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place: .place
    }
  }

  package init?(_ category: Entity.Category) {
    guard let type = Self.allCases.first(where: { $0.category == category }) else { return nil }
    self = type
  }
}
