/// Scalars read as others while a ``CharacterFolding`` is made: some thousand, looked up several times each, at every start.
struct ScalarPairs {
  /// What has a target, in the order of its coming.
  private(set) var sources: [Unicode.Scalar] = []
  /// By scalar of the basic plane: its target.
  private var basic = [Unicode.Scalar?](repeating: nil, count: 0x10000)
  private var supplementary: [Unicode.Scalar: Unicode.Scalar] = [:]

  subscript(scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.value < 0x10000 ? basic[Int(scalar.value)] : supplementary[scalar]
  }

  /// Of several for one scalar the first counts.
  mutating func add(from source: Unicode.Scalar, to target: Unicode.Scalar) {
    guard self[source] == nil else { return }
    sources.append(source)
    if source.value < 0x10000 { basic[Int(source.value)] = target } else { supplementary[source] = target }
  }

  /// Where the mappings lead from `scalar`.
  func end(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    var current = scalar
    // Real chains have two or three steps (full width → half width → lower case).
    for _ in 0..<8 {
      guard let next = self[current], next != scalar else { return current }
      current = next
    }
    return current
  }
}
