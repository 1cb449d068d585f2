/// What the model says of a span's length and words, and of those beside it, in ``EntityWeights/scale``s of a nat, for spans from one boundary of
/// words to another: as few sums as can be.
///
/// A word inside says one thing, a first or last one another; so prefixes sum all words as inner ones, and the ends add
/// what makes theirs different.
struct SpanShapes: Sendable {
  /// By length and words.
  private let shapes: Table<SIMD4<Int32>>
  private let words: Table<Word>
  /// By ``neighbor(_:_:)``.
  private let wordsBefore: Table<SIMD4<Int32>>
  private let wordsBehind: Table<SIMD4<Int32>>

  private struct Word: BitwiseCopyable {
    var inner: SIMD4<Int32>
    /// What is added for the first, the last, and for one that is both and has both added.
    var first: SIMD4<Int32>
    var last: SIMD4<Int32>
    var lone: SIMD4<Int32>
  }

  private static var rowLength: Int { NamedFeature.greatestWordCount + 1 }
  private static let boundaries = 3

  init(_ model: EntityModel) {
    var shapes: [SIMD4<Int32>] = []
    for length in 0...NamedFeature.greatestLength {
      for words in 0...NamedFeature.greatestWordCount {
        shapes.append(
          model.vector(NamedFeature(.length, length)) &+ model.vector(NamedFeature(.words, words))
            &+ model.vector(NamedFeature(.fit, 4 * min(length, NamedFeature.greatestFitLength) + Self.boundaries)))
      }
    }
    self.shapes = Table(shapes)
    words = Table(
      (0..<model.tagCount).map { tag in
        let (inner, last, first, lone) = (
          model.vector(NamedFeature(.innerTag, 4 * tag)), model.vector(NamedFeature(.innerTag, 4 * tag + 1)),
          model.vector(NamedFeature(.innerTag, 4 * tag + 2)), model.vector(NamedFeature(.innerTag, 4 * tag + 3))
        )
        return Word(
          inner: inner, first: first &- inner, last: last &- inner, lone: lone &- first &- last &+ inner)
      })
    wordsBefore = Self.neighbors(model, .leftTag, .leftBoundary)
    wordsBehind = Self.neighbors(model, .rightTag, .rightBoundary)
  }

  private static func neighbors(
    _ model: EntityModel, _ tag: NamedFeature.Template, _ boundary: NamedFeature.Template
  ) -> Table<SIMD4<Int32>> {
    var sums: [SIMD4<Int32>] = []
    for number in -1..<model.tagCount {
      let ofTag = number < 0 ? .zero : model.vector(NamedFeature(tag, number))
      for isBoundary in 0...1 { sums.append(ofTag &+ model.vector(NamedFeature(boundary, isBoundary))) }
    }
    return Table(sums)
  }

  @inline(__always) private func neighbor(_ tag: Int, _ isBoundary: Bool) -> Int {
    2 &* (tag &+ 1) &+ (isBoundary ? 1 : 0)
  }

  /// - Parameter tag: of the word that ends right before the span, -1 if none does.
  @inline(__always) func wordBefore(_ tag: Int, isBoundary: Bool) -> SIMD4<Int32> {
    wordsBefore[neighbor(tag, isBoundary)]
  }

  /// - Parameter tag: of the word that starts right behind the span, -1 if none does.
  @inline(__always) func wordBehind(_ tag: Int, isBoundary: Bool) -> SIMD4<Int32> {
    wordsBehind[neighbor(tag, isBoundary)]
  }

  /// - Parameter words: of the best path, at least one.
  @inline(__always) func shape(_ length: Int, words: Int) -> SIMD4<Int32> {
    shapes[
      min(length, NamedFeature.greatestLength) &* Self.rowLength &+ min(words &- 1, NamedFeature.greatestWordCount)]
  }

  @inline(__always) func innerWord(_ tag: UInt16) -> SIMD4<Int32> { words[Int(tag)].inner }
  @inline(__always) func firstWord(_ tag: UInt16) -> SIMD4<Int32> { words[Int(tag)].first }
  @inline(__always) func lastWord(_ tag: UInt16) -> SIMD4<Int32> { words[Int(tag)].last }
  @inline(__always) func loneWord(_ tag: UInt16) -> SIMD4<Int32> { words[Int(tag)].lone }
}
