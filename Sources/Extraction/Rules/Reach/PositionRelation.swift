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
    for length in 1...RuleFeatures.shortLengths {
      add(tokens & rows[RuleFeatures.tokens &+ length], length: Int(length))
    }
    let first = rows.first
    (tokens & rows.long(RuleFeatures.tokens)).forEach { start in
      add(PositionSet(start), length: Int(input.place(first &+ start).tokenEnd) &- first &- start)
    }
  }

  /// Adds what of the feature, of entries or results, is short.
  @inline(__always) private mutating func addShort(_ feature: Int32, _ rows: SentenceRows.Window) {
    for length in 1...RuleFeatures.shortLengths { add(rows[feature &+ length], length: Int(length)) }
  }

  /// Adds the dictionary entries that have one of the classes.
  ///
  /// - Parameter feature: that such an entry begins.
  mutating func addEntries(
    _ feature: Int32, of classes: ClassSet, _ input: RuleInput.View, _ rows: SentenceRows.Window
  ) {
    addShort(feature, rows)
    let first = rows.first
    rows.long(feature).forEach { start in
      for index in input.edgeRange(at: first &+ start) {
        let edge = input.edge(index)
        if (edge.classes.low & classes.low) | (edge.classes.high & classes.high) == 0 { continue }
        add(PositionSet(start), length: Int(edge.end) &- first &- start)
      }
    }
  }

  /// Adds the results that the node asks for.
  mutating func addResults(_ node: ReachPatterns.Node, _ input: RuleInput.View, _ rows: SentenceRows.Window) {
    addShort(node.feature, rows)
    let first = rows.first
    rows.long(node.feature).forEach { start in
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
