/// Literals, and choices of them.
extension ReachBuilder {
  /// The items as the text of sentences has them; nil if not all of them are literals.
  func foldedLiterals(of items: [RulePattern], _ names: RuleNames) -> [[UInt32]]? {
    let literals: [[UInt32]] = items.compactMap {
      if case .literal(let scalars) = $0, !scalars.isEmpty { scalars.map { names.fold($0) } } else { nil }
    }
    return literals.count == items.count ? literals : nil
  }

  /// How many scalars at their ends literals share at most: each is a level of ``Charts``, which leave room for two more than
  /// patterns have.
  private static let sharedEnds = 2

  /// A choice of literals by their last scalars, behind what stands before: ends that they share are asked for once.
  ///
  /// - Parameter shared: how many scalars behind them they share; if none, they are all that a pattern chooses from.
  mutating func choice(of literals: [[UInt32]], shared: Int) -> Int32 {
    var children: [Int32] = []
    var fronts: [(last: UInt32, fronts: [[UInt32]])] = []
    for literal in literals {
      guard let last = literal.last else { continue }
      let front = Array(literal.dropLast())
      if shared < Self.sharedEnds, !front.isEmpty, let known = fronts.firstIndex(where: { $0.last == last }) {
        fronts[known].fronts.append(front)
      } else if front.isEmpty {
        children.append(append(Node(operation: .take, feature: features.feature(of: [last]))))
      } else {
        fronts.append((last, [front]))
      }
    }
    for (last, fronts) in fronts {
      if fronts.count == 1 {
        children.append(literal((fronts[0] + [last]).map { features.feature(of: [$0]) }))
      } else {
        let end = append(Node(operation: .take, feature: features.feature(of: [last])))
        children.append(sequence(of: [choice(of: fronts, shared: shared + 1), end]))
      }
    }
    if children.count == 1 { return children[0] }
    let feature = shared == 0 ? features.feature(of: Set(literals.compactMap(\.last))) : -1
    return append(Node(operation: .choice, feature: feature, child: chain(children)))
  }

  /// - Parameter scalars: their features.
  mutating func literal(_ scalars: [Int32]) -> Int32 {
    guard let last = scalars.last else { return sequence(of: []) }
    if scalars.count == 1 { return append(Node(operation: .take, feature: last)) }
    literals.append(scalars.dropLast().reversed())
    return append(Node(operation: .literal, feature: last, argument: Int32(literals.count - 1)))
  }
}
