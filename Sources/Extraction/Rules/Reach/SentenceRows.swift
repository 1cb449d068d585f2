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
  /// By place in a window: the list of its scalar's features.
  private let lists = Table<UInt16>(capacity: PositionSet.step)
  /// How many windows begin in the sentence.
  private(set) var windowCount = 0

  /// The rows from a position on: 128 positions wide.
  struct Window {
    fileprivate let rows: UnsafePointer<PositionSet>
    /// The position of the first bit.
    let first: Int

    @inline(__always) subscript(feature: Int32) -> PositionSet { rows[Int(feature)] }

    /// From where short tokens, entries or results with the feature lead to one of `ends`.
    @inline(__always) func short(_ feature: Int32, to ends: PositionSet) -> PositionSet {
      var reached = PositionSet.none
      var starts = ends
      for length in 1...RuleFeatures.shortLengths {
        starts = starts.before
        reached = reached | self[feature &+ length] & starts
      }
      return reached
    }

    /// From where longer ones lead anywhere.
    @inline(__always) func long(_ feature: Int32) -> PositionSet { self[feature &+ RuleFeatures.longLength] }
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
    let count = min(PositionSet.step, input.count &- start)
    let rows = row(at: start).rows
    // Held once: a member would be fetched anew at every step.
    let lists = lists.mutableStart
    let (low, high) = (patterns.features.classes.low, patterns.features.classes.high)
    // First without a branch where something is to be added: which scalars and entries have features is hard to foretell.
    var (withFeatures, withEntries): (UInt64, UInt64) = (0, 0)
    for place in 0..<count {
      let at = input.place(start &+ place)
      let shift = UInt64(place)
      rows[Int(RuleFeatures.kinds) &+ (at.kind.trailingZeroBitCount & 7)].low |= 1 &<< shift
      lists[place] = patterns.features.featuresOfScalars.list(of: at.scalar)
      withFeatures |= (lists[place] != 0 ? 1 : 0) &<< shift
      withEntries |= ((at.classes.low & low) | (at.classes.high & high) != 0 ? 1 : 0) &<< shift
    }
    rows[Int(RuleFeatures.any)].low = count > 0 ? .max >> UInt64(PositionSet.step &- count) : 0
    RuleBits.forEach(withFeatures) { place in
      let row = Row(rows: rows, bit: 1 << UInt64(place))
      patterns.features.featuresOfScalars.forEach(of: lists[place]) { row.add($0) }
    }
    RuleBits.forEach(withEntries) { place in
      let row = Row(rows: rows, bit: 1 << UInt64(place))
      let edges = input.edgeRange(at: start &+ place)
      var index = edges.lowerBound
      while index < edges.upperBound {
        let edge = input.edge(index)
        index &+= 1
        let length = min(Int32(truncatingIfNeeded: Int(edge.end) &- start &- place), RuleFeatures.longLength)
        RuleBits.forEach(edge.classes.low & low) { addEntry(of: $0, length, row, patterns) }
        RuleBits.forEach(edge.classes.high & high) { addEntry(of: 64 &+ $0, length, row, patterns) }
      }
    }
  }

  @inline(__always)
  private func addEntry(of number: Int, _ length: Int32, _ row: Row, _ patterns: borrowing ReachPatterns) {
    patterns.features.featuresOfClasses.forEach(of: number) {
      row.add($0)
      row.add($0 &+ length)
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
      row.add(RuleFeatures.tokens)
      row.add(RuleFeatures.tokens &+ min(Int32(truncatingIfNeeded: length), RuleFeatures.longLength))
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
  }

  /// Adds a result.
  func add(_ result: Candidate, _ patterns: borrowing ReachPatterns) {
    let position = result.range.lowerBound
    let row = row(at: position)
    let length = min(Int32(truncatingIfNeeded: result.range.count), RuleFeatures.longLength)
    patterns.features.featuresOfResults.forEach(of: Int(result.type)) { own in
      if own.kind >= 0, own.kind != result.kind { return }
      row.add(own.feature)
      row.add(own.feature &+ length)
      if position < PositionSet.step { return }
      // What the window before holds of this one.
      row.rows[Int(own.feature) &- featureCount].high |= row.bit
      row.rows[Int(own.feature &+ length) &- featureCount].high |= row.bit
    }
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
