import Lexicon

/// From where single elements of patterns lead to positions.
extension SentenceRows.Window {
  typealias Node = ReachPatterns.Node

  /// The literals of the node that end at one of `ends`.
  func literal(
    _ node: UnsafePointer<Node>, _ patterns: borrowing ReachPatterns, to ends: PositionSet
  ) -> PositionSet {
    var reached = self[node.pointee.feature] & ends.before
    patterns.literals.forEach(of: Int(node.pointee.argument)) { reached = self[$0] & reached.before }
    return reached
  }

  /// The tokens of the best path with the node's feature that end at one of `ends`.
  @inline(never)
  func tokens(_ node: UnsafePointer<Node>, _ input: RuleInput.View, to ends: PositionSet) -> PositionSet {
    let tokens = self[node.pointee.feature]
    let short = tokens & short(RuleFeatures.tokens, to: ends)
    let long = tokens & long(RuleFeatures.tokens)
    if long.isEmpty { return short }
    return short | long.filter { ends.contains(Int(input.place(first &+ $0).tokenEnd) &- first) }
  }

  /// The entries that the node asks for and that end at one of `ends`.
  @inline(never)
  func entries(
    _ node: UnsafePointer<Node>, _ patterns: borrowing ReachPatterns, _ input: RuleInput.View, to ends: PositionSet
  ) -> PositionSet {
    let short = short(node.pointee.feature, to: ends)
    let long = long(node.pointee.feature)
    if long.isEmpty { return short }
    let classes = patterns.classSets[Int(node.pointee.argument)]
    return short
      | long.filter { start in
        for index in input.edgeRange(at: first &+ start) {
          let edge = input.edge(index)
          if (edge.classes.low & classes.low) | (edge.classes.high & classes.high) != 0,
            ends.contains(Int(edge.end) &- first)
          {
            return true
          }
        }
        return false
      }
  }

  /// The results that the node asks for and that end at one of `ends`.
  @inline(never)
  func results(_ node: UnsafePointer<Node>, _ input: RuleInput.View, to ends: PositionSet) -> PositionSet {
    let (type, kind) = (node.pointee.argument, node.pointee.kind)
    let short = short(node.pointee.feature, to: ends)
    let long = long(node.pointee.feature)
    if long.isEmpty { return short }
    return short
      | long.filter { start in
        var index = input.firstResult(at: first &+ start, .forward)
        while index >= 0 {
          let result = input.result(index)
          if result.type == type, kind < 0 || result.kind == kind, ends.contains(Int(result.end) &- first) {
            return true
          }
          index = Int(result.nextStarting)
        }
        return false
      }
  }
}
