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
    let tokens = window.tokens
    var at = Self.rim &+ count &- 1
    var end = positions[at &+ 1]
    while at >= Self.rim {
      let start = positions[at]
      // Inside a word too, where nobody looks: so there is no branch to guess.
      if fixed[at] == 0 { tokens[Int(start)] = end &- start }
      end = tags[at] == PositionTag.begin.rawValue || tags[at] == PositionTag.single.rawValue ? start : end
      at &-= 1
    }
  }
}
