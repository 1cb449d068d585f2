/// What the matches of a node have.
extension ReachBuilder {
  /// A feature that whatever the node matches holds; -1 if none is known.
  mutating func lastRequired(_ number: Int32) -> Int32 {
    needs(of: number).last { $0.count == 1 }?[0] ?? -1
  }

  /// Each match of the node has one feature of each of these.
  private mutating func needs(of number: Int32) -> [[Int32]] {
    if let known = needs[Int(number)] { return known }
    let found = findNeeds(of: number)
    needs[Int(number)] = found
    return found
  }

  private mutating func findNeeds(of number: Int32) -> [[Int32]] {
    let node = nodes[Int(number)]
    switch node.operation {
    case .take where node.feature == RuleFeatures.any: return []
    case .take, .word, .entry, .result: return [[node.feature]]
    case .literal: return [[node.feature]] + literals[Int(node.argument)].map { [$0] }
    case .takeOther, .stand: return []
    case .chart: return needs(of: chartRoots[Int(node.argument)])
    case .choice:
      if node.feature >= 0 { return [[node.feature]] }
      var ways: [[Int32]] = []
      for child in children(of: number) { ways.append(rarestNeeds(child).first ?? []) }
      let all = Set(ways.flatMap(\.self)).sorted()
      return ways.contains([]) || all.count > Self.needLimit ? [] : [all]
    case .repetition: return node.least > 0 ? needs(of: node.child) : []
    case .sequence:
      var all: [[Int32]] = []
      for child in children(of: number) { all += needs(of: child) }
      return all
    }
  }

  /// Longer needs are met nearly everywhere.
  private static let needLimit = 16
  /// More needs of a rule than the rarest say little.
  private static let needsOfRule = 6

  /// The needs of the node that fewest sentences meet.
  mutating func rarestNeeds(_ number: Int32) -> [[Int32]] {
    let ranked = Set(needs(of: number)).map { (need: $0, rank: $0.map { features.rarity(of: $0) }.min() ?? 0) }
    // What is nearly everywhere says nothing beside the rest.
    let best = ranked.contains { $0.rank > 0 } ? ranked.filter { $0.rank > 0 } : ranked
    let sorted = best.sorted { ($1.rank, $0.need.count, $1.need[0]) < ($0.rank, $1.need.count, $0.need[0]) }
    return sorted.prefix(Self.needsOfRule).map(\.need)
  }

  private func children(of number: Int32) -> [Int32] {
    var all: [Int32] = []
    var child = nodes[Int(number)].child
    while child >= 0 {
      all.append(child)
      child = nodes[Int(child)].sibling
    }
    return all
  }
}
