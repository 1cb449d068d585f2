package import Lexicon

/// Finds the quantities and times of a sentence.
///
/// A linear scan: one table look-up passes over most characters; where an expression may begin, the grammars are tried
/// and the longest match is kept, unless a word of the exceptions (一起, 三亚, 五粮液) is as long.
package struct NumericReader: Sendable {
  let vocabulary: NumericVocabulary

  /// - Throws: ``NumericTableError`` if a table of `quantities/` or `time/` is missing or not as expected.
  package init(tables: any TableSource) throws(NumericTableError) {
    vocabulary = try NumericVocabulary(tables: tables)
  }

  /// The matches of one sentence, in order, without overlaps.
  ///
  /// - Parameters:
  ///   - scalars: the sentence, folded: full width to half width, traditional to simplified, Latin in lower case,
  ///     compatibility characters decomposed (㎡ is `m2`).
  ///   - context: the reference time and what earlier sentences named; changed by what this one names.
  ///   - nested: whether to fill ``NumericMatch/inner``.
  ///   - memory: room to remember things in, for callers with many sentences.
  ///   - triesAll: whether to try the grammars where they cannot but fail, too.
  ///   - steps: counts what is looked at.
  /// - Complexity: O(n).
  package func read(
    _ scalars: UnsafeBufferPointer<UInt32>, context: inout NumericContext, nested: Bool = false,
    memory: NumericMemory = NumericMemory(), triesAll: Bool = false, steps: StepCount? = nil
  ) -> [NumericMatch] {
    var matches: [NumericMatch] = []
    read(
      scalars, into: &matches, context: &context, nested: nested, memory: memory, triesAll: triesAll, steps: steps)
    return matches
  }

  /// The same for callers with many sentences: the matches are added to `matches`.
  package func read(
    _ scalars: UnsafeBufferPointer<UInt32>, into matches: inout [NumericMatch], context: inout NumericContext,
    nested: Bool, memory: NumericMemory, triesAll: Bool = false, steps: StepCount? = nil
  ) {
    let scan = NumericScan(
      text: scalars, vocabulary: vocabulary, context: context, memory: memory, triesAll: triesAll, steps: steps)
    let first = matches.count
    scan.run(into: &matches)
    context = memory.context
    if nested {
      for i in first..<matches.count
      where matches[i].kind != .number && matches[i].kind != .phone || matches[i].unit != nil {
        matches[i].inner = scan.numerals(in: matches[i].range).filter { $0.range != matches[i].range }
      }
    }
  }

  /// The number that the whole of a text writes: 三千零五十, -1.5, 三分之二, 十几. Nil if it is anything else.
  ///
  /// - Parameter scalars: folded as for ``read(_:context:nested:)``.
  /// - Complexity: O(n).
  package func number(_ scalars: UnsafeBufferPointer<UInt32>) -> (low: ExactDecimal, high: ExactDecimal?)? {
    NumericScan(text: scalars, vocabulary: vocabulary, context: NumericContext()).wholeNumber()
  }

  /// All numerals of a text, those inside quantities, times and names as well, in order, without overlaps.
  ///
  /// - Complexity: O(n).
  package func numerals(_ scalars: UnsafeBufferPointer<UInt32>) -> [NumericMatch] {
    NumericScan(text: scalars, vocabulary: vocabulary, context: NumericContext()).numerals(in: 0..<scalars.count)
  }
}
