import Lexicon
import Segmentation

/// What stands on both sides of each position of a sentence, for the model.
struct BoundaryFacts {
  /// Bits in ``Place/resultsEnding`` and ``Place/resultsStarting``: person, organization, place, a post told with good
  /// evidence, one with less.
  static let resultBits = 5
  private static let post: UInt8 = 1 << 3
  private static let weakPost: UInt8 = 1 << 4
  /// Results count as such from here on, in nats; posts with less from the other on.
  private static let good: Float = 1
  private static let weak: Float = -1

  /// What lies at a position, the end of the sentence included. The classes of the entries that start there are those of
  /// ``RuleInput/Place``.
  struct Place: BitwiseCopyable {
    /// The classes of the entries that end here.
    var classesEnding = ClassBits()
    /// The start of the longest entry of a class that ends here; `Int32.max` if there is none.
    var entryStart = Int32.max
    /// The end of the longest entry that starts here; 0 if there is none.
    var entryEnd: Int32 = 0
    /// The word of the best path that ends (starts) here, or -1.
    var wordEnding: Int32 = -1
    var wordStarting: Int32 = -1
    /// How many words of the best path start before this position.
    var wordsBefore: Int32 = 0
    var resultsEnding: UInt8 = 0
    var resultsStarting: UInt8 = 0
    /// Whether a word starts here, or the sentence starts or ends.
    var isBoundary = false
  }

  private(set) var count = 0
  private var places = Table<Place>()
  /// By word: the tag, and where it begins and ends.
  private(set) var words = Table<Word>()
  private(set) var wordCount = 0

  struct Word: BitwiseCopyable {
    var start: Int32
    var end: Int32
    var word: WordID
    /// 0 for the names of the lexicon: what the corpora knew of them, other texts do not.
    var tag: UInt16
  }

  /// - Parameters:
  ///   - results: of the rules.
  ///   - visibleTags: by tag, what the model sees of it.
  mutating func load(
    _ lattice: SentenceLattice, _ input: borrowing RuleInput, results: [Candidate], visibleTags: Table<UInt16>
  ) {
    count = input.count
    places.reset(to: Place(), count: count + 1)
    places[0].isBoundary = true
    places[count].isBoundary = true
    loadWords(lattice, visibleTags)
    loadEntries(input)
    for result in results {
      var bits: UInt8 = 0
      if result.type == RuleSet.title {
        bits = result.evidence >= Self.good ? Self.post : result.evidence >= Self.weak ? Self.weakPost : 0
      } else if result.type < RuleSet.title, result.evidence >= Self.good {
        bits = 1 << result.type
      }
      places[result.range.upperBound].resultsEnding |= bits
      places[result.range.lowerBound].resultsStarting |= bits
    }
  }

  private mutating func loadWords(_ lattice: SentenceLattice, _ visibleTags: Table<UInt16>) {
    wordCount = lattice.tokens.count
    words.reserve(wordCount)
    let (words, places) = (words, places)
    lattice.tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices {
        let token = tokens[index]
        words[index] = Word(
          start: token.start, end: token.end, word: token.word, tag: visibleTags[Int(token.tag.raw)])
        places[Int(token.start)].wordStarting = Int32(truncatingIfNeeded: index)
        places[Int(token.start)].isBoundary = true
        places[Int(token.end)].wordEnding = Int32(truncatingIfNeeded: index)
      }
    }
  }

  private func loadEntries(_ input: borrowing RuleInput) {
    let places = places
    var words: Int32 = 0
    for position in 0..<count {
      let start = Int32(truncatingIfNeeded: position)
      var furthest: Int32 = 0
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        furthest = max(furthest, edge.end)
        if edge.classes.isNone { continue }
        let end = Int(edge.end)
        places[end].classesEnding.formUnion(edge.classes)
        places[end].entryStart = min(places[end].entryStart, start)
      }
      places[position].entryEnd = furthest
      places[position].wordsBefore = words
      if places[position].wordStarting >= 0 { words += 1 }
    }
    places[count].wordsBefore = words
  }

  /// - Parameter position: at most ``count``.
  @inline(__always) func place(_ position: Int) -> Place { places[position] }

  @inline(__always) func isBoundary(_ position: Int) -> Bool { places[position].isBoundary }

  /// The classes of the entries that end at `end` and start behind `start`.
  ///
  /// - Complexity: linear in the entries between, where one that ends there does not start behind `start`; else constant.
  @inline(__always) func classes(endingAt end: Int, after start: Int, _ input: borrowing RuleInput) -> ClassBits {
    if Int(places[end].entryStart) > start { return places[end].classesEnding }
    return shorterClasses(endingAt: end, after: start, input)
  }

  private func shorterClasses(endingAt end: Int, after start: Int, _ input: borrowing RuleInput) -> ClassBits {
    var union = ClassBits()
    var position = start + 1
    while position < end {
      if Int(places[position].entryEnd) >= end {
        for index in input.edgeRange(at: position) where Int(input.edge(index).end) == end {
          union.formUnion(input.edge(index).classes)
        }
      }
      position += 1
    }
    return union
  }
}
