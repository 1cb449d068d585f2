import Lexicon

/// Decides where words end, by weights that were learnt.
struct LinearModel: Sendable {
  let weights: SegmentationWeights
  let transitions: Stretch.Transitions

  init(_ weights: SegmentationWeights) {
    self.weights = weights
    var transitions = Stretch.Transitions()
    for tag in PositionTag.allCases {
      let vector = weights.shared[SegmentationWeights.afterStart + Int(tag.rawValue)]
      transitions[tag] = SIMD4<Int32>(truncatingIfNeeded: vector)
    }
    self.transitions = transitions
  }

  /// Cuts the stretches of `window` anew, inside the frame of the best path through the lexicon.
  ///
  /// - Parameter before: the symbol of what stands before the window; becomes that of what stands before the next one.
  func refine(_ window: Window, _ stretch: Stretch, before: inout UInt16) {
    var position = 0
    while position < window.limit {
      if stretch.fill(window, from: position, before: before) {
        stretch.score(by: weights)
        stretch.decide(transitions)
        stretch.write(to: window)
      }
      if stretch.count > 0 { before = stretch.symbols[Stretch.rim &+ stretch.count &- 1] }
      position = stretch.end
      // The sign, or what the lexicon makes of several.
      if position < window.limit {
        before = Stretch.signSymbol(window, position)
        position &+= Int(window.tokens[position] & 0xFFF)
      }
    }
  }
}

extension Stretch {
  /// Leaves the words as decided in the window's tokens.
  func write(to window: Window) {
    var at = Self.rim
    let end = Self.rim &+ count
    while at < end {
      let first = at
      let tag = tags[at]
      at &+= 1
      if tag == PositionTag.begin.rawValue {
        while at < end, tags[at] == PositionTag.middle.rawValue { at &+= 1 }
        if at < end { at &+= 1 }
      } else if fixed[first] != 0 {
        continue
      }
      window.tokens[Int(positions[first])] = positions[at] &- positions[first]
    }
  }
}
