import Lexicon

/// Which positions of a window lead to which others: for each length, those from where a match of that many scalars goes.
///
/// A view of memory that ``Charts`` own: good until they take in the next sentence.
struct PositionRelation: BitwiseCopyable {
  /// Matches are shorter than this, in scalars.
  static let lengthLimit = RuleMatcher.lengthLimit + 1

  /// Bit n: there are matches of n scalars.
  var lengths: UInt64
  /// By length; undefined for lengths that there are none of.
  let rows: UnsafeMutablePointer<PositionSet>

  @inline(__always) mutating func add(_ starts: PositionSet, length: Int) {
    if starts.isEmpty || length >= Self.lengthLimit { return }
    let bit: UInt64 = 1 << UInt64(length)
    rows[length] = lengths & bit == 0 ? starts : rows[length] | starts
    lengths |= bit
  }

  @inline(__always) mutating func add(_ other: PositionRelation) {
    RuleBits.forEach(other.lengths) { add(other.rows[$0], length: $0) }
  }

  /// Adds what leads from a match of `first` through one of `rest`.
  mutating func add(_ first: PositionRelation, then rest: PositionRelation) {
    RuleBits.forEach(first.lengths) { length in
      let starts = first.rows[length]
      RuleBits.forEach(rest.lengths) { add(starts & rest.rows[$0].before(length), length: length &+ $0) }
    }
  }

  /// The positions from which it leads to one of `ends`.
  @inline(__always) func starts(to ends: PositionSet) -> PositionSet {
    var starts = PositionSet.none
    RuleBits.forEach(lengths) { starts = starts | rows[$0] & ends.before($0) }
    return starts
  }

  /// Adds the tokens of the best path that have a tag of the feature.
  mutating func addTokens(_ feature: Int32, _ input: RuleInput.View, _ rows: SentenceRows.Window) {
    let tokens = rows[feature]
    for length in 0..<RuleFeatures.shortTokens {
      add(tokens & rows[RuleFeatures.tokens &+ length], length: Int(length) &+ 1)
    }
    let first = rows.first
    (tokens & rows[RuleFeatures.longTokens]).forEach { start in
      add(PositionSet(start), length: Int(input.place(first &+ start).tokenEnd) &- first &- start)
    }
  }

  /// Adds the dictionary entries of the class that the node asks for.
  mutating func addEntries(_ node: ReachPatterns.Node, _ input: RuleInput.View, _ rows: SentenceRows.Window) {
    add(rows[node.feature &+ RuleFeatures.shortEntries], length: 1)
    let first = rows.first
    let id = node.argument
    rows[node.feature &+ RuleFeatures.longEntries].forEach { start in
      for index in input.edgeRange(at: first &+ start) {
        let edge = input.edge(index)
        let classes = id < 64 ? edge.classes.low : edge.classes.high
        let length = Int(edge.end) &- first &- start
        if classes >> UInt64(id & 63) & 1 != 0, length > 1 { add(PositionSet(start), length: length) }
      }
    }
  }

  /// Adds the results that the node asks for.
  mutating func addResults(_ node: ReachPatterns.Node, _ input: RuleInput.View, _ rows: SentenceRows.Window) {
    let first = rows.first
    rows[node.feature].forEach { start in
      var index = input.firstResult(at: first &+ start, .forward)
      while index >= 0 {
        let result = input.result(index)
        index = Int(result.nextStarting)
        guard result.type == node.argument, node.kind < 0 || result.kind == node.kind else { continue }
        add(PositionSet(start), length: Int(result.end) &- first &- start)
      }
    }
  }
}
