import Lexicon
import Segmentation

/// The features of a sentence (``RuleFeatures``), each as a row of bits, one for each position: what rules ask of one
/// position after the other is asked of 64 at once.
struct SentenceRows {
  /// For each 64 positions: a word for each feature. One word more than the sentence has, for windows to look into.
  private var bits = Table<UInt64>()
  private var featureCount = 0
  /// How many words were made zero once, and the windows that were written to since.
  private var zeroed = 0
  private var writtenWindows = 0
  /// How many windows begin in the sentence.
  private(set) var windowCount = 0

  /// The rows from a position on: 128 positions wide.
  struct Window {
    fileprivate let low: UnsafePointer<UInt64>
    fileprivate let high: UnsafePointer<UInt64>
    /// The position of the first bit.
    let first: Int

    @inline(__always) subscript(feature: Int32) -> PositionSet {
      PositionSet(low: low[Int(feature)], high: high[Int(feature)])
    }
  }

  /// Valid until the next sentence.
  @inline(__always) func window(_ number: Int) -> Window {
    let low = bits.start + number &* featureCount
    return Window(low: low, high: low + featureCount, first: number &* PositionSet.step)
  }

  /// Takes in a sentence.
  ///
  /// - Complexity: O(*n*) in the sentence's length, and in the number of features.
  mutating func load(_ input: RuleInput.View, _ features: borrowing RuleFeatures) {
    let count = input.count
    windowCount = count / 64 + 1
    featureCount = features.count
    clear()
    let ofScalar = features.featuresOfScalar
    var tags: UInt64 = 0
    features.scalarFeatures.withUnsafeBufferPointer { list in
      for position in 0..<count {
        let place = input.place(position)
        let row = row(at: position)
        row.add(RuleFeatures.any)
        row.add(RuleFeatures.kinds &+ Int32(place.kind.trailingZeroBitCount & 7))
        if place.kind & ScalarKinds.boundary != 0 { row.add(RuleFeatures.boundary) }
        if place.tag != 0 {
          tags |= place.tag
          row.add(RuleFeatures.tags &+ Int32(place.tag.trailingZeroBitCount))
          row.add(RuleFeatures.tokens &+ min(place.tokenEnd &- Int32(position) &- 1, RuleFeatures.shortTokens))
        }
        let own = ofScalar[place.scalar]
        let first = Int(own >> 32)
        for index in first..<first &+ Int(own & 0xFFFF_FFFF) { row.add(list[index]) }
        if place.classes.low | place.classes.high == 0 { continue }
        for index in input.edgeRange(at: position) {
          let edge = input.edge(index)
          let block = Int(edge.end) == position &+ 1 ? RuleFeatures.shortEntries : RuleFeatures.longEntries
          RuleBits.forEach(edge.classes.low) { row.add(class: Int32($0), block) }
          RuleBits.forEach(edge.classes.high) { row.add(class: Int32(64 &+ $0), block) }
        }
      }
    }
    row(at: count).add(RuleFeatures.boundary)
    row(at: 0).add(RuleFeatures.sentenceStart)
    row(at: count).add(RuleFeatures.sentenceEnd)
    for word in 0..<windowCount { addTagSets(features, of: tags, row(at: word &* 64)) }
  }

  /// Makes room for the sentence, all of it zero: what lies behind the windows of the sentence before is so still.
  private mutating func clear() {
    let needed = featureCount * (windowCount + 1)
    bits.reset(to: 0, count: needed > zeroed ? needed : featureCount * writtenWindows)
    zeroed = max(zeroed, needed)
    writtenWindows = windowCount
  }

  /// - Parameter tags: those of the sentence.
  private func addTagSets(_ features: borrowing RuleFeatures, of tags: UInt64, _ row: Row) {
    for set in features.tagSets {
      var bits: UInt64 = 0
      RuleBits.forEach(set.tags & tags) { bits |= row.words[Int(RuleFeatures.tags) &+ $0] }
      row.words[Int(set.feature)] = bits
    }
  }

  /// A result of the type starts at `position`.
  func add(resultOf type: UInt8, at position: Int) { row(at: position).add(RuleFeatures.types &+ Int32(type)) }

  /// The words of all features, and a position's bit in them.
  private struct Row {
    let words: UnsafeMutablePointer<UInt64>
    let bit: UInt64

    @inline(__always) func add(_ feature: Int32) { words[Int(feature)] |= bit }

    @inline(__always) func add(class id: Int32, _ block: Int32) {
      add(RuleFeatures.classes &+ id)
      add(block &+ id)
    }
  }

  @inline(__always) private func row(at position: Int) -> Row {
    Row(words: bits.mutableStart + (position >> 6) &* featureCount, bit: 1 << UInt64(position & 63))
  }
}
