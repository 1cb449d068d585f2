struct TimeOutcome {
  var match: NumericMatch
  func apply(to context: inout NumericContext) {}
}
extension NumericScan {
  func time(at start: Int) -> TimeOutcome? { nil }
}
