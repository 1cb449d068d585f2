import Lexicon

/// What entries propose, by word. The same words come again and again, so it is kept, each in a place of its own by the word.
///
/// A class, so that nothing of it is copied on the way to a value. One task uses it at a time.
final class EntryMemo {
  private struct Entry: BitwiseCopyable {
    var word: UInt32
    var clues: SpanClues
  }

  private let lexicon: Lexicon
  private let vocabulary: SpanVocabulary
  private let entries: Table<Entry>
  private static var indexBits: UInt32 { 12 }

  init(_ vocabulary: SpanVocabulary, lexicon: Lexicon) {
    self.lexicon = lexicon
    self.vocabulary = vocabulary
    entries = Table([Entry](repeating: Entry(word: .max, clues: []), count: 1 << Self.indexBits))
  }

  /// - Parameter edge: what ends behind `position`, where it starts.
  @inline(__always) func clues(of edge: RuleInput.Edge, at position: Int) -> SpanClues {
    let word = edge.word.raw
    let index = Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> (32 &- Self.indexBits))
    return entries[index].word == word ? entries[index].clues : remember(edge, position, at: index)
  }

  @inline(never) private func remember(_ edge: RuleInput.Edge, _ position: Int, at index: Int) -> SpanClues {
    var clues = vocabulary.clues(of: edge.classes.bits)
    // A name of one character is none by its part of speech alone.
    if Int(edge.end) - position > 1 {
      clues.formUnion(SpanClues(rawValue: UInt16(vocabulary.typesOfTag[Int(lexicon.tag(of: edge.word).raw)])))
    }
    entries[index] = Entry(word: edge.word.raw, clues: clues)
    return clues
  }
}
