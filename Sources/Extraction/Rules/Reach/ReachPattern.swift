import Lexicon

/// A pattern as ``Reach`` follows it: from its end to its start, over all positions of a window at once.
///
/// A class, so that nothing of it is copied on the way.
final class ReachPattern: Sendable {
  enum Operation: UInt8, Sendable, BitwiseCopyable {
    /// One scalar with the feature, or (`takeOther`) any without it.
    case take, takeOther
    /// A position with the feature; nothing is taken.
    case stand
    /// A token of the best path with the feature, which tells its tag.
    case word
    /// An entry of class `argument`.
    case entry
    /// A result of type `argument`, of kind `kind` unless that is -1.
    case result
    /// The children one after the other; the first child is the last of the pattern.
    case sequence
    /// Any of the children; all of them end with a scalar that has the feature, unless that is -1.
    case choice
    /// The child, from `least` to `most` times.
    case repetition
  }

  struct Node: Sendable, BitwiseCopyable {
    var operation: Operation
    var least: UInt8 = 0
    var most: UInt8 = 0
    var feature: Int32 = -1
    var argument: Int32 = 0
    var kind: Int32 = -1
    /// The numbers of nodes, or -1.
    var child: Int32 = -1
    var sibling: Int32 = -1
  }

  let nodes: Table<Node>
  /// The number of the pattern's own node.
  let root: Int
  /// What every match holds somewhere.
  let required: [Int32]

  init(_ pattern: RulePattern, names: inout RuleNames, features: inout RuleFeatures) throws(RuleError.Reason) {
    var builder = ReachBuilder()
    root = Int(try builder.add(pattern, &names, &features))
    nodes = Table(builder.nodes)
    required = Array(Set(builder.required(Int32(root)))).sorted()
  }
}

/// Writes the nodes of a ``ReachPattern``.
private struct ReachBuilder {
  typealias Node = ReachPattern.Node

  private(set) var nodes: [Node] = []

  /// - Returns: the number of the pattern's node.
  mutating func add(
    _ pattern: RulePattern, _ names: inout RuleNames, _ features: inout RuleFeatures
  ) throws(RuleError.Reason) -> Int32 {
    switch pattern {
    case .literal(let scalars):
      let items = scalars.map { Node(operation: .take, feature: features.feature(of: [names.fold($0)])) }
      return sequence(of: items.map { append($0) })
    case .set(let scalars, let negated):
      let feature = features.feature(of: Set(scalars.map { names.fold($0) }))
      return append(Node(operation: negated ? .takeOther : .take, feature: feature))
    case .scalar(let kind):
      let bit = Int32(ScalarKinds.mask(of: kind).trailingZeroBitCount)
      return append(Node(operation: .take, feature: kind == .any ? RuleFeatures.any : RuleFeatures.kinds + bit))
    case .entry(let name):
      guard let id = names.lexicon.classID(named: name) else { throw .unknownClass(name) }
      return append(Node(operation: .entry, feature: RuleFeatures.classes + Int32(id.raw), argument: Int32(id.raw)))
    case .word(let tag):
      let mask = tag.map { names.tagMask($0) } ?? .max
      return append(Node(operation: .word, feature: features.feature(ofTags: mask)))
    case .result(let type, let kind):
      let number = names.type(type)
      return append(
        Node(
          operation: .result, feature: RuleFeatures.types + number, argument: number,
          kind: kind.map { names.kind($0) } ?? -1))
    case .boundary: return append(Node(operation: .stand, feature: RuleFeatures.boundary))
    case .sentenceStart: return append(Node(operation: .stand, feature: RuleFeatures.sentenceStart))
    case .sentenceEnd: return append(Node(operation: .stand, feature: RuleFeatures.sentenceEnd))
    case .sequence(let items): return sequence(of: try add(items, &names, &features))
    case .choice(let items):
      let feature = lastScalars(of: items, names).map { features.feature(of: $0) } ?? -1
      let children = try add(items, &names, &features)
      return append(Node(operation: .choice, feature: feature, child: chain(children)))
    case .repetition(let item, let min, let max):
      let child = try add(item, &names, &features)
      return append(
        Node(
          operation: .repetition, least: UInt8(truncatingIfNeeded: min), most: UInt8(truncatingIfNeeded: max),
          child: child))
    case .part(_, let item): return try add(item, &names, &features)
    }
  }

  private mutating func add(
    _ items: [RulePattern], _ names: inout RuleNames, _ features: inout RuleFeatures
  ) throws(RuleError.Reason) -> [Int32] {
    var numbers: [Int32] = []
    for item in items { numbers.append(try add(item, &names, &features)) }
    return numbers
  }

  private mutating func append(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  private mutating func sequence(of items: [Int32]) -> Int32 {
    items.count == 1 ? items[0] : append(Node(operation: .sequence, child: chain(items.reversed())))
  }

  /// Links siblings.
  ///
  /// - Returns: the first of them, or -1.
  private mutating func chain(_ items: [Int32]) -> Int32 {
    for (item, next) in zip(items, items.dropFirst()) { nodes[Int(item)].sibling = next }
    return items.first ?? -1
  }

  /// The scalars that the literals end with; nil if not all are literals.
  private func lastScalars(of items: [RulePattern], _ names: RuleNames) -> Set<UInt32>? {
    let last: [UInt32] = items.compactMap { if case .literal(let scalars) = $0 { scalars.last } else { nil } }
    return last.count == items.count ? Set(last.map { names.fold($0) }) : nil
  }

  /// The features that whatever the node matches holds.
  func required(_ number: Int32) -> [Int32] {
    let node = nodes[Int(number)]
    switch node.operation {
    case .take, .word, .entry, .result: return [node.feature]
    case .takeOther, .stand: return []
    case .choice: return node.feature >= 0 ? [node.feature] : []
    case .repetition: return node.least > 0 ? required(node.child) : []
    case .sequence:
      var all: [Int32] = []
      var child = node.child
      while child >= 0 {
        all += required(child)
        child = nodes[Int(child)].sibling
      }
      return all
    }
  }
}
