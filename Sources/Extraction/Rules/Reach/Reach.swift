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
    if program.charts != 0 {
      charts.load(program.charts, patterns, input, rows)
      charts.layOut(program.ownCharts)
    }
    return charts.view
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
    return follow(patterns, number, to: ends)
  }

  private mutating func follow(_ patterns: borrowing ReachPatterns, _ number: Int, to ends: PositionSet) -> PositionSet
  {
    let node = nodes + number
    switch node.pointee.operation {
    case .take: return window[node.pointee.feature] & ends.before
    case .stand: return window[node.pointee.feature] & ends
    case .literal:
      var reached = window[node.pointee.feature] & ends.before
      if reached.isEmpty { return .none }
      patterns.literals.forEach(of: Int(node.pointee.argument)) { reached = window[$0] & reached.before }
      return reached
    case .takeOther: return (window[RuleFeatures.any] & ends.before).subtracting(window[node.pointee.argument])
    case .word: return ends.isAll ? window[node.pointee.feature] : tokens(node.pointee.feature, to: ends)
    case .entry:
      return ends.isAll
        ? window[node.pointee.feature]
        : entries(node.pointee.feature, of: patterns.classSets.start + Int(node.pointee.argument), to: ends)
    case .result: return ends.isAll ? window[node.pointee.feature] : results(node, to: ends)
    case .chart:
      let number = Int(node.pointee.argument)
      if !charts.isWorthMaking(number) { return lead(patterns, Int(patterns.chartRoots[number]), to: ends) }
      charts.load(patterns.chartNeeds[number], patterns, input, rows)
      return charts.view.matches(of: number, window: window.first >> 6).starts(to: ends)
    case .sequence:
      var reached = ends
      var child = Int(node.pointee.child)
      while child >= 0 {
        reached = lead(patterns, child, to: reached)
        if reached.isEmpty { break }
        child = Int(nodes[child].sibling)
      }
      return reached
    case .choice:
      if node.pointee.feature >= 0, (window[node.pointee.feature] & ends.before).isEmpty { return .none }
      var reached = PositionSet.none
      var child = Int(node.pointee.child)
      while child >= 0 {
        reached = reached | lead(patterns, child, to: ends)
        child = Int(nodes[child].sibling)
      }
      return reached
    case .repetition:
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

  /// The tokens of the best path with the feature that end at one of `ends`.
  @inline(__always) private func tokens(_ feature: Int32, to ends: PositionSet) -> PositionSet {
    let tokens = window[feature]
    let short = tokens & window.short(RuleFeatures.tokens, to: ends)
    let first = window.first
    let long = tokens & window.long(RuleFeatures.tokens)
    return short | long.filter { ends.contains(Int(input.place(first &+ $0).tokenEnd) &- first) }
  }

  /// The entries with the feature, which have one of the classes, that end at one of `ends`.
  @inline(__always)
  private func entries(
    _ feature: Int32, of classes: UnsafePointer<ClassSet>, to ends: PositionSet
  ) -> PositionSet {
    let short = window.short(feature, to: ends)
    let long = window.long(feature)
    if long.isEmpty { return short }
    let first = window.first
    return short
      | long.filter { start in
        for index in input.edgeRange(at: first &+ start) {
          let edge = input.edge(index)
          if (edge.classes.low & classes.pointee.low) | (edge.classes.high & classes.pointee.high) != 0,
            ends.contains(Int(edge.end) &- first)
          {
            return true
          }
        }
        return false
      }
  }

  /// The results that the node asks for and that end at one of `ends`.
  @inline(__always)
  private func results(_ node: UnsafePointer<ReachPatterns.Node>, to ends: PositionSet) -> PositionSet {
    let (type, kind) = (node.pointee.argument, node.pointee.kind)
    let short = window.short(node.pointee.feature, to: ends)
    let long = window.long(node.pointee.feature)
    if long.isEmpty { return short }
    let first = window.first
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
