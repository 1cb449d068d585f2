import Lexicon

/// What the characters of a sentence say of the spans that start or end at each position, those inside them included: in one
/// pass.
///
/// A character, and a pair of them, speaks to the starts and ends at most two positions away. So the sums of a few positions run
/// along, and each is complete when the last character that speaks to it has passed.
struct CharacterSums {
  /// What the model knows of each character, with the margin of ``SpanReader/codes``.
  private var records = Table<UnsafePointer<SIMD4<Int8>>>()
  private var starts = Table<SIMD4<Int32>>()
  /// One place further, since an end is complete with the character behind it.
  private var ends = Table<SIMD4<Int32>>()

  private static let margin = SpanReader.margin

  /// - Parameter codes: those of a sentence of `count` characters, with edges around them.
  mutating func load(_ codes: Table<UInt16>, count: Int, _ model: EntityModel) {
    let places = count + 2 * Self.margin
    records.reserve(places)
    starts.reserve(places)
    ends.reserve(places)
    let (records, starts, ends) = (records, starts, ends)
    var (startHere, startNext) = (SIMD4<Int16>.zero, SIMD4<Int16>.zero)
    var (endBefore, endHere, endNext) = (SIMD4<Int16>.zero, SIMD4<Int16>.zero, SIMD4<Int16>.zero)
    // What lies inside a span is a difference of sums from the sentence's start on; the last pair inside reaches over the end.
    var inside = SIMD4<Int32>.zero
    var insideBefore = SIMD4<Int32>.zero
    var lastPair = SIMD4<Int32>.zero
    for place in 0..<places {
      let character = model.character(codes[place])
      let pair = model.vectors(ofPair: codes[place], codes[place &+ 1])
      records[place] = character
      let start = startHere &+ Self.said(by: character, .first) &+ Self.said(byPair: pair, .first)
      starts[place] = SIMD4<Int32>(truncatingIfNeeded: start) &- inside
      startHere = startNext &+ Self.said(by: character, .before) &+ Self.said(byPair: pair, .acrossStart)
      startNext = Self.said(by: character, .beforeLast) &+ Self.said(byPair: pair, .before)
      let end = endBefore &+ Self.said(by: character, .behindNext)
      ends[place] = SIMD4<Int32>(truncatingIfNeeded: end) &+ insideBefore
      endBefore = endHere &+ Self.said(by: character, .behind) &+ Self.said(byPair: pair, .behind)
      endHere = endNext &+ Self.said(by: character, .last) &+ Self.said(byPair: pair, .acrossEnd)
      endNext = Self.said(byPair: pair, .last)
      insideBefore = inside &- lastPair
      lastPair = SIMD4<Int32>(truncatingIfNeeded: Self.said(byPair: pair, .inside))
      inside &+= lastPair &+ SIMD4<Int32>(truncatingIfNeeded: Self.said(by: character, .inside))
    }
  }

  /// Of spans that start at a position; less what lies before it, as ``end(_:)`` has it.
  @inline(__always) func start(_ position: Int) -> SIMD4<Int32> { starts[position &+ Self.margin] }

  /// Of spans that end at a position.
  @inline(__always) func end(_ position: Int) -> SIMD4<Int32> { ends[position &+ Self.margin &+ 1] }

  /// What is said of the characters of a span as those of a short one, if it is short.
  @inline(__always) func short(_ start: Int, _ end: Int) -> SIMD4<Int32> {
    guard var role = CharacterRole.firstRole(ofLength: end &- start) else { return .zero }
    var sum = SIMD4<Int16>.zero
    var place = start &+ Self.margin
    while place < end &+ Self.margin {
      sum &+= SIMD4<Int16>(truncatingIfNeeded: records[place][role])
      place &+= 1
      role &+= 1
    }
    return SIMD4<Int32>(truncatingIfNeeded: sum)
  }

  @inline(__always)
  private static func said(by vectors: UnsafePointer<SIMD4<Int8>>, _ role: CharacterRole) -> SIMD4<Int16> {
    SIMD4<Int16>(truncatingIfNeeded: vectors[role.rawValue])
  }

  @inline(__always)
  private static func said(byPair vectors: UnsafePointer<SIMD4<Int8>>, _ role: PairRole) -> SIMD4<Int16> {
    SIMD4<Int16>(truncatingIfNeeded: vectors[role.rawValue])
  }
}
