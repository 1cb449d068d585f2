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
    for word in 0..<windowCount { addScalars(of: word, input, features) }
    let tags = addTokens(input)
    for word in 0..<windowCount { addSets(features, of: tags, row(at: word &* 64)) }
    row(at: count).add(RuleFeatures.boundary)
    row(at: 0).add(RuleFeatures.sentenceStart)
    row(at: count).add(RuleFeatures.sentenceEnd)
  }

  /// Adds what the scalars and entries at the 64 positions of a word say.
  private func addScalars(of word: Int, _ input: RuleInput.View, _ features: borrowing RuleFeatures) {
    let words = row(at: word &* 64).words
    // Held once: a member would be fetched anew at every step.
    let (scalars, ofClass) = (features.featuresOfScalars, features.featuresOfClasses.start)
    let (low, high) = (features.classes.low, features.classes.high)
    for position in word &* 64..<min(word &* 64 &+ 64, input.count) {
      let place = input.place(position)
      let row = Row(words: words, bit: 1 << UInt64(position & 63))
      row.add(RuleFeatures.any)
      row.add(RuleFeatures.kinds &+ Int32(place.kind.trailingZeroBitCount & 7))
      scalars.forEach(of: place.scalar) { row.add($0) }
      if (place.classes.low & low) | (place.classes.high & high) == 0 { continue }
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        let length = Int(edge.end) == position &+ 1 ? RuleFeatures.shortEntries : RuleFeatures.longEntries
        RuleBits.forEach(edge.classes.low & low) { row.add(ofClass[$0] &+ length) }
        RuleBits.forEach(edge.classes.high & high) { row.add(ofClass[64 &+ $0] &+ length) }
      }
    }
  }

  /// - Returns: the tags of all tokens.
  private func addTokens(_ input: RuleInput.View) -> UInt64 {
    var tags: UInt64 = 0
    var position = 0
    while position < input.count {
      let place = input.place(position)
      let row = row(at: position)
      if place.kind & ScalarKinds.boundary != 0 { row.add(RuleFeatures.boundary) }
      let length = Int(place.tokenEnd) &- position
      if length <= 0 {
        position &+= 1
        continue
      }
      tags |= place.tag
      row.add(RuleFeatures.tags &+ Int32(place.tag.trailingZeroBitCount & 63))
      row.add(RuleFeatures.tokens &+ Int32(min(length &- 1, Int(RuleFeatures.shortTokens))))
      position &+= length
    }
    return tags
  }

  /// Makes room for the sentence, all of it zero: what lies behind the windows of the sentence before is so still.
  private mutating func clear() {
    let needed = featureCount * (windowCount + 1)
    bits.reset(to: 0, count: needed > zeroed ? needed : featureCount * writtenWindows)
    zeroed = max(zeroed, needed)
    writtenWindows = windowCount
  }

  /// Adds the rows that are put together from others.
  ///
  /// - Parameter tags: those of the sentence.
  private func addSets(_ features: borrowing RuleFeatures, of tags: UInt64, _ row: Row) {
    for index in features.tagSets.indices {
      let set = features.tagSets[index]
      var bits: UInt64 = 0
      RuleBits.forEach(set.tags & tags) { bits |= row.words[Int(RuleFeatures.tags) &+ $0] }
      row.words[Int(set.feature)] = bits
    }
    let ofClass = features.featuresOfClasses.start
    func addLengths(_ feature: Int32) {
      let first = row.words + Int(feature)
      first[0] = first[Int(RuleFeatures.shortEntries)] | first[Int(RuleFeatures.longEntries)]
    }
    RuleBits.forEach(features.classes.low) { addLengths(ofClass[$0]) }
    RuleBits.forEach(features.classes.high) { addLengths(ofClass[64 &+ $0]) }
  }

  /// A result of the type starts at `position`.
  func add(resultOf type: UInt8, at position: Int) { row(at: position).add(RuleFeatures.types &+ Int32(type)) }

  /// The words of all features, and a position's bit in them.
  private struct Row {
    let words: UnsafeMutablePointer<UInt64>
    let bit: UInt64

    @inline(__always) func add(_ feature: Int32) { words[Int(feature)] |= bit }
  }

  @inline(__always) private func row(at position: Int) -> Row {
    Row(words: bits.mutableStart + (position >> 6) &* featureCount, bit: 1 << UInt64(position & 63))
  }
}
