import Lexicon

extension Stretch {
  /// Calls `body` with each feature in the stretch and the index of the unit that sees it from its place 0; its place `k` is
  /// the unit `k` before that one, which may lie up to two units outside the stretch.
  ///
  /// This is for training and explanation; ``score(by:)`` adds the same features up without naming them.
  @inline(__always)
  func forEachFeature(_ body: (_ key: UInt64, _ target: Int) -> Void) {
    let symbols = symbols + Self.rim
    var u = -1
    while u <= count {
      body(FeatureKind.unigram.key(symbols[u]), u &+ 2)
      if u < count { body(FeatureKind.bigram.key(symbols[u], symbols[u &+ 1]), u &+ 2) }
      u &+= 1
    }
    u = 0
    while u < count {
      let at = Self.rim &+ u
      if fixed[at] == 0 {
        body(FeatureKind.begins.key(symbols[u], UInt16(begins[at])), u)
        body(FeatureKind.ends.key(symbols[u], UInt16(ends[at])), u)
        body(FeatureKind.reach.key(UInt16(truncatingIfNeeded: reach(at))), u)
        body(FeatureKind.path.key(UInt16(truncatingIfNeeded: pathContext(at))), u)
        let repeats = sameness(at)
        if repeats != 0 { body(FeatureKind.repeats.key(UInt16(truncatingIfNeeded: repeats)), u) }
      }
      u &+= 1
    }
  }

  /// The lengths of the words around the unit at index `at` as one number: those that end before it, end and begin with
  /// it, and begin behind it, in base 5.
  @inline(__always) func reach(_ at: Int) -> Int {
    let before = Int(ends[at &- 1]) &- 1
    let end = Int(ends[at]) &- 1
    let begin = Int(begins[at]) &- 1
    let behind = Int(begins[at &+ 1]) &- 1
    return ((behind &* 5 &+ begin) &* 5 &+ end) &* 5 &+ before
  }

  /// The tags of the path at the unit and beside it as one number, in base 4.
  @inline(__always) func pathContext(_ at: Int) -> Int {
    Int(path[at &- 1]) &* 16 &+ Int(path[at]) &* 4 &+ Int(path[at &+ 1])
  }

  /// Which characters around the unit are the same, as bits: 1 before, 2 behind, 4 both neighbours, 8 two before.
  @inline(__always) func sameness(_ at: Int) -> Int {
    let symbols = symbols + at
    let before = symbols[0] == symbols[-1] ? 1 : 0
    let behind = symbols[0] == symbols[1] ? 2 : 0
    let around = symbols[-1] == symbols[1] && symbols[1] >= CharacterCode.firstPlain ? 4 : 0
    let second = symbols[0] == symbols[-2] ? 8 : 0
    return before | behind | around | second
  }
}
