import Lexicon

/// Where the definitions that rules share match in a sentence: charts, as parsers keep them of what they found (Kay 1980).
///
/// A chart is a ``PositionRelation`` for each window of the sentence. It is put together from the rows of its elements, all
/// positions at once, when the first rule asks for it. Definitions that build on results are asked anew in each stage.
struct Charts {
  /// Definitions beyond this many are read as if they stood in each pattern.
  static let limit = 64
  /// So are definitions of deeper nesting.
  static let depthLimit = 12

  /// Bit n: the chart number n is up to date.
  private var loaded: UInt64 = 0
  /// Bit n: it was asked for once, and answered without.
  private var asked: UInt64 = 0
  /// Bit n: its matches are told by position, too.
  private var laidOut: UInt64 = 0
  private var windowCount = 0
  /// By chart and window.
  private var lengths = Table<UInt64>()
  private var rows = Table<PositionSet>()
  /// By chart and position: bit n for a match of n scalars that begins there.
  private var byPosition = Table<UInt64>()
  /// Three relations for each level of nesting.
  private var scratch = Table<PositionSet>(capacity: 3 * (depthLimit + 1) * PositionRelation.lengthLimit)

  /// Forgets the charts of the sentence before.
  mutating func begin(_ rows: borrowing SentenceRows, _ patterns: borrowing ReachPatterns) {
    loaded = 0
    asked = 0
    laidOut = 0
    windowCount = rows.windowCount
    let cells = patterns.chartRoots.count * windowCount
    lengths.reserve(cells)
    self.rows.reserve(cells * PositionRelation.lengthLimit)
    byPosition.reserve(cells * PositionSet.step)
  }

  /// Forgets what the results of the stage before may have changed.
  mutating func beginStage(_ patterns: borrowing ReachPatterns) {
    loaded &= ~patterns.chartsOfResults
    laidOut &= loaded
  }

  /// Whether to make the chart for those who ask where its matches end: one question is answered sooner without.
  @inline(__always) mutating func isWorthMaking(_ number: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(number)
    if (loaded | asked) & bit != 0 { return true }
    asked |= bit
    return false
  }

  /// Whether one of the charts whose bits are set is not ready.
  @inline(__always) func lacks(_ wanted: UInt64) -> Bool { wanted & ~loaded != 0 }

  /// Makes the charts ready whose bits are set; those that they build on are among them.
  ///
  /// - Complexity: O(*n*) in the sentence's length for each chart.
  mutating func load(
    _ wanted: UInt64, _ patterns: borrowing ReachPatterns, _ input: RuleInput.View, _ rows: borrowing SentenceRows
  ) {
    let missing = wanted & ~loaded
    loaded |= missing
    let view = view
    // The numbers of definitions are above those that they build on.
    var open = missing
    while open != 0 {
      let number = open.trailingZeroBitCount
      open &= open &- 1
      for window in 0..<windowCount {
        var relation = view.matches(of: number, window: window)
        relation.lengths = 0
        add(
          patterns, Int(patterns.chartRoots[number]), to: &relation, input, rows.window(window), scratch.mutableStart)
        view.lengths[view.cell(number, window)] = relation.lengths
      }
    }
  }

  /// Makes the charts whose bits are set ready to be asked by position.
  ///
  /// - Precondition: they are loaded.
  @inline(__always) mutating func layOut(_ wanted: UInt64) {
    let missing = wanted & ~laidOut
    if missing != 0 { addByPosition(missing) }
  }

  @inline(never) private mutating func addByPosition(_ missing: UInt64) {
    laidOut |= missing
    let view = view
    RuleBits.forEach(missing) { number in
      for window in 0..<windowCount {
        let lengths = view.byPosition + view.cell(number, window) &* PositionSet.step
        lengths.update(repeating: 0, count: PositionSet.step)
        let matches = view.matches(of: number, window: window)
        RuleBits.forEach(matches.lengths) { length in
          RuleBits.forEach(matches.rows[length].low) { lengths[$0] |= 1 << UInt64(length) }
        }
      }
    }
  }

