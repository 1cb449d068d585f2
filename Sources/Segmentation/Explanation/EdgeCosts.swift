import Lexicon

/// What the ways through a window's edges cost: for each position the cheapest one to it, and from it.
struct EdgeCosts {
  let edges: [[Window.Edge]]
  /// By position, and one more for the end.
  private var toHere: [Int]
  private var fromHere: [Int]
  /// The last edge of the cheapest way to a position, and the first of the cheapest way from it.
  private var before: [Window.Edge?]
  private var after: [Window.Edge?]

  /// Far above any sum.
  private static let none = Int.max / 4

  /// - Complexity: O(*n*) in the number of edges.
  init(_ edges: [[Window.Edge]]) {
    self.edges = edges
    let count = edges.count
    toHere = Array(repeating: Self.none, count: count + 1)
    fromHere = toHere
    before = Array(repeating: nil, count: count + 1)
    after = before
    toHere[0] = 0
    for edge in edges.joined() where toHere[edge.start] < Self.none {
      let cost = toHere[edge.start] + edge.cost
      if cost < toHere[edge.end] { (toHere[edge.end], before[edge.end]) = (cost, edge) }
    }
    fromHere[count] = 0
    for position in stride(from: count - 1, through: 0, by: -1) {
      for edge in edges[position] where fromHere[edge.end] < Self.none {
        let cost = edge.cost + fromHere[edge.end]
        if cost < fromHere[position] { (fromHere[position], after[position]) = (cost, edge) }
      }
    }
  }

  /// The cost of the cheapest way of all.
  var least: Int { fromHere.first ?? 0 }

  /// The cost of the cheapest way through `edge`; nil if no way leads through it.
  func cost(through edge: Window.Edge) -> Int? {
    let cost = toHere[edge.start] + edge.cost + fromHere[edge.end]
    return cost < Self.none ? cost : nil
  }

  /// The cheapest way through `edge`, as far as it differs from the best path: between two places where that ends tokens.
  func detour(through edge: Window.Edge, isOnPath: (_ position: Int) -> Bool) -> [Window.Edge] {
    var earlier: [Window.Edge] = []
    var start = edge.start
    while !isOnPath(start), let previous = before[start] {
      earlier.append(previous)
      start = previous.start
    }
    var way = earlier.reversed() + [edge]
    var end = edge.end
    while !isOnPath(end), let next = after[end] {
      way.append(next)
      end = next.end
    }
    return way
  }

  /// Of the edges over `position` that are not `taken` the one with the cheapest way through it.
  func runnerUp(at position: Int, besides taken: Range<Int>) -> Window.Edge? {
    var best: (edge: Window.Edge, cost: Int)?
    for start in stride(from: position, through: max(0, position - Self.reach), by: -1) {
      for edge in edges[start] where edge.end > position && edge.start..<edge.end != taken {
        if let cost = cost(through: edge), cost < best?.cost ?? .max { best = (edge, cost) }
      }
    }
    return best?.edge
  }

  /// No edge that has rivals is longer: words, numbers and times; a run of letters has none.
  private static let reach = Window.margin
}
