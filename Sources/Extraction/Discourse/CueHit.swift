import Lexicon

/// A word of the discourse tables where it stands in a block.
struct CueHit {
  /// In bytes of the block's normalized text.
  let lower: Int32
  let upper: Int32
  let cue: Int32
}

extension DiscourseVocabulary {
  /// Adds the words of the tables in a sentence, in order: those that are not cut out of other words (任 in 责任),
  /// and the ends of titles, which stand inside longer ones.
  ///
  /// - Parameters:
  ///   - entities: what was settled, in order; its edges count as edges of words.
  ///   - offsets: the byte of each scalar, and of the end.
  /// - Complexity: O(dictionary entries in the sentence).
  func addHits(in input: RuleInput.View, entities: [Candidate], offsets: [Int], to hits: inout [CueHit]) {
    var next = 0
    var reach = 0
    for start in 0..<input.count {
      let classes = input.place(start).classes
      if !classes.meets(self.classes) { continue }
      while next < entities.count, entities[next].range.upperBound <= start { next += 1 }
      let isEntityEnd = next > 0 && entities[next - 1].range.upperBound == start
      let opens = input.isBoundary(start) || isEntityEnd || start == reach
      // Inside words only those of one class count: most places are done with.
      if !opens, !classes.meets(endingClasses) { continue }
      for index in input.edgeRange(at: start) {
        let edge = input.edge(index)
        if !edge.classes.meets(self.classes) { continue }
        let end = Int(edge.end)
        let isEntityStart = next < entities.count && entities[next].range.lowerBound == end
        let isWord =
          opens && (input.isBoundary(end) || isEntityStart || isPrefix(start..<end, of: next, entities, input))
        guard isWord || edge.classes.meets(endingClasses), let number = cue(of: edge) else { continue }
        if isWord { reach = max(reach, end) }
        if isWord || cues[Int(number)].endsTitles {
          hits.append(CueHit(lower: Int32(offsets[start]), upper: Int32(offsets[end]), cue: number))
        }
      }
    }
  }

  /// 代 of the post 代市长, though it is one word: a word of at least two characters is left.
  private func isPrefix(_ word: Range<Int>, of next: Int, _ entities: [Candidate], _ input: RuleInput.View)
    -> Bool
  {
    guard next < entities.count, entities[next].range.lowerBound == word.lowerBound else { return false }
    let end = entities[next].range.upperBound
    guard end >= word.upperBound + 2 else { return false }
    return input.edgeRange(at: word.upperBound).contains { Int(input.edge($0).end) == end }
  }
}
