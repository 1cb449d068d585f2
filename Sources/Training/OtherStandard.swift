package import Lexicon

/// Brings text that was cut by another standard to that of the model, so that a model can learn new words from it without
/// learning its standard.
///
/// Where both agree there is nothing to do. Where they do not:
/// - What the model keeps together and the text cuts (博物 | 馆) stays together: that is the standard.
/// - What the text keeps together and the model cuts is a new word if one of the pieces is a character that hardly ever is
///   a word of its own (普 | 鲁 | 申 | 科); else it is the standard (走 | 到).
/// - Where words cross each other, the text is right: it was cut by people.
package struct OtherStandard {
  /// A character that was a word more often than once in so many words is believed to be one.
  static let rarity = 5_000
  /// Longer words than this are phrases.
  static let longestWord = 7 * 3

  private let counts: [String: Int]
  private let total: Int

  /// - Parameter text: text by the standard of the model.
  package init(of text: SegmentedText) {
    counts = text.wordCounts
    total = counts.values.reduce(0, +)
  }

  package func convert(_ text: SegmentedText, cutBy model: TrainedModel, _ lexicon: Lexicon) -> SegmentedText {
    var converted = text
    let found = CuttableText(text, lexicon).ends(by: model)
    for (index, ends) in found.enumerated() {
      converted.sentences[index].ends = merge(text.sentences[index], ends)
    }
    return converted
  }

  private func merge(_ sentence: SegmentedText.Sentence, _ found: [Int]) -> [Int] {
    let isTheirs = Set(sentence.ends)
    let isOurs = Set(found)
    var result: [Int] = []
    var start = 0
    // Of the piece since the last end that both have.
    var theirs: [Int] = []
    var ours: [Int] = []
    for end in isTheirs.union(isOurs).sorted() {
      if !isTheirs.contains(end) {
        ours.append(end)
        continue
      }
      if !isOurs.contains(end) {
        theirs.append(end)
        continue
      }
      if theirs.isEmpty, !ours.isEmpty {
        if !isNewWord(sentence.utf8[start..<end], cutAt: ours) { result += ours }
      } else if !ours.isEmpty {
        result += theirs
      }
      result.append(end)
      start = end
      theirs = []
      ours = []
    }
    return result
  }

  private func isNewWord(_ word: ArraySlice<UInt8>, cutAt cuts: [Int]) -> Bool {
    guard word.count <= Self.longestWord else { return false }
    var start = word.startIndex
    for end in cuts + [word.endIndex] {
      let piece = String(decoding: word[start..<end], as: UTF8.self)
      if piece.utf8.count <= 3, counts[piece, default: 0] * Self.rarity < total { return true }
      start = end
    }
    return false
  }
}
