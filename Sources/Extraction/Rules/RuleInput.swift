import Lexicon
import Segmentation

/// One sentence as rules see it: scalars, dictionary entries, tokens and the results so far, by position.
///
/// What a step of a rule asks about a position lies in one cache line (``Place``).
struct RuleInput {
  struct Edge: BitwiseCopyable {
    fileprivate(set) var end: Int32
    fileprivate(set) var word: WordID
    fileprivate(set) var classes: ClassSet
  }

  /// What stands at a position. There is one more, behind the last scalar.
  struct Place: BitwiseCopyable {
    var scalar: UInt32 = 0
    var firstEdge: Int32 = 0
    /// The end of the token that starts here, or 0.
    var tokenEnd: Int32 = 0
    /// The start of the token that ends here, or -1.
    var tokenStart: Int32 = -1
    /// The last result that starts (ends) here, or -1; ``ResultLink`` names the one before.
    var startingResult: Int32 = -1
    var endingResult: Int32 = -1
    /// The bit of the kind of the scalar, and ``ScalarKinds/boundary``.
    var kind: UInt64 = 0
    /// The bit of the tag of the token that starts here, or 0.
    var tag: UInt64 = 0
    /// The classes of all entries that start here.
    var classes = ClassSet()
    /// Bit n: a result of type n starts here.
    var types: UInt64 = 0

    /// Where ``kind`` lies, in bytes: it and what follows it are the words that a ``RuleProgram/Probe`` looks at, in its
    /// order.
    static var probed: Int { 24 }
  }

  struct ResultLink: BitwiseCopyable {
    let start: Int32
    let end: Int32
    let kind: Int32
    let type: Int32
    let nextStarting: Int32
    let nextEnding: Int32
  }

  private(set) var scalars: [UInt32] = []
  private(set) var count = 0
  private var places = Table<Place>()
  private var edges = Table<Edge>()
  private(set) var results: [Candidate] = []
  private var links = Table<ResultLink>()
  /// The classes of all entries of the sentence.
  private(set) var classes = ClassSet()

  /// In scalars; longer entries exist, but nothing before a match is asked for them.
  static var longestEntry: Int { 16 }

  /// Takes in a sentence; buffers are kept from the one before.
  mutating func load(_ lattice: SentenceLattice, lexicon: Lexicon) {
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: lattice.scalars)
    count = scalars.count
    assert(MemoryLayout<Place>.offset(of: \.kind) == Place.probed)
    results.removeAll(keepingCapacity: true)
    places.reserve(count + 1)
    edges.reserve(lattice.edges.count)
    lattice.edges.withUnsafeBufferPointer { edges in
      lattice.edgeStart.withUnsafeBufferPointer { starts in
        lattice.classes.withUnsafeBufferPointer { loadPlaces(edges, starts: starts, kinds: $0, lexicon) }
      }
    }
    places[0].kind |= ScalarKinds.boundary
    places[count].kind |= ScalarKinds.boundary
    for token in lattice.tokens {
      places[Int(token.start)].tokenEnd = token.end
      places[Int(token.start)].kind |= ScalarKinds.boundary
      places[Int(token.start)].tag = 1 << UInt64(token.tag.raw & 63)
      places[Int(token.end)].tokenStart = token.start
    }
  }

  /// Takes in the scalars, and the entries that start at each.
  private mutating func loadPlaces(
    _ source: UnsafeBufferPointer<SentenceLattice.Edge>, starts: UnsafeBufferPointer<Int32>,
    kinds: UnsafeBufferPointer<CharacterClass>, _ lexicon: Lexicon
  ) {
    let words = lexicon.wordTable
    // Held once: a member would be fetched anew at every step. Sets of classes are written half by half, and places are
    // copies of one: to make a set is a call into another module.
    let (places, edges, blank) = (places, edges, Place())
    var index = 0
    var (allLow, allHigh): (UInt64, UInt64) = (0, 0)
    for position in 0..<count {
      var place = blank
      place.scalar = scalars[position]
      place.kind = ScalarKinds.bit(of: kinds[position])
      place.firstEdge = Int32(truncatingIfNeeded: index)
      let end = Int(starts[position &+ 1])
      while index < end {
        let edge = source[index]
        var (low, high): (UInt64, UInt64)
        if words.contains(edge.word.raw) {
          (low, high) = words.classes(edge.word.raw)
        } else {
          let own = lexicon.classes(of: edge.word)
          (low, high) = (own.low, own.high)
        }
        edges[index].end = edge.end
        edges[index].word = edge.word
        edges[index].classes.low = low
        edges[index].classes.high = high
        place.classes.low |= low
        place.classes.high |= high
        index &+= 1
      }
      places[position] = place
      allLow |= place.classes.low
      allHigh |= place.classes.high
    }
    places[count] = blank
    places[count].firstEdge = Int32(truncatingIfNeeded: index)
    classes.low = allLow
    classes.high = allHigh
  }

  /// Makes a result visible to later stages.
  mutating func add(_ candidate: Candidate) {
    let index = results.count
    let (start, end) = (candidate.range.lowerBound, candidate.range.upperBound)
    results.append(candidate)
    links.reserve(index + 1, keeping: index)
    links[index] = ResultLink(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: candidate.kind,
      type: Int32(candidate.type), nextStarting: places[start].startingResult, nextEnding: places[end].endingResult)
    places[start].startingResult = Int32(truncatingIfNeeded: index)
    places[end].endingResult = Int32(truncatingIfNeeded: index)
    places[start].types |= 1 << UInt64(candidate.type)
  }

  @inline(__always) var view: View { Self.view(places, edges, links, count: count) }

  /// - Parameter position: at most ``count``.
  @inline(__always) func place(_ position: Int) -> Place { view.place(position) }

  @inline(__always) func isBoundary(_ position: Int) -> Bool { view.isBoundary(position) }

  /// The entries that start at `position`; valid until the next sentence.
  func edges(at position: Int) -> UnsafeBufferPointer<Edge> { edges.slice(edgeRange(at: position)) }

  /// The entries that start at `position`, for ``edge(_:)``.
  @inline(__always) func edgeRange(at position: Int) -> Range<Int> { view.edgeRange(at: position) }

  @inline(__always) func edge(_ index: Int) -> Edge { view.edge(index) }
}
