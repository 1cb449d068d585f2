import Lexicon

/// From where the patterns of rules match in a sentence: asked of all positions at once, before any of them is tried.
///
/// A pattern is followed from its end to its start. Each of its elements turns the set of positions from which the rest
/// matches into the set from which it matches with the element before it; sets are words of bits, so an element costs a
/// few instructions for 64 positions, and most patterns are at their end when the first set is empty: most rules for
/// organizations end with one of a few dozen words, and most sentences have none of them. The rows are those of
/// bit-parallel string matching (Baeza-Yates & Gonnet 1992), laid along the text instead of along the pattern.
struct Reach {
  var rows = SentenceRows()

  mutating func load(_ input: borrowing RuleInput, _ features: borrowing RuleFeatures) { rows.load(input, features) }

  /// Where in the first half of a window the pattern matches, as bits; where one of its matches would be longer than
  /// ``RuleMatcher/lengthLimit``, maybe too.
  @inline(__always)
  func starts(of pattern: borrowing ReachPattern, in input: borrowing RuleInput, window: Int) -> UInt64 {
    for feature in pattern.required where rows.row(feature, window).isEmpty { return 0 }
    return follow(pattern.nodes.start, pattern.root, from: .all, input, window).low
  }

  /// The positions from which the node leads to one of `ends`.
  private func follow(
    _ nodes: UnsafePointer<ReachPattern.Node>, _ number: Int, from ends: PositionSet, _ input: borrowing RuleInput,
    _ window: Int
  ) -> PositionSet {
    let node = nodes[number]
    switch node.operation {
    case .take: return rows.row(node.feature, window) & ends.before
    case .takeOther:
      return (rows.row(RuleFeatures.any, window) & ends.before).subtracting(rows.row(node.feature, window))
    case .stand: return rows.row(node.feature, window) & ends
    case .word:
      let starts = rows.row(node.feature, window)
      if starts.isEmpty || ends.isAll { return starts }
      let first = window &* PositionSet.step
      return starts.filter { ends.contains(Int(input.place(first &+ $0).tokenEnd) &- first) }
    case .entry:
      let starts = rows.row(node.feature, window)
      if starts.isEmpty || ends.isAll { return starts }
      let first = window &* PositionSet.step
      return starts.filter { start in
        for index in input.edgeRange(at: first &+ start) {
          let edge = input.edge(index)
          let classes = node.argument < 64 ? edge.classes.low : edge.classes.high
          if classes >> UInt64(node.argument & 63) & 1 != 0, ends.contains(Int(edge.end) &- first) { return true }
        }
        return false
      }
    case .result:
      let starts = rows.row(node.feature, window)
      if starts.isEmpty || ends.isAll && node.kind < 0 { return starts }
      let first = window &* PositionSet.step
      return starts.filter { start in
        var index = input.firstResult(at: first &+ start, .forward)
        while index >= 0 {
          let result = input.result(index)
          if result.type == node.argument, node.kind < 0 || result.kind == node.kind,
            ends.contains(Int(result.end) &- first)
          {
            return true
          }
          index = Int(result.nextStarting)
        }
        return false
      }
    case .sequence:
      var reached = ends
      var child = Int(node.child)
      while child >= 0 {
        reached = follow(nodes, child, from: reached, input, window)
        if reached.isEmpty { break }
        child = Int(nodes[child].sibling)
      }
      return reached
    case .choice:
      if node.feature >= 0, (rows.row(node.feature, window) & ends.before).isEmpty { return .none }
      var reached = PositionSet.none
      var child = Int(node.child)
      while child >= 0 {
        reached = reached | follow(nodes, child, from: ends, input, window)
        child = Int(nodes[child].sibling)
      }
      return reached
    case .repetition:
      var reached = ends
      for _ in node.least..<node.most {
        let longer = ends | follow(nodes, Int(node.child), from: reached, input, window)
        if longer == reached { break }
        reached = longer
      }
      for _ in 0..<node.least {
        reached = follow(nodes, Int(node.child), from: reached, input, window)
        if reached.isEmpty { break }
      }
      return reached
    }
  }
}
