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
  // What is followed now, and where: kept here, so that a step hands on no more than the node and the ends.
  private var nodes: UnsafePointer<ReachPatterns.Node>
  private var window: SentenceRows.Window
  private var input: RuleInput.View

  /// The patterns; each of the methods is given the same.
  init(_ patterns: ReachPatterns, _ input: RuleInput.View) {
    nodes = patterns.nodes.start
    window = rows.window(0)
    self.input = input
  }

  var windowCount: Int { rows.windowCount }

  mutating func load(_ input: RuleInput.View, _ patterns: borrowing ReachPatterns) {
    rows.load(input, patterns)
    charts.begin(rows, patterns)
  }

  /// To be called before the rules of a stage ask.
  ///
  /// - Parameter input: with the results of the stage before.
  mutating func beginStage(_ input: RuleInput.View, _ patterns: borrowing ReachPatterns) {
    self.input = input
    charts.beginStage(patterns)
  }

  /// Adds a result of the stage.
  mutating func add(_ result: Candidate, _ patterns: borrowing ReachPatterns) { rows.add(result, patterns) }

  /// The rules of a group that may match from the first half of a window.
  @inline(__always)
  func rules(
    _ open: UInt64, of group: RuleSieve.Group, _ patterns: borrowing ReachPatterns, window: Int
  ) -> UInt64 {
    patterns.sieve.sift(open, of: group, rows.window(window))
  }

  /// Where in the first half of a window the pattern of a rule matches, as bits; where one of its matches would be longer
  /// than ``RuleMatcher/lengthLimit``, maybe too.
  @inline(__always)
  mutating func starts(of rule: Int, _ patterns: borrowing ReachPatterns, window: Int) -> UInt64 {
    self.window = rows.window(window)
    return lead(patterns, Int(patterns.roots[rule]), to: .all).low
  }

  /// The charts, those ready that a program needs.
  @inline(__always)
  mutating func charts(of program: RuleProgram.Code, _ patterns: borrowing ReachPatterns) -> Charts.View {
    if charts.lacks(program.charts) { makeCharts(program.charts, patterns) }
    charts.layOut(program.ownCharts)
    return charts.view
  }

  /// Apart, so that those who find their charts made do not hold what making them takes.
  @inline(never)
  private mutating func makeCharts(_ wanted: UInt64, _ patterns: borrowing ReachPatterns) {
    charts.load(wanted, patterns, input, rows)
  }

  /// The positions from which the node leads to one of `ends`: what is at its end at once is not gone into.
  @inline(__always)
  private mutating func lead(_ patterns: borrowing ReachPatterns, _ number: Int, to ends: PositionSet) -> PositionSet {
    let node = nodes + number
    let feature = node.pointee.feature
    if feature >= 0 {
      let row = window[feature]
      if row.isEmpty { return .none }
      if node.pointee.operation == .take { return row & ends.before }
      if node.pointee.operation == .stand { return row & ends }
    }
    return follow(patterns, node, to: ends)
  }

  /// No more than the way to the operation's own function, which is jumped to: most of them need few registers.
  @inline(never)
  private mutating func follow(
    _ patterns: borrowing ReachPatterns, _ node: UnsafePointer<ReachPatterns.Node>, to ends: PositionSet
  ) -> PositionSet {
    switch node.pointee.operation {
    case .take: window[node.pointee.feature] & ends.before
    case .stand: window[node.pointee.feature] & ends
    case .takeOther: (window[RuleFeatures.any] & ends.before).subtracting(window[node.pointee.argument])
    case .literal: window.literal(node, patterns, to: ends)
    case .word: ends.isAll ? window[node.pointee.feature] : window.tokens(node, input, to: ends)
    case .entry: ends.isAll ? window[node.pointee.feature] : window.entries(node, patterns, input, to: ends)
    case .result: ends.isAll ? window[node.pointee.feature] : window.results(node, input, to: ends)
    case .chart: chart(patterns, node, to: ends)
    case .sequence: sequence(patterns, node, to: ends)
    case .choice: choice(patterns, node, to: ends)
    case .repetition: repetition(patterns, node, to: ends)
    }
  }

  @inline(never)
  private mutating func chart(
    _ patterns: borrowing ReachPatterns, _ node: UnsafePointer<ReachPatterns.Node>, to ends: PositionSet
  ) -> PositionSet {
    let number = Int(node.pointee.argument)
    if !charts.isWorthMaking(number) { return lead(patterns, Int(patterns.chartRoots[number]), to: ends) }
    if charts.lacks(1 << UInt64(number)) { makeCharts(patterns.chartNeeds[number], patterns) }
    return charts.view.matches(of: number, window: window.first >> 6).starts(to: ends)
  }

  @inline(never)
  private mutating func sequence(
    _ patterns: borrowing ReachPatterns, _ node: UnsafePointer<ReachPatterns.Node>, to ends: PositionSet
  ) -> PositionSet {
    var reached = ends
    var child = Int(node.pointee.child)
    while child >= 0 {
      reached = lead(patterns, child, to: reached)
      if reached.isEmpty { break }
      child = Int(nodes[child].sibling)
    }
    return reached
  }

  @inline(never)
  private mutating func choice(
    _ patterns: borrowing ReachPatterns, _ node: UnsafePointer<ReachPatterns.Node>, to ends: PositionSet
  ) -> PositionSet {
    var reached = PositionSet.none
    if node.pointee.feature >= 0, (window[node.pointee.feature] & ends.before).isEmpty { return reached }
    var child = Int(node.pointee.child)
    while child >= 0 {
      reached = reached | lead(patterns, child, to: ends)
      child = Int(nodes[child].sibling)
    }
    return reached
  }

  @inline(never)
  private mutating func repetition(
    _ patterns: borrowing ReachPatterns, _ node: UnsafePointer<ReachPatterns.Node>, to ends: PositionSet
  ) -> PositionSet {
    let child = Int(node.pointee.child)
    var reached = ends
    for _ in node.pointee.least..<node.pointee.most {
      let longer = ends | lead(patterns, child, to: reached)
      if longer == reached { break }
      reached = longer
    }
    for _ in 0..<node.pointee.least {
      reached = lead(patterns, child, to: reached)
      if reached.isEmpty { break }
    }
    return reached
  }
}
