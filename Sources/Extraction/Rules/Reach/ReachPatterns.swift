import Lexicon

/// The patterns of all rules as ``Reach`` follows them: from their ends to their starts, over all positions of a window at
/// once.
///
/// A class, so that nothing of it is copied on the way.
final class ReachPatterns: Sendable {
  enum Operation: UInt8, Sendable, BitwiseCopyable {
    /// One scalar with the feature.
    case take
    /// A position with the feature; nothing is taken.
    case stand
    /// Scalars one after the other: the last with the feature, those before it with those of list `argument`, from the last to the
    /// first.
    case literal
    /// One scalar without the feature `argument`.
    case takeOther
    /// A token of the best path with the feature, which tells its tag.
    case word
    /// An entry with the feature: one that has a class of the set number `argument`.
    case entry
    /// A result with the feature: of type `argument`, of kind `kind` unless that is -1.
    case result
    /// A match of the definition whose chart has number `argument`. The feature is one that it holds.
    case chart
    /// The children one after the other; the first child is the last of the pattern. The feature is one that they hold.
    case sequence
    /// Any of the children; all of them end with a scalar that has the feature.
    case choice
    /// The child, from `least` to `most` times.
    case repetition
  }

  struct Node: Sendable, BitwiseCopyable {
    var operation: Operation
    var least: UInt8 = 0
    var most: UInt8 = 0
    /// Without it there is no match; -1 if none is known.
    var feature: Int32 = -1
    var argument: Int32 = 0
    var kind: Int32 = -1
    /// The numbers of nodes, or -1.
    var child: Int32 = -1
    var sibling: Int32 = -1
  }

  let nodes: Table<Node>
  /// By literal of several scalars: the features of those before its last one.
  let literals: FeatureLists<Int32>
  let classSets: Table<ClassSet>
  /// By rule: the number of its pattern's node.
  let roots: Table<Int32>
  /// Tells which rules are worth following.
  let sieve: RuleSieve
  let features: RuleFeatures
  /// By chart: the number of its definition's node.
  let chartRoots: [Int32]
  /// Bit n: the chart number n builds on results.
  let chartsOfResults: UInt64
  /// By chart: bit n for the chart number n, which it needs.
  let chartNeeds: Table<UInt64>

  /// - Parameters:
  ///   - stages: the numbers of the rules of each stage.
  ///   - charts: of the definitions that patterns share.
  init(_ builder: consuming ReachBuilder, stages: [[Int]], charts: [RuleNames.Chart]) {
    chartRoots = builder.chartRoots
    chartsOfResults = charts.indices.reduce(0) { charts[$1].asksResults ? $0 | 1 << UInt64($1) : $0 }
    chartNeeds = Table(charts.map(\.needs))
    nodes = Table(builder.nodes)
    literals = FeatureLists(builder.literals)
    classSets = Table(builder.classSets)
    roots = Table(builder.roots)
    sieve = RuleSieve(stages: stages, wishes: builder.wishes)
    builder.features.seal()
    features = builder.features
  }
}
