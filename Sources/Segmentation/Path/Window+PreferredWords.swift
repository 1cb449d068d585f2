import Lexicon

extension Window {
  /// Of the preferred words that begin at one place, so many compete, the longest ones; so that their number is bounded.
  static var preferredWordsAtOnce: Int { 4 }

  /// Lets the user's preferred words between the forced ones compete by their costs.
  ///
  /// They hold no run apart: what begins or ends inside of one has no token beside it and loses.
  func offerPreferredWords(_ user: UserLayer, _ bytes: UnsafePointer<UInt8>, _ end: Int) {
    preferredSpans.removeAll(keepingCapacity: true)
    guard user.hasPreferredWords else { return }
    var start = 0
    for span in userSpans {
      findPreferredWords(user, start..<span.start, bytes, end)
      start = span.end
    }
    findPreferredWords(user, start..<count, bytes, end)
    if !preferredSpans.isEmpty { insertPreferredWords() }
  }

  private func findPreferredWords(
    _ user: UserLayer, _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>, _ end: Int
  ) {
    for start in range where user.trie.mayBegin(with: foldedScalar(bytes, start, end)) && !splitsRun(start) {
      let first = preferredSpans.count
      forEachUserWord(user, from: start, to: range.upperBound, bytes, end) { stop, entry in
        if !user.isForced(entry) { preferredSpans.append(UserSpan(start: start, end: stop, entry: entry)) }
      }
      let surplus = preferredSpans.count - first - Self.preferredWordsAtOnce
      if surplus > 0 { preferredSpans.removeSubrange(first..<first + surplus) }
    }
  }

  /// Puts the preferred words among the special positions, which stay in order.
  private func insertPreferredWords() {
    let others = Array(UnsafeBufferPointer(start: specials, count: specialCount))
    specialCount = 0
    var next = 0
    for span in preferredSpans {
      while next < others.count, Int(others[next].position) <= span.start {
        addSpecial(Int(others[next].position), others[next].kind, end: Int(others[next].end))
        next += 1
      }
      // Behind the others of its position, because these are resolved from the last to the first: what blocks a position has
      // the last word.
      addSpecial(span.start, .preferred, end: span.end)
      if span.start < limit, limit < span.end { wordsCrossLimit = true }
    }
    for special in others[next...] { addSpecial(Int(special.position), special.kind, end: Int(special.end)) }
  }

  /// The cost of the preferred word there.
  // A call, so that only those who get here pay for the look at a class's array.
  @inline(never) func preferredCost(_ start: Int, _ end: Int) -> UInt32 {
    guard let user = lexicon.user, let entry = Self.entry(in: preferredSpans, start, end) else {
      return Self.impossible
    }
    return user.costs[Int(entry)]
  }

  /// The number of the user's word that the best path has from `start` to `end`.
  func userEntry(_ start: Int, _ end: Int) -> UInt32? {
    Self.entry(in: userSpans, start, end) ?? Self.entry(in: preferredSpans, start, end)
  }

  private static func entry(in spans: [UserSpan], _ start: Int, _ end: Int) -> UInt32? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if (spans[middle].start, spans[middle].end) < (start, end) { low = middle + 1 } else { high = middle }
    }
    guard low < spans.count, spans[low].start == start, spans[low].end == end else { return nil }
    return spans[low].entry
  }

  /// Moves ``limit`` to the last end of a token that does not lie behind it, or to that of the first token.
  func settleLimitBetweenTokens() {
    var i = 0
    while i < count {
      let next = i + Int(tokens[i] & 0xFFF)
      if next > limit, i > 0 { break }
      i = next
    }
    limit = i
  }
}
