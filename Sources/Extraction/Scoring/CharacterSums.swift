import Lexicon
import PrefetchShim

/// What the characters of a sentence say of the spans that start or end at each position, those inside them included: in one
/// pass.
///
/// A character, and a pair of them, speaks to the starts and ends at most two positions away. So the sums of a few positions run
/// along, and each is complete when the last character that speaks to it has passed.
struct CharacterSums {
  /// What the model knows of each character and of the pair that it begins, with the margin of ``SpanReader/codes``.
  private var characters = Table<UnsafePointer<SIMD4<Int8>>>()
  private var pairs = Table<UnsafePointer<SIMD4<Int8>>>()
  /// Where the search for each pair begins.
  private var slots = Table<Int>()
  private var starts = Table<SIMD4<Int32>>()
  /// One place further, since an end is complete with the character behind it.
  private var ends = Table<SIMD4<Int32>>()

  private static let margin = SpanReader.margin

  /// - Parameter codes: those of a sentence of `count` characters, with edges around them.
  mutating func load(_ codes: Table<UInt16>, count: Int, _ model: EntityModel) {
    let places = count + 2 * Self.margin
    find(codes, places, model)
    starts.reserve(places)
    ends.reserve(places)
    sum(places)
  }

  /// Finds what the model knows.
  ///
  /// Characters and pairs lie all over its tables. So all of a sentence are asked for before the first of them is waited for.
  private mutating func find(_ codes: Table<UInt16>, _ places: Int, _ model: EntityModel) {
    characters.reserve(places)
    pairs.reserve(places)
    slots.reserve(places)
    let (characters, pairs, slots) = (characters, pairs, slots)
    for place in 0..<places {
      let slot = model.slot(ofPair: codes[place], codes[place &+ 1])
      memory_prefetch(model.weights.pairKeys + slot)
      slots[place] = slot
    }
    for place in 0..<places {
      let character = model.character(codes[place])
      let pair = model.vectors(ofPair: codes[place], codes[place &+ 1], from: slots[place])
      memory_prefetch(character)
      memory_prefetch(pair)
      characters[place] = character
      pairs[place] = pair
    }
  }

  private func sum(_ places: Int) {
    let (characters, pairs, starts, ends) = (characters, pairs, starts, ends)
    // Two vectors each: what is said so far of the starts one place on and here, and of the ends here and one place on.
    var (starting, ending) = (SIMD8<Int16>.zero, SIMD8<Int16>.zero)
    var endBefore = SIMD4<Int16>.zero
    // What lies inside a span is a difference of sums from the sentence's start on; the last pair inside reaches over the end.
    var inside = SIMD4<Int32>.zero
    var insideBefore = SIMD4<Int32>.zero
    var lastPair = SIMD4<Int32>.zero
    for place in 0..<places {
      let (character, pair) = (characters[place], pairs[place])
      let before = Self.two(character, CharacterRole.beforeLast.rawValue) &+ Self.two(pair, PairRole.before.rawValue)
      let beside = Self.two(character, CharacterRole.first.rawValue) &+ Self.two(pair, PairRole.first.rawValue)
      let behind = Self.two(character, CharacterRole.behindNext.rawValue)
      let start = starting.highHalf &+ beside.lowHalf
      starts[place] = SIMD4<Int32>(truncatingIfNeeded: start) &- inside
      starting = before &+ SIMD8(lowHalf: .zero, highHalf: starting.lowHalf)
      let end = endBefore &+ behind.lowHalf
      ends[place] = SIMD4<Int32>(truncatingIfNeeded: end) &+ insideBefore
      endBefore = ending.lowHalf &+ beside.highHalf
      ending =
        Self.two(pair, PairRole.acrossEnd.rawValue) &+ SIMD8(lowHalf: (behind &+ ending).highHalf, highHalf: .zero)
      insideBefore = inside &- lastPair
      lastPair = SIMD4<Int32>(truncatingIfNeeded: pair[PairRole.inside.rawValue])
      inside &+= lastPair &+ SIMD4<Int32>(truncatingIfNeeded: character[CharacterRole.inside.rawValue])
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
      sum &+= SIMD4<Int16>(truncatingIfNeeded: characters[place][role])
      place &+= 1
      role &+= 1
    }
    return SIMD4<Int32>(truncatingIfNeeded: sum)
  }

  /// The vectors of a role and of the one behind it; a row's last role is never asked for.
  @inline(__always)
  private static func two(_ vectors: UnsafePointer<SIMD4<Int8>>, _ role: Int) -> SIMD8<Int16> {
    SIMD8<Int16>(truncatingIfNeeded: UnsafeRawPointer(vectors + role).loadUnaligned(as: SIMD8<Int8>.self))
  }
}
