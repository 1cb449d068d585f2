import Lexicon
import Segmentation

/// The features of a sentence (``RuleFeatures``), each as a row of bits, one for each position: what rules ask of one
/// position after the other is asked of 64 at once.
struct SentenceRows {
  private var bits = Table<UInt64>()
  /// The words of a row: one for 64 positions, and two more that windows may look into.
  private(set) var stride = 0
  /// How many windows begin in the sentence.
  private(set) var windowCount = 0

  /// Takes in a sentence.
  ///
  /// - Complexity: O(*n*) in the sentence's length, and in the number of features.
  mutating func load(_ input: borrowing RuleInput, _ features: borrowing RuleFeatures) {
    let count = input.count
    windowCount = count / 64 + 1
    stride = windowCount + 1
    bits.reset(to: 0, count: features.count * stride)
    var tags: UInt64 = 0
    let ofScalar = features.featuresOfScalar
    features.scalarFeatures.withUnsafeBufferPointer { list in
      for position in 0..<count {
        let place = input.place(position)
        add(Int(RuleFeatures.any), position)
        add(Int(RuleFeatures.kinds) &+ (place.kind.trailingZeroBitCount & 7), position)
        if place.kind & ScalarKinds.boundary != 0 { add(Int(RuleFeatures.boundary), position) }
        if place.tag != 0 {
          tags |= place.tag
          add(Int(RuleFeatures.tags) &+ place.tag.trailingZeroBitCount, position)
          add(
            Int(RuleFeatures.tokens) &+ min(Int(place.tokenEnd) &- position &- 1, Int(RuleFeatures.shortTokens)),
            position)
        }
        for index in input.edgeRange(at: position) {
          let edge = input.edge(index)
          let isShort = Int(edge.end) == position &+ 1
          add(edge.classes, isShort ? RuleFeatures.shortEntries : RuleFeatures.longEntries, position)
        }
        let own = ofScalar[place.scalar]
        if own == 0 { continue }
        let first = Int(own >> 32)
        for index in first..<first &+ Int(own & 0xFFFF_FFFF) { add(Int(list[index]), position) }
      }
    }
    add(Int(RuleFeatures.boundary), count)
    add(Int(RuleFeatures.sentenceStart), 0)
    add(Int(RuleFeatures.sentenceEnd), count)
    for set in features.tagSets {
      RuleBits.forEach(set.tags & tags) { tag in
        for word in 0..<stride {
          bits[Int(set.feature) &* stride &+ word] |= bits[(Int(RuleFeatures.tags) &+ tag) &* stride &+ word]
        }
      }
    }
  }

  @inline(__always) private func add(_ classes: ClassSet, _ block: Int32, _ position: Int) {
    func add(_ id: Int) {
      self.add(Int(RuleFeatures.classes) &+ id, position)
      self.add(Int(block) &+ id, position)
    }
    RuleBits.forEach(classes.low) { add($0) }
    RuleBits.forEach(classes.high) { add(64 &+ $0) }
  }

  /// A result of the type starts at `position`.
  func add(resultOf type: UInt8, at position: Int) { add(Int(RuleFeatures.types) + Int(type), position) }

  @inline(__always) private func add(_ feature: Int, _ position: Int) {
    bits[feature &* stride &+ position >> 6] |= 1 << UInt64(position & 63)
  }

  /// The row of a feature in a window.
  @inline(__always) func row(_ feature: Int32, _ window: Int) -> PositionSet {
    let at = Int(feature) &* stride &+ window
    return PositionSet(low: bits[at], high: bits[at &+ 1])
  }
}
