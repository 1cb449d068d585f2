import Lexicon

/// A word of the discourse tables where it stands in a block.
struct CueHit {
  /// In bytes of the block's normalized text.
  let lower: Int32
  let upper: Int32
  let cue: Int32
}

extension DiscourseVocabulary {
  /// The words of the tables in a sentence, in order: those that are not cut out of other words (任 in 责任),
  /// and the ends of titles, which stand inside longer ones.
  ///
  /// - Parameters:
  ///   - entities: where the settled entities lie, in scalars, in order; their edges count as edges of words.
  ///   - offsets: the byte of each scalar, and of the end.
  /// - Complexity: O(dictionary entries in the sentence).
  func hits(in input: borrowing RuleInput, entities: [Range<Int>], offsets: [Int]) -> [CueHit] {
    var hits: [CueHit] = []
    if !input.classes.meets(classes) { return hits }
    var next = 0
    var reach = 0
    for start in 0..<input.count {
      let classes = input.place(start).classes
      if (classes.low & self.classes.low) | (classes.high & self.classes.high) == 0 { continue }
      while next < entities.count, entities[next].upperBound <= start { next += 1 }
      let isEntityEnd = next > 0 && entities[next - 1].upperBound == start
      let opens = input.isBoundary(start) || isEntityEnd || start == reach
      for index in input.edgeRange(at: start) {
        let edge = input.edge(index)
        guard let number = cue(of: edge) else { continue }
        let end = Int(edge.end)
        let isEntityStart = next < entities.count && entities[next].lowerBound == end
        let isWord =
          opens && (input.isBoundary(end) || isEntityStart || isPrefix(start..<end, of: next, entities, input))
        if isWord { reach = max(reach, end) }
        if isWord || cues[Int(number)].ownsLevel {
          if hits.isEmpty { hits.reserveCapacity(8) }
          hits.append(CueHit(lower: Int32(offsets[start]), upper: Int32(offsets[end]), cue: number))
        }
      }
    }
    return hits
  }

  /// 代 of the post 代市长, though it is one word: a word of at least two characters is left.
  private func isPrefix(_ word: Range<Int>, of next: Int, _ entities: [Range<Int>], _ input: borrowing RuleInput)
    -> Bool
  {
    guard next < entities.count, entities[next].lowerBound == word.lowerBound else { return false }
    let end = entities[next].upperBound
    guard end >= word.upperBound + 2 else { return false }
    return input.edgeRange(at: word.upperBound).contains { Int(input.edge($0).end) == end }
  }
}
