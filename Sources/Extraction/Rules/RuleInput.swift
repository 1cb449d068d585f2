import Lexicon
import Segmentation

/// One sentence as rules see it: scalars, dictionary entries, tokens and the results so far, by position.
struct RuleInput {
  struct Edge {
    let end: Int32
    let word: WordID
    let classes: ClassSet
  }

  private(set) var scalars: [UInt32] = []
  private var kinds: [UInt64] = []
  private var edgeStarts: [Int32] = []
  private var edges: [Edge] = []
  /// By scalar: the classes of all entries that start there.
  private var classUnions: [ClassSet] = []
  private var allClasses = ClassSet()
  /// By scalar: the end of the token that starts there, or 0.
  private var tokenEnds: [Int32] = []
  /// By scalar: the start of the token that ends there, or -1.
  private var tokenStarts: [Int32] = []
  /// By scalar: the tag bit of the token that starts there.
  private var tokenTags: [UInt64] = []
  private(set) var results: [Candidate] = []
  /// By scalar: the last result that starts (ends) there, or -1; ``links`` names the one before.
  private var resultsByStart: [Int32] = []
  private var resultsByEnd: [Int32] = []
  private var links: [(start: Int32, end: Int32)] = []

  /// In scalars; longer entries exist, but nothing before a match is asked for them.
  let longestEntry = 16

  var count: Int { scalars.count }

  /// Takes in a sentence; buffers are kept from the one before.
  mutating func load(_ lattice: SentenceLattice, lexicon: borrowing Lexicon) {
    let count = lattice.scalars.count
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: lattice.scalars)
    kinds.removeAll(keepingCapacity: true)
    for characterClass in lattice.classes { kinds.append(ScalarKinds.bit(of: characterClass)) }
    edges.removeAll(keepingCapacity: true)
    for edge in lattice.edges {
      edges.append(Edge(end: edge.end, word: edge.word, classes: lexicon.classes(of: edge.word)))
    }
    edgeStarts.removeAll(keepingCapacity: true)
    edgeStarts.append(contentsOf: lattice.edgeStart)
    classUnions.removeAll(keepingCapacity: true)
    allClasses = ClassSet()
    for position in 0..<count {
      var union = ClassSet()
      for index in edgeRange(at: position) {
        union.low |= edges[index].classes.low
        union.high |= edges[index].classes.high
      }
      classUnions.append(union)
      allClasses.low |= union.low
      allClasses.high |= union.high
    }
    tokenEnds.reset(to: 0, count: count + 1)
    tokenStarts.reset(to: -1, count: count + 1)
    tokenTags.reset(to: 0, count: count + 1)
    for token in lattice.tokens {
      tokenEnds[Int(token.start)] = token.end
      tokenStarts[Int(token.end)] = token.start
      tokenTags[Int(token.start)] = 1 << UInt64(token.tag.raw & 63)
    }
    results.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    resultsByStart.reset(to: -1, count: count + 1)
    resultsByEnd.reset(to: -1, count: count + 1)
  }

  /// Makes a result visible to later stages.
  mutating func add(_ candidate: Candidate) {
    let index = Int32(results.count)
    results.append(candidate)
    links.append((resultsByStart[candidate.range.lowerBound], resultsByEnd[candidate.range.upperBound]))
    resultsByStart[candidate.range.lowerBound] = index
    resultsByEnd[candidate.range.upperBound] = index
  }

  func scalar(next position: Int, _ direction: RuleMatcher.Direction, _ bound: Int) -> UInt32? {
    switch direction {
    case .forward: position < bound ? scalars[position] : nil
    case .backward: position > bound ? scalars[position - 1] : nil
    }
  }

  func kind(next position: Int, _ direction: RuleMatcher.Direction, _ bound: Int) -> UInt64? {
    switch direction {
    case .forward: position < bound ? kinds[position] : nil
    case .backward: position > bound ? kinds[position - 1] : nil
    }
  }

  /// The other end of the token that starts (backward: ends) at `position`, if its tag is wanted.
  func token(next position: Int, _ direction: RuleMatcher.Direction, tags: UInt64) -> Int? {
    switch direction {
    case .forward:
      let end = Int(tokenEnds[position])
      return end > 0 && tokenTags[position] & tags != 0 ? end : nil
    case .backward:
      let start = Int(tokenStarts[position])
      return start >= 0 && tokenTags[start] & tags != 0 ? start : nil
    }
  }

  func isBoundary(_ position: Int) -> Bool {
    position == 0 || position == count || tokenEnds[position] > 0
  }

  func edges(at position: Int) -> ArraySlice<Edge> {
    position < count ? edges[Int(edgeStarts[position])..<Int(edgeStarts[position + 1])] : []
  }

  /// The entries that start at `position`, for ``edge(_:)``: no slice to be retained.
  @inline(__always) func edgeRange(at position: Int) -> Range<Int> {
    position < count ? Int(edgeStarts[position])..<Int(edgeStarts[position + 1]) : 0..<0
  }

  @inline(__always) func edge(_ index: Int) -> Edge { edges[index] }

  /// Calls `body` with the other end of each result of the type that starts (backward: ends) at `position`.
  func forEachResult(
    at position: Int, _ direction: RuleMatcher.Direction, type: Int32, kind: Int32, _ body: (Int) -> Void
  ) {
    var index = direction == .forward ? resultsByStart[position] : resultsByEnd[position]
    while index >= 0 {
      let result = results[Int(index)]
      if Int32(result.type) == type, kind < 0 || result.kind == kind {
        body(direction == .forward ? result.range.upperBound : result.range.lowerBound)
      }
      index = direction == .forward ? links[Int(index)].start : links[Int(index)].end
    }
  }

  /// The types of results that start at `position`, as bits.
  func resultTypes(at position: Int) -> UInt64 {
    var mask: UInt64 = 0
    var index = resultsByStart[position]
    while index >= 0 {
      mask |= 1 << UInt64(results[Int(index)].type)
      index = links[Int(index)].start
    }
    return mask
  }

  /// What stands at a position, for the choice of the rules to try there.
  struct Place {
    let scalar: UInt32
    /// One bit.
    let kind: UInt64
    /// The bit of the token that starts there, 0 if none does.
    let tag: UInt64
    let isBoundary: Bool
    let classes: ClassSet
    let types: UInt64
  }

  @inline(__always) func place(_ position: Int) -> Place {
    Place(
      scalar: scalars[position], kind: kinds[position], tag: tokenEnds[position] > 0 ? tokenTags[position] : 0,
      isBoundary: tokenEnds[position] > 0 || position == 0, classes: classUnions[position],
      types: resultTypes(at: position))
  }

  /// The last position where an entry of one of the classes starts, or -1.
  func lastEntry(of classes: ClassSet) -> Int {
    if (allClasses.low & classes.low) | (allClasses.high & classes.high) == 0 { return -1 }
    var position = count - 1
    while position >= 0 {
      let here = classUnions[position]
      if (here.low & classes.low) | (here.high & classes.high) != 0 { break }
      position -= 1
    }
    return position
  }

  /// The last position where a result of one of the types starts, or -1.
  func lastResult(of types: UInt64) -> Int {
    var last = -1
    for result in results where types >> UInt64(result.type) & 1 != 0 { last = max(last, result.range.lowerBound) }
    return last
  }
}

extension Array {
  /// `count` copies of `value`, in the storage there is.
  fileprivate mutating func reset(to value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}
