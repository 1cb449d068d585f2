/// A pattern as a graph of its elements: what ``PatternTracer`` walks.
///
/// It is made from the pattern as the parser read it, not from the program that the matcher runs: two ways to the same
/// matches, which tests hold together.
struct PatternGraph {
  enum Node {
    /// Goes on with the next node behind what the element takes.
    case element(RulePattern)
    /// Goes on with the next node behind each match of a definition, the longest first.
    case definition(PatternGraph)
    case open(part: Int)
    case close(part: Int)
    /// The first way is tried before the second.
    case split(Int, Int)
    case jump(Int)
    case accept
  }

  private(set) var nodes: [Node] = []
  /// The names of parts, by number.
  private(set) var parts: [String] = []

  init(_ pattern: RulePattern) {
    add(pattern)
    nodes.append(.accept)
  }

  private mutating func add(_ pattern: RulePattern) {
    switch pattern {
    case .sequence(let items): for item in items { add(item) }
    case .choice(let items): addChoice(items[...])
    case .repetition(let item, let min, let max):
      for _ in 0..<min { add(item) }
      var splits: [Int] = []
      for _ in min..<max {
        splits.append(nodes.count)
        nodes.append(.jump(0))
        add(item)
      }
      for split in splits { nodes[split] = .split(split + 1, nodes.count) }
    case .part(let name, let item):
      let part = parts.firstIndex(of: name) ?? parts.count
      if part == parts.count { parts.append(name) }
      nodes.append(.open(part: part))
      add(item)
      nodes.append(.close(part: part))
    case .definition(let definition): nodes.append(.definition(PatternGraph(definition.pattern)))
    default: nodes.append(.element(pattern))
    }
  }

  private mutating func addChoice(_ items: ArraySlice<RulePattern>) {
    guard let first = items.first else { return }
    guard items.count > 1 else { return add(first) }
    let split = nodes.count
    nodes.append(.jump(0))
    add(first)
    let jump = nodes.count
    nodes.append(.jump(0))
    nodes[split] = .split(split + 1, nodes.count)
    addChoice(items.dropFirst())
    nodes[jump] = .jump(nodes.count)
  }
}
