extension RuleSet {
  /// The number of `ORG`, `PLACE` and `TITLE`; see ``coreTypes``.
  static let organization: UInt8 = 1
  static let place: UInt8 = 2
  static let title: UInt8 = 3
}
