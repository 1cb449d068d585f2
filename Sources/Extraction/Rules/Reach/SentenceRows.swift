import Lexicon
import Segmentation

/// The features of a sentence (``RuleFeatures``), each as a row of bits, one for each position: what rules ask of one
/// position after the other is asked of 64 at once.
struct SentenceRows {
  /// By window and feature. Each window holds the first half of the next one, too: one place in memory for all that a look
  /// at a feature asks for.
  private var rows = Table<PositionSet>()
  private var featureCount = 0
  /// How many rows were made empty once, and the windows that were written to since.
  private var cleared = 0
  private var writtenWindows = 0
  /// How many windows begin in the sentence.
  private(set) var windowCount = 0

  /// The rows from a position on: 128 positions wide.
  struct Window {
    fileprivate let rows: UnsafePointer<PositionSet>
    /// The position of the first bit.
    let first: Int

    @inline(__always) subscript(feature: Int32) -> PositionSet { rows[Int(feature)] }
  }

  /// Valid until the next sentence.
  @inline(__always) func window(_ number: Int) -> Window {
    Window(rows: rows.start + number &* featureCount, first: number &* PositionSet.step)
  }

  /// Takes in a sentence.
  ///
  /// - Complexity: O(*n*) in the sentence's length, and in the number of features.
  mutating func load(_ input: RuleInput.View, _ patterns: borrowing ReachPatterns) {
    let count = input.count
    windowCount = count / 64 + 1
    featureCount = patterns.features.count
    clear()
    for window in 0..<windowCount { addScalars(of: window, input, patterns) }
    let tags = addTokens(input)
    for window in 0..<windowCount { addSets(patterns, of: tags, row(at: window &* PositionSet.step)) }
    row(at: count).add(RuleFeatures.boundary)
    row(at: 0).add(RuleFeatures.sentenceStart)
    row(at: count).add(RuleFeatures.sentenceEnd)
    var row = rows.mutableStart
    for _ in 0..<(windowCount &- 1) &* featureCount {
      row.pointee.high = row[featureCount].low
      row += 1
    }
  }

  /// Adds what the scalars and entries in the first half of a window say.
  private func addScalars(of window: Int, _ input: RuleInput.View, _ patterns: borrowing ReachPatterns) {
    let start = window &* PositionSet.step
    let rows = row(at: start).rows
    // Held once: a member would be fetched anew at every step.
    let ofClass = patterns.features.featuresOfClasses.start
    let (low, high) = (patterns.features.classes.low, patterns.features.classes.high)
    for position in start..<min(start &+ PositionSet.step, input.count) {
      let place = input.place(position)
      let row = Row(rows: rows, bit: 1 << UInt64(position & 63))
      row.add(RuleFeatures.any)
      row.add(RuleFeatures.kinds &+ Int32(place.kind.trailingZeroBitCount & 7))
      patterns.features.featuresOfScalars.forEach(of: place.scalar) { row.add($0) }
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

  /// Makes room for the sentence, all of it empty: what lies behind the windows of the sentence before is so still.
  private mutating func clear() {
    let needed = featureCount * windowCount
    rows.clear(count: needed > cleared ? needed : featureCount * writtenWindows)
    cleared = max(cleared, needed)
    writtenWindows = windowCount
  }

  /// Adds the rows that are put together from others.
  ///
  /// - Parameter tags: those of the sentence.
  private func addSets(_ patterns: borrowing ReachPatterns, of tags: UInt64, _ row: Row) {
    for index in patterns.features.tagSets.indices {
      let set = patterns.features.tagSets[index]
      var bits: UInt64 = 0
      RuleBits.forEach(set.tags & tags) { bits |= row.rows[Int(RuleFeatures.tags) &+ $0].low }
      row.rows[Int(set.feature)].low = bits
    }
    let ofClass = patterns.features.featuresOfClasses.start
    func addLengths(_ feature: Int32) {
      let first = row.rows + Int(feature)
      first[0].low = first[Int(RuleFeatures.shortEntries)].low | first[Int(RuleFeatures.longEntries)].low
    }
    RuleBits.forEach(patterns.features.classes.low) { addLengths(ofClass[$0]) }
    RuleBits.forEach(patterns.features.classes.high) { addLengths(ofClass[64 &+ $0]) }
  }

  /// A result of the type starts at `position`.
  func add(resultOf type: UInt8, at position: Int) {
    let row = row(at: position)
    let feature = Int(RuleFeatures.types) &+ Int(type)
    row.rows[feature].low |= row.bit
    if position >= PositionSet.step { row.rows[feature &- featureCount].high |= row.bit }
  }

  /// The rows of a window, and a position's bit in their first half.
  private struct Row {
    let rows: UnsafeMutablePointer<PositionSet>
    let bit: UInt64

    @inline(__always) func add(_ feature: Int32) { rows[Int(feature)].low |= bit }
  }

  @inline(__always) private func row(at position: Int) -> Row {
    Row(rows: rows.mutableStart + (position >> 6) &* featureCount, bit: 1 << UInt64(position & 63))
  }
}
