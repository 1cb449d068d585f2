import Lexicon

/// From where the patterns of rules match in a sentence: asked of all positions at once, before any of them is tried.
///
/// A pattern is followed from its end to its start. Each of its elements turns the set of positions from which the rest
/// matches into the set from which it matches with the element before it; sets are words of bits, so an element costs a
/// few instructions for 64 positions, and most patterns are at their end when the first set is empty: most rules for
/// organizations end with one of a few dozen words, and most sentences have none of them. The rows are those of
/// bit-parallel string matching (Baeza-Yates & Gonnet 1992), laid along the text instead of along the pattern.
struct Reach {
  private var rows = SentenceRows()
  private var charts = Charts()

  var windowCount: Int { rows.windowCount }

  mutating func load(_ input: RuleInput.View, _ patterns: borrowing ReachPatterns) {
    rows.load(input, patterns.features)
    charts.begin(rows, patterns)
  }

  /// To be called before the rules of a stage ask.
  mutating func beginStage(_ patterns: borrowing ReachPatterns) { charts.beginStage(patterns) }

  /// A result of the type starts at `position`.
  mutating func add(resultOf type: UInt8, at position: Int) { rows.add(resultOf: type, at: position) }

  /// Whether the sentence lacks what the rule asks for first; told of sentences that one window shows whole.
  @inline(__always) func lacks(_ rule: Int, _ patterns: borrowing ReachPatterns) -> Bool {
    rows.windowCount == 1 && rows.window(0)[patterns.rarest[rule]].low == 0
  }

  /// Where in the first half of a window the pattern of a rule matches, as bits; where one of its matches would be longer
  /// than ``RuleMatcher/lengthLimit``, maybe too.
  @inline(__always)
  mutating func starts(
    of rule: Int, _ patterns: borrowing ReachPatterns, in input: RuleInput.View, window: Int
  ) -> UInt64 {
    let rows = rows.window(window)
    var index = Int(patterns.requiredStart[rule])
    let end = Int(patterns.requiredStart[rule &+ 1])
    while index < end {
      if rows[patterns.required[index]].isEmpty { return 0 }
      index &+= 1
    }
    return lead(patterns, Int(patterns.roots[rule]), to: .all, input, rows).low
  }

  /// The charts, those ready that a program needs.
  @inline(__always)
  mutating func charts(
    of program: borrowing RuleProgram, _ patterns: borrowing ReachPatterns, _ input: RuleInput.View
  ) -> Charts.View {
    charts.load(program.charts, patterns, input, rows)
    return charts.view
  }

  /// The positions from which the node leads to one of `ends`: what is at its end at once is not gone into.
  @inline(__always)
  private mutating func lead(
    _ patterns: borrowing ReachPatterns, _ number: Int, to ends: PositionSet, _ input: RuleInput.View,
    _ rows: SentenceRows.Window
  ) -> PositionSet {
    let nodes = patterns.nodes.start
    let feature = nodes[number].feature
    if feature >= 0 {
      let row = rows[feature]
      if row.isEmpty { return .none }
      switch nodes[number].operation {
      case .take: return row & ends.before
      case .stand: return row & ends
      case .word, .entry: if ends.isAll { return row }
      case .choice: if (row & ends.before).isEmpty { return .none }
      default: break
      }
    }
    return follow(patterns, number, to: ends, input, rows)
  }

  private mutating func follow(
    _ patterns: borrowing ReachPatterns, _ number: Int, to ends: PositionSet, _ input: RuleInput.View,
    _ rows: SentenceRows.Window
  ) -> PositionSet {
    let nodes = patterns.nodes.start
    let node = nodes[number]
    switch node.operation {
    case .take, .stand: return lead(patterns, number, to: ends, input, rows)
    case .takeOther:
      return (rows[RuleFeatures.any] & ends.before).subtracting(rows[node.argument])
    case .word:
      let first = rows.first
      let tokens = rows[node.feature]
      var short = PositionSet.none
      var starts = ends
      for length in 0..<RuleFeatures.shortTokens {
        starts = starts.before
        short = short | rows[RuleFeatures.tokens &+ length] & starts
      }
      let long = tokens & rows[RuleFeatures.longTokens]
      return tokens & short | long.filter { ends.contains(Int(input.place(first &+ $0).tokenEnd) &- first) }
    case .entry:
      let first = rows.first
      let short = rows[RuleFeatures.shortEntries &+ node.argument] & ends.before
      let long = rows[RuleFeatures.longEntries &+ node.argument]
      return short
        | long.filter { start in
          for index in input.edgeRange(at: first &+ start) {
            let edge = input.edge(index)
            let classes = node.argument < 64 ? edge.classes.low : edge.classes.high
            if classes >> UInt64(node.argument & 63) & 1 != 0, ends.contains(Int(edge.end) &- first) { return true }
          }
          return false
        }
    case .result:
      let first = rows.first
      return rows[node.feature].filter { start in
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
    case .chart:
      let number = Int(node.argument)
      charts.load(patterns.chartNeeds[number], patterns, input, self.rows)
      return charts.view.matches(of: number, window: rows.first >> 6).starts(to: ends)
    case .sequence:
      var reached = ends
      var child = Int(node.child)
      while child >= 0 {
        reached = lead(patterns, child, to: reached, input, rows)
        if reached.isEmpty { break }
        child = Int(nodes[child].sibling)
      }
      return reached
    case .choice:
      var reached = PositionSet.none
      var child = Int(node.child)
      while child >= 0 {
        reached = reached | lead(patterns, child, to: ends, input, rows)
        child = Int(nodes[child].sibling)
      }
      return reached
    case .repetition:
      var reached = ends
      for _ in node.least..<node.most {
        let longer = ends | lead(patterns, Int(node.child), to: reached, input, rows)
        if longer == reached { break }
        reached = longer
      }
      for _ in 0..<node.least {
        reached = lead(patterns, Int(node.child), to: reached, input, rows)
        if reached.isEmpty { break }
      }
      return reached
    }
  }
}
