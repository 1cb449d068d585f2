import Lexicon

extension Stretch {
  /// Calls `body` with each feature in the stretch and the index of the unit that sees it from its place 0; its place `k` is
  /// the unit `k` before that one, which may lie up to two units outside the stretch.
  @inline(__always)
  func forEachFeature(_ body: (_ key: UInt64, _ target: Int) -> Void) {
    let symbols = symbols + Self.rim
    let roles = roles + Self.rim
    let path = path + Self.rim
    var u = -2
    while u < count &+ 2 {
      let a = symbols[u]
      let b = u &+ 1 < count &+ 2 ? symbols[u &+ 1] : Symbol.edge
      // Edges beyond edges say nothing.
      if a | b != 0 {
        body(FeatureKind.unigram.key(a), u &+ 2)
        if u < count &+ 1 { body(FeatureKind.bigram.key(a, b), u &+ 2) }
        if u < count { body(FeatureKind.trigram.key(a, b, symbols[u &+ 2]), u &+ 2) }
      }
      u &+= 1
    }
    u = 0
    while u < count {
      let at = Self.rim &+ u
      if fixed[at] == 0 {
        let c = symbols[u]
        let (begin, end, middle) = (UInt16(begins[at]), UInt16(ends[at]), UInt16(inside[at]))
        body(FeatureKind.around.key(symbols[u &- 1], symbols[u &+ 1]), u)
        body(FeatureKind.begins.key(c, begin), u)
        body(FeatureKind.ends.key(c, end), u)
        body(FeatureKind.inside.key(c, middle), u)
        body(FeatureKind.lengths.key(begin, end, middle), u)
        body(FeatureKind.roles.key(UInt16(roles[u &- 1]), UInt16(roles[u]), UInt16(roles[u &+ 1])), u)
        body(FeatureKind.path.key(UInt16(path[u &- 1]), UInt16(path[u]), UInt16(path[u &+ 1])), u)
        let repeats = sameness(u)
        if repeats != 0 { body(FeatureKind.repeats.key(repeats), u) }
      }
      u &+= 1
    }
  }

  /// Which characters around `unit` are the same, as bits.
  @inline(__always) private func sameness(_ unit: Int) -> UInt16 {
    let symbols = symbols + Self.rim + unit
    let before: UInt16 = symbols[0] == symbols[-1] ? 1 : 0
    let behind: UInt16 = symbols[0] == symbols[1] ? 2 : 0
    let around: UInt16 = symbols[-1] == symbols[1] && symbols[1] >= 256 ? 4 : 0
    let second: UInt16 = symbols[0] == symbols[-2] ? 8 : 0
    return before | behind | around | second
  }

  /// Adds the weights of all features to the scores.
  func score(by table: WeightTable) {
    let slots = table.slots
    let mask = table.mask
    let vectors = table.vectors
    let scores = scores + Self.rim
    forEachFeature { key, target in
      let hash = WeightTable.hash(key)
      var at = Int(truncatingIfNeeded: hash) & mask
      while true {
        let slot = slots[at]
        if slot == 0 { return }
        if (slot ^ hash) >> 32 == 0 {
          var places = UInt8(truncatingIfNeeded: slot)
          var vector = WeightTable.firstVector(slot)
          while places != 0 {
            scores[target &- places.trailingZeroBitCount] &+= SIMD4<Int32>(truncatingIfNeeded: vectors[vector])
            vector &+= 1
            places &= places &- 1
          }
          return
        }
        at = (at &+ 1) & mask
      }
    }
  }
}