  /// The tables as rules read them: valid until the next sentence.
  struct View: BitwiseCopyable {
    fileprivate let lengths: UnsafeMutablePointer<UInt64>
    fileprivate let rows: UnsafeMutablePointer<PositionSet>
    fileprivate let byPosition: UnsafeMutablePointer<UInt64>
    fileprivate let windowCount: Int

    @inline(__always) fileprivate func cell(_ number: Int, _ window: Int) -> Int { number &* windowCount &+ window }

    /// The matches of a definition that begin in a window.
    @inline(__always) func matches(of number: Int, window: Int) -> PositionRelation {
      let cell = cell(number, window)
      return PositionRelation(lengths: lengths[cell], rows: rows + cell &* PositionRelation.lengthLimit)
    }

    /// Bit n: a match of the definition with n scalars begins at `position`.
    ///
    /// - Precondition: the chart is laid out.
    @inline(__always) func lengths(of number: Int, at position: Int) -> UInt64 {
      byPosition[cell(number, 0) &* PositionSet.step &+ position]
    }
  }

  var view: View {
    View(
      lengths: lengths.mutableStart, rows: rows.mutableStart, byPosition: byPosition.mutableStart,
      windowCount: windowCount)
  }

  /// Adds the matches of a node.
  ///
  /// - Parameter scratch: room for relations, three for each level below.
  private func add(
    _ patterns: borrowing ReachPatterns, _ number: Int, to relation: inout PositionRelation,
    _ input: RuleInput.View, _ rows: SentenceRows.Window, _ scratch: UnsafeMutablePointer<PositionSet>
  ) {
    let nodes = patterns.nodes.start
    let node = nodes[number]
    if node.feature >= 0, rows[node.feature].isEmpty { return }
    let deeper = scratch + 3 * PositionRelation.lengthLimit
    func empty(_ index: Int) -> PositionRelation {
      PositionRelation(lengths: 0, rows: scratch + index * PositionRelation.lengthLimit)
    }
    switch node.operation {
    case .take: relation.add(rows[node.feature], length: 1)
    case .literal:
      var starts = rows[node.feature]
      var length = 1
      patterns.literals.forEach(of: Int(node.argument)) {
        starts = rows[$0] & starts.before
        length &+= 1
      }
      relation.add(starts, length: length)
    case .takeOther: relation.add(rows[RuleFeatures.any].subtracting(rows[node.argument]), length: 1)
    case .stand: relation.add(rows[node.feature], length: 0)
    case .word: relation.addTokens(node.feature, input, rows)
    case .entry: relation.addEntries(node.feature, of: patterns.classSets[Int(node.argument)], input, rows)
    case .result: relation.addResults(node, input, rows)
    case .chart: relation.add(view.matches(of: Int(node.argument), window: rows.first >> 6))
    case .choice:
      var child = Int(node.child)
      while child >= 0 {
        add(patterns, child, to: &relation, input, rows, scratch)
        child = Int(nodes[child].sibling)
      }
    case .sequence:
      // From the last element to the first.
      var rest = empty(0)
      var spare = empty(1)
      var child = Int(node.child)
      add(patterns, child, to: &rest, input, rows, deeper)
      child = Int(nodes[child].sibling)
      while child >= 0, rest.lengths != 0 {
        var first = empty(2)
        add(patterns, child, to: &first, input, rows, deeper)
        spare.lengths = 0
        spare.add(first, then: rest)
        swap(&rest, &spare)
        child = Int(nodes[child].sibling)
      }
      relation.add(rest)
    case .repetition:
      if node.least == 0 { relation.add(.all, length: 0) }
      var once = empty(2)
      add(patterns, Int(node.child), to: &once, input, rows, deeper)
      var times = 1
      var all = once
      var spare = empty(0)
      var next = empty(1)
      while all.lengths != 0 {
        if times >= node.least { relation.add(all) }
        if times == node.most { break }
        spare.lengths = 0
        spare.add(once, then: all)
        (all, spare, next) = (spare, next, spare)
        times += 1
      }
    }
  }
}
