extension RuleInput {
  /// Calls `body` with the other end of each result of the type that starts (backward: ends) at `position`, the last one
  /// proposed first.
  ///
  /// - Parameter position: at most ``count``.
  /// - Complexity: linear in the results there.
  func forEachResult(ofType type: UInt8, at position: Int, _ direction: RuleMatcher.Direction, _ body: (Int) -> Void) {
    var index = view.firstResult(at: position, direction)
    while index >= 0 {
      let result = view.result(index)
      if result.type == Int32(type) { body(Int(direction == .forward ? result.end : result.start)) }
      index = Int(direction == .forward ? result.nextStarting : result.nextEnding)
    }
  }
}
