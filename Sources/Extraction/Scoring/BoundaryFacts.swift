import Lexicon
import Segmentation

/// What stands on both sides of each position of a sentence, for the model.
struct BoundaryFacts {
  /// Bits in ``resultsEnding`` and ``resultsStarting``: person, organization, place, a post told with good evidence, one
  /// with less.
  static let resultBits = 5
  private static let post: UInt8 = 1 << 3
  private static let weakPost: UInt8 = 1 << 4
  /// Results count as such from here on, in nats; posts with less from the other on.
  private static let good: Float = 1
  private static let weak: Float = -1

  private(set) var count = 0
  /// By position, the end of the sentence included: the classes of the entries that end (start) there.
  private(set) var classesEnding = Table<ClassSet>()
  private(set) var classesStarting = Table<ClassSet>()
  /// By position: the word of the best path that ends (starts) there, or -1.
  private(set) var wordEnding = Table<Int32>()
  private(set) var wordStarting = Table<Int32>()
  private(set) var resultsEnding = Table<UInt8>()
  private(set) var resultsStarting = Table<UInt8>()
  /// The entries by their ends: those that end at `p` are `endings[firstEnding[p]..<firstEnding[p + 1]]`.
  private var firstEnding = Table<Int32>()
  private var endings = Table<Entry>()
  /// By word: the tag, and where it begins and ends.
  private(set) var words = Table<Word>()
  private(set) var wordCount = 0

  struct Entry: BitwiseCopyable {
    var start: Int32
    var classes: ClassSet
  }

  struct Word: BitwiseCopyable {
    var start: Int32
    var end: Int32
    /// 0 for the names of the lexicon: what the corpora knew of them, other texts do not.
    var tag: UInt16
  }

  /// - Parameters:
  ///   - results: of the rules.
  ///   - hidden: by tag, whether the model must not see it.
  mutating func load(_ lattice: SentenceLattice, _ input: borrowing RuleInput, results: [Candidate], hidden: [Bool]) {
    count = lattice.count
    classesEnding.reset(to: ClassSet(), count: count + 1)
    classesStarting.reset(to: ClassSet(), count: count + 1)
    wordEnding.reset(to: -1, count: count + 1)
    wordStarting.reset(to: -1, count: count + 1)
    resultsEnding.reset(to: 0, count: count + 1)
    resultsStarting.reset(to: 0, count: count + 1)
    loadWords(lattice, hidden)
    loadEntries(input)
    for result in results {
      var bits: UInt8 = 0
      if result.type == RuleSet.title {
        bits = result.evidence >= Self.good ? Self.post : result.evidence >= Self.weak ? Self.weakPost : 0
      } else if result.type < RuleSet.title, result.evidence >= Self.good {
        bits = 1 << result.type
      }
      resultsEnding[result.range.upperBound] |= bits
      resultsStarting[result.range.lowerBound] |= bits
    }
  }

  private mutating func loadWords(_ lattice: SentenceLattice, _ hidden: [Bool]) {
    wordCount = lattice.tokens.count
    words.reserve(wordCount)
    for (index, token) in lattice.tokens.enumerated() {
      let tag = hidden[Int(token.tag.raw) % hidden.count] ? 0 : UInt16(token.tag.raw)
      words[index] = Word(start: token.start, end: token.end, tag: tag)
      wordStarting[Int(token.start)] = Int32(truncatingIfNeeded: index)
      wordEnding[Int(token.end)] = Int32(truncatingIfNeeded: index)
    }
  }

  private mutating func loadEntries(_ input: borrowing RuleInput) {
    firstEnding.reset(to: 0, count: count + 2)
    for position in 0..<count {
      classesStarting[position] = input.place(position).classes
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        if edge.classes.low | edge.classes.high == 0 { continue }
        firstEnding[Int(edge.end) + 1] += 1
        classesEnding[Int(edge.end)].low |= edge.classes.low
        classesEnding[Int(edge.end)].high |= edge.classes.high
      }
    }
    for position in 0...count { firstEnding[position + 1] += firstEnding[position] }
    endings.reserve(Int(firstEnding[count + 1]))
    // Filled from where each begins; moved back to their starts afterwards by the same count.
    for position in 0..<count {
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        if edge.classes.low | edge.classes.high == 0 { continue }
        let at = Int(firstEnding[Int(edge.end)])
        firstEnding[Int(edge.end)] += 1
        endings[at] = Entry(start: Int32(truncatingIfNeeded: position), classes: edge.classes)
      }
    }
    for position in stride(from: count, to: 0, by: -1) { firstEnding[position] = firstEnding[position - 1] }
    firstEnding[0] = 0
  }

  @inline(__always) func isBoundary(_ position: Int) -> Bool {
    position == 0 || position == count || wordStarting[position] >= 0
  }

  /// The classes of the entries that end at `end` and start behind `start`.
  func classes(endingAt end: Int, after start: Int) -> ClassSet {
    var union = ClassSet()
    for index in Int(firstEnding[end])..<Int(firstEnding[end + 1]) where Int(endings[index].start) > start {
      union.low |= endings[index].classes.low
      union.high |= endings[index].classes.high
    }
    return union
  }
}
