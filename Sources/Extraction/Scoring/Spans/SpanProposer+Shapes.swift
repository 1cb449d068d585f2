/// What characters and words look like, whatever the dictionary says of them.
extension SpanProposer {
  /// 克里斯托弗: two or more of the characters that foreign names are written with, in any part between words.
  mutating func proposeTransliterations(_ facts: borrowing BoundaryFacts) {
    var start = 0
    while start < facts.count {
      guard kinds[start].meets(.transliteration) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < facts.count, kinds[end].meets(.transliteration) { end += 1 }
      for from in start..<end where facts.isBoundary(from) {
        for to in (from + 2)..<max(min(end, from + 8) + 1, from + 2) where facts.isBoundary(to) {
          spans.add(from, to, Self.anyType)
        }
      }
      start = end
    }
  }

  /// Single words of two to six characters.
  mutating func proposeWords(_ facts: borrowing BoundaryFacts) {
    for index in 0..<facts.wordCount {
      let word = facts.words[index]
      let (start, end) = (Int(word.start), Int(word.end))
      guard 2...6 ~= end - start, vocabulary.mayBeName[Int(word.tag)] else { continue }
      var isLetterLike = true
      var isNumber = true
      for position in start..<end {
        isLetterLike = isLetterLike && kinds[position].meets(.letterLike)
        isNumber = isNumber && kinds[position].meets(.digit)
      }
      if isLetterLike, !isNumber { spans.add(start, end, Self.anyType) }
    }
  }

  /// Two to four characters that are words of one character each, the last word may have two: what the lexicon lacks.
  mutating func proposeShortWords(_ facts: borrowing BoundaryFacts) {
    let count = facts.wordCount
    for first in 0..<count {
      let start = Int(facts.words[first].start)
      guard Int(facts.words[first].end) == start + 1, kinds[start].meets(.han) else { continue }
      var next = first + 1
      while next < count, next <= first + 3 {
        let end = Int(facts.words[next].end)
        let length = end - Int(facts.words[next].start)
        guard length <= (next == first + 1 ? 2 : 1), end - start <= 4, kinds[end - 1].meets(.han) else { break }
        spans.add(start, end, Self.anyType)
        next += 1
      }
    }
  }

  /// 叶甫根尼·普鲁申科: up to seven characters on both sides of points.
  mutating func proposePointed(_ facts: borrowing BoundaryFacts) {
    points.removeAll(keepingCapacity: true)
    for position in 0..<facts.count where kinds[position].meets(.point) { points.append(position) }
    var index = 0
    while index < points.count {
      let first = points[index]
      var last = first
      while index + 1 < points.count, points[index + 1] - last <= 8,
        (last + 1..<points[index + 1]).allSatisfy({ kinds[$0].meets(.namePart) })
      {
        index += 1
        last = points[index]
      }
      index += 1
      var start = first
      while start > 0, first - start < 7, kinds[start - 1].meets(.namePart) {
        start -= 1
        guard facts.isBoundary(start) else { continue }
        var end = last + 1
        while end < facts.count, end - last < 8, kinds[end].meets(.namePart) {
          end += 1
          if facts.isBoundary(end), end > last + 1 { spans.add(start, end, EntityType.person.bit) }
        }
      }
    }
  }

  /// Latin words, and two or more of them with spaces between.
  mutating func proposeLatin(_ input: borrowing RuleInput) {
    var start = 0
    func isLatin(_ position: Int) -> Bool {
      position < input.count && Characters.isLatinPart(input.place(position).scalar)
    }
    while start < input.count {
      guard kinds[start].meets(.letter) else {
        start += 1
        continue
      }
      var end = start
      while isLatin(end) || (end < input.count && input.place(end).scalar == 0x20 && isLatin(end + 1)) {
        end += 1
        if !isLatin(end), end - start >= 2, end - start <= 40 { spans.add(start, end, Self.anyType) }
      }
      start = max(end, start + 1)
    }
  }
}
