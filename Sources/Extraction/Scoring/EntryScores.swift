import Lexicon
import PrefetchShim

/// What the model says of the entries of the dictionary that a span is, begins and ends with, in ``EntityWeights/scale``s of
/// a nat.
///
/// Copies share what is kept; one task uses it at a time.
struct EntryScores {
  private let model: EntityModel
  // What templates say of sets of classes: of entries that start, and that end, at a position; of an entry as a whole.
  private let startingClasses: ClassMemo<Classes>
  private let endingClasses: ClassMemo<Classes>
  private let wholeClasses: ClassMemo<SIMD4<Int16>>
  /// What it says that a span is no entry.
  let notWhole: SIMD4<Int32>
  /// What entries say of a span that is a word, each in a place of its own by the word: what lies inside a word is the same
  /// wherever it stands.
  private let words = Table(repeating: WordScore(word: WordID.none.raw, sum: .zero), count: 1 << Self.wordBits)
  private static var wordBits: UInt32 { 13 }

  // Kept in 16 bits, so that they lie in few cache lines: 2,000 nats are more than anything says.

  private struct WordScore: BitwiseCopyable {
    var word: UInt32
    var sum: SIMD4<Int16>
  }

  struct Classes: BitwiseCopyable {
    /// Of entries inside a span, at its end.
    var inside: SIMD4<Int16>
    /// Of entries beside a span, as far as they are looked at there.
    var beside: SIMD4<Int16>
  }

  /// - Parameter contextClasses: those that tell something beside a span.
  init(_ model: EntityModel, contextClasses: ClassSet) {
    self.model = model
    startingClasses = ClassMemo {
      Classes(
        inside: SIMD4(clamping: model.sum(.firstClass, $0)),
        beside: SIMD4(clamping: model.sum(.rightClass, $0.intersection(contextClasses))))
    }
    endingClasses = ClassMemo {
      Classes(
        inside: SIMD4(clamping: model.sum(.lastClass, $0)),
        beside: SIMD4(clamping: model.sum(.leftClass, $0.intersection(contextClasses))))
    }
    wholeClasses = ClassMemo { SIMD4(clamping: model.sum(.wholeClass, $0)) }
    notWhole = model.vector(NamedFeature(.notWhole))
  }

  /// Asks for what is kept of a sentence's words and of the classes at their ends, which lies anywhere.
  func prefetch(_ reader: borrowing SpanReader, _ input: borrowing RuleInput) {
    for index in 0..<reader.facts.wordCount {
      let word = reader.facts.words[index]
      startingClasses.prefetch(input.place(Int(word.start)).classes.bits)
      endingClasses.prefetch(reader.facts.place(Int(word.start)).classesEnding)
      memory_prefetch(words.start + Self.place(of: word.word.raw))
    }
  }

  /// Of the classes of entries that start at a position.
  @inline(__always) func starting(with classes: ClassBits) -> Classes { startingClasses[classes] }

  /// Of the classes of entries that end at a position.
  @inline(__always) func ending(with classes: ClassBits) -> Classes { endingClasses[classes] }

  /// Of a span that may be an entry, or is no longer than one that starts or ends where it does.
  func score(
    _ start: Int, _ end: Int, _ reader: borrowing SpanReader, _ input: borrowing RuleInput
  ) -> SIMD4<Int32> {
    guard let word = reader.wholeEntry(start, end, input)?.raw else {
      return score(of: reader.entries(start, end, input), reader)
    }
    let place = Self.place(of: word)
    if words[place].word != word {
      let sum = score(of: reader.entries(start, end, input), reader)
      words[place] = WordScore(word: word, sum: SIMD4(clamping: sum))
    }
    return SIMD4(truncatingIfNeeded: words[place].sum)
  }

  /// Where the score of a word is kept.
  @inline(__always) private static func place(of word: UInt32) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> (32 &- wordBits))
  }

  private func score(of entries: SpanReader.Entries, _ reader: borrowing SpanReader) -> SIMD4<Int32> {
    let sum =
      SIMD4<Int32>(truncatingIfNeeded: startingClasses[entries.first].inside)
      &+ SIMD4<Int32>(truncatingIfNeeded: endingClasses[entries.last].inside)
    guard let word = entries.whole else { return sum &+ notWhole }
    return sum &+ SIMD4<Int32>(truncatingIfNeeded: wholeClasses[entries.wholeClasses])
      &+ model.vector(NamedFeature(.wholeTag, reader.visibleTag(of: word)))
  }
}
