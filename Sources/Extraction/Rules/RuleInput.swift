import Lexicon
import Segmentation

/// One sentence as rules see it: scalars, dictionary entries, tokens and the results so far, by position.
///
/// What a step of a rule asks about a position lies in one cache line (``Place``).
struct RuleInput {
  struct Edge: BitwiseCopyable {
    let end: Int32
    let word: WordID
    let classes: ClassSet
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

    /// Whether the first way of a split may go on from here; if not, it does not.
    @inline(__always) func mayBegin(_ split: RuleProgram.Instruction) -> Bool {
      let probe: UInt64 =
        switch split.probe {
        case .none: .max
        case .kind: kind
        case .tag: tag
        case .lowClasses: classes.low
        case .highClasses: classes.high
        case .types: types
        }
      return probe & split.mask != 0
    }
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
    places.reset(to: Place(), count: count + 1)
    results.removeAll(keepingCapacity: true)
    loadScalars(lattice.classes)
    lattice.edges.withUnsafeBufferPointer { edges in
      lattice.edgeStart.withUnsafeBufferPointer { loadEdges(edges, starts: $0, lexicon) }
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

  private mutating func loadScalars(_ classes: [CharacterClass]) {
    for position in 0..<count {
      places[position].scalar = scalars[position]
      places[position].kind = ScalarKinds.bit(of: classes[position])
    }
  }

  private mutating func loadEdges(
    _ source: UnsafeBufferPointer<SentenceLattice.Edge>, starts: UnsafeBufferPointer<Int32>,
    _ lexicon: Lexicon
  ) {
    edges.reserve(source.count)
    let words = lexicon.wordTable
    for index in source.indices {
      let edge = source[index]
      var classes = ClassSet()
      if words.contains(edge.word.raw) {
        let set = words.classes(edge.word.raw)
        classes.low = set.low
        classes.high = set.high
      } else {
        classes = lexicon.classes(of: edge.word)
      }
      edges[index] = Edge(end: edge.end, word: edge.word, classes: classes)
    }
    var index = 0
    var all = ClassSet()
    for position in 0..<count {
      var here = ClassSet()
      places[position].firstEdge = Int32(truncatingIfNeeded: index)
      let end = Int(starts[position + 1])
      while index < end {
        here.low |= edges[index].classes.low
        here.high |= edges[index].classes.high
        index += 1
      }
      places[position].classes = here
      all.low |= here.low
      all.high |= here.high
    }
    classes = all
    places[count].firstEdge = Int32(truncatingIfNeeded: index)
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
