import Lexicon

extension Window {
  /// A token that competes for a place on the best path.
  struct Edge: Equatable {
    var start: Int
    var end: Int
    var kind: TokenKind
    /// As in ``Token``.
    var origin: UInt32
    /// In units of ``Trie/costScale``.
    var cost: Int
  }

  /// Everything that ``findBestPath()`` chooses from, by the position where it starts, for explanations.
  ///
  /// The hot loop never makes these; a test holds that the cheapest way through them is the best path.
  func edges() -> [[Edge]] {
    var edges = (0..<count).map(wordEdges)
    let elements = numeralElements()
    for index in 0..<specialCount {
      let special = specials[index]
      let (start, end) = (Int(special.position), Int(special.end))
      func edge(_ kind: TokenKind, _ cost: UInt32) -> Edge {
        Edge(start: start, end: end, kind: kind, origin: 0, cost: Int(cost))
      }
      switch special.kind {
      case .blocked: break
      case .numeral: edges[start] += numberEdges(from: start, elements)
      case .number: edges[start].append(edge(.number, PathCost.numberStart + PathCost.numberStep))
      case .time: edges[start].append(edge(.time, PathCost.time))
      case .latin: edges[start].append(edge(.latin, PathCost.latin))
      case .address: edges[start].append(edge(.address, PathCost.latin))
      case .user: edges[start] = [userEdge(start, end, 0)]
      case .preferred: edges[start].append(userEdge(start, end, preferredCost(start, end)))
      }
    }
    for index in 0..<timeCount {
      let (start, end) = (Int(times[index].position), Int(times[index].end))
      edges[start].append(Edge(start: start, end: end, kind: .time, origin: 0, cost: Int(PathCost.time)))
    }
    for index in 0..<specialCount where specials[index].kind == .blocked { edges[Int(specials[index].position)] = [] }
    return edges
  }

  private func wordEdges(from start: Int) -> [Edge] {
    let single = trie.root + Int(codes[start])
    // A character has a cost whether it is a word or not.
    var edges = [edge(start, start + 1, single)]
    forEachWord(from: start) { end, node in
      if end > start + 1, Trie.cost(trie.nodes[node]) != Trie.noCost { edges.append(edge(start, end, node)) }
    }
    return edges
  }

  private func edge(_ start: Int, _ end: Int, _ node: Int) -> Edge {
    Edge(
      start: start, end: end, kind: end == start + 1 ? kind(codes[start]) : .word,
      origin: UInt32(truncatingIfNeeded: node), cost: Int(Trie.cost(trie.nodes[node])))
  }

  private func userEdge(_ start: Int, _ end: Int, _ cost: UInt32) -> Edge {
    Edge(start: start, end: end, kind: .user, origin: userEntry(start, end) ?? 0, cost: Int(cost))
  }

  /// Where each element of a number ends.
  private func numeralElements() -> [Int: Int] {
    var elements: [Int: Int] = [:]
    for index in 0..<specialCount where specials[index].kind == .numeral {
      let (start, end) = (Int(specials[index].position), Int(specials[index].end))
      let isWhole = roles[start] != NumeralRole.fraction.rawValue || roles[start + 1] == NumeralRole.of.rawValue
      if end <= count, isWhole { elements[start] = end }
    }
    return elements
  }

  /// All numbers that begin at `start`.
  private func numberEdges(from start: Int, _ elements: [Int: Int]) -> [Edge] {
    guard grammar.begins >> UInt32(roles[start]) & 1 != 0 else { return [] }
    var edges: [Edge] = []
    var position = start
    var cost = Int(PathCost.numberStart)
    while let end = elements[position] {
      cost += Int(PathCost.numberStep)
      let role = Int(roles[position])
      if grammar.ends >> UInt32(role) & 1 != 0 {
        edges.append(Edge(start: start, end: end, kind: .number, origin: 0, cost: cost))
      }
      guard grammar.followers[role] >> UInt32(roles[end]) & 1 != 0 else { break }
      position = end
    }
    return edges
  }
}
