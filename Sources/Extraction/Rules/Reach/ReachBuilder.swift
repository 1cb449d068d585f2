import Lexicon

/// Writes the nodes of ``ReachPatterns``, rule after rule.
struct ReachBuilder {
  typealias Node = ReachPatterns.Node

  private(set) var nodes: [Node] = []
  var literals: [[Int32]] = []
  private(set) var classSets: [ClassSet] = []
  /// By node, once asked for.
  var needs: [[[Int32]]?] = []
  private(set) var roots: [Int32] = []
  /// By rule.
  private(set) var wishes: [RuleSieve.Wishes] = []
  /// By chart: the number of its definition's node.
  private(set) var chartRoots: [Int32] = []
  var features = RuleFeatures()

  /// Adds the pattern of the next rule.
  ///
  /// - Parameter contexts: one entry of each must stand in the sentence.
  mutating func addRule(
    _ pattern: RulePattern, contexts: [ClassSet], _ names: inout RuleNames
  ) throws(RuleError.Reason) {
    let root = try add(pattern, &names)
    roots.append(root)
    wishes.append(RuleSieve.Wishes(needs: rarestNeeds(root), contexts: contexts))
  }

  /// Adds the definitions that have a chart by now.
  mutating func addCharts(_ names: inout RuleNames) throws(RuleError.Reason) {
    try addCharts(below: names.charts.count, &names)
  }

  /// Each definition comes behind those that it builds on, so they are there when it asks for them.
  private mutating func addCharts(below number: Int, _ names: inout RuleNames) throws(RuleError.Reason) {
    while chartRoots.count < number {
      chartRoots.append(try add(names.charts[chartRoots.count].definition.pattern, &names))
    }
  }

  /// - Returns: the number of the pattern's node.
  private mutating func add(_ pattern: RulePattern, _ names: inout RuleNames) throws(RuleError.Reason) -> Int32 {
    if let classes = pattern.classNames { return append(try entry(of: classes, names)) }
    switch pattern {
    case .literal(let scalars): return literal(scalars.map { features.feature(of: [names.fold($0)]) })
    case .set(let scalars, let negated):
      let feature = features.feature(of: Set(scalars.map { names.fold($0) }))
      return append(
        negated ? Node(operation: .takeOther, argument: feature) : Node(operation: .take, feature: feature))
    case .scalar(let kind):
      let bit = Int32(ScalarKinds.mask(of: kind).trailingZeroBitCount)
      return append(Node(operation: .take, feature: kind == .any ? RuleFeatures.any : RuleFeatures.kinds + bit))
    case .entry(let name): return append(try entry(of: [name], names))
    case .word(let tag):
      return append(word(names.tagMask(tag)))
    case .result(let type, let kind):
      let number = names.type(type)
      let kind = kind.map { names.kind($0) } ?? -1
      return append(
        Node(
          operation: .result, feature: features.feature(ofResults: number, kind: kind), argument: number, kind: kind))
    case .boundary: return append(Node(operation: .stand, feature: RuleFeatures.boundary))
    case .sentenceStart: return append(Node(operation: .stand, feature: RuleFeatures.sentenceStart))
    case .sentenceEnd: return append(Node(operation: .stand, feature: RuleFeatures.sentenceEnd))
    case .sequence(let items): return sequence(of: try add(items, &names))
    case .choice(let items):
      if let literals = foldedLiterals(of: items, names) { return choice(of: literals, shared: 0) }
      // Words of several parts of speech are one question: a token has one.
      let tags = items.compactMap { if case .word(let tag) = $0 { names.tagMask(tag) } else { nil } }
      // So are entries of several classes.
      let classes = items.compactMap(\.classNames).flatMap(\.self)
      let others = items.filter { if case .word = $0 { false } else { $0.classNames == nil } }
      var children = try add(others, &names)
      if !tags.isEmpty { children.append(append(word(tags.reduce(0, |)))) }
      if !classes.isEmpty { children.append(append(try entry(of: classes, names))) }
      return children.count == 1
        ? children[0] : append(Node(operation: .choice, child: chain(children)))
    case .repetition(let item, let min, let max):
      let child = try add(item, &names)
      let feature = min > 0 ? lastRequired(child) : -1
      return append(
        Node(
          operation: .repetition, least: UInt8(truncatingIfNeeded: min), most: UInt8(truncatingIfNeeded: max),
          feature: feature, child: child))
    case .part(_, let item): return try add(item, &names)
    case .definition(let definition):
      guard let number = try names.chart(of: definition) else { return try add(definition.pattern, &names) }
      try addCharts(below: Int(number) + 1, &names)
      let root = chartRoots[Int(number)]
      // One question is answered sooner without its chart.
      if nodes[Int(root)].operation == .word { return append(nodes[Int(root)]) }
      return append(Node(operation: .chart, feature: lastRequired(root), argument: number))
    }
  }

  private mutating func entry(of names: [String], _ known: RuleNames) throws(RuleError.Reason) -> Node {
    var classes = ClassSet()
    for name in names {
      guard let id = known.lexicon.classID(named: name) else { throw .unknownClass(name) }
      classes.insert(id)
    }
    classSets.append(classes)
    return Node(
      operation: .entry, feature: features.feature(ofEntries: classes), argument: Int32(classSets.count - 1))
  }

  private mutating func add(_ items: [RulePattern], _ names: inout RuleNames) throws(RuleError.Reason) -> [Int32] {
    var numbers: [Int32] = []
    for item in items { numbers.append(try add(item, &names)) }
    return numbers
  }

  private mutating func word(_ tags: UInt64) -> Node {
    Node(operation: .word, feature: features.feature(ofTags: tags))
  }

  mutating func append(_ node: Node) -> Int32 {
    nodes.append(node)
    needs.append(nil)
    return Int32(nodes.count - 1)
  }

  mutating func sequence(of items: [Int32]) -> Int32 {
    if items.count == 1 { return items[0] }
    let feature: Int32 = items.map { lastRequired($0) }.last(where: { $0 >= 0 }) ?? -1
    return append(Node(operation: .sequence, feature: feature, child: chain(items.reversed())))
  }

  /// Links siblings.
  ///
  /// - Returns: the first of them, or -1.
  mutating func chain(_ items: [Int32]) -> Int32 {
    for (item, next) in zip(items, items.dropFirst()) { nodes[Int(item)].sibling = next }
    return items.first ?? -1
  }
}
