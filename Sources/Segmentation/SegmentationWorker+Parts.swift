import Lexicon

/// A word that begins at a position known beforehand.
private struct FoundWord {
  var end: Int
  var kind: TokenKind
  /// As in ``Token``.
  var origin: UInt32
}

extension SegmentationWorker {
  /// Adds the words of two characters or more that lie inside the token at `start..<end`, for mode `search`.
  func addParts(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {
    if segmenter.lexicon.user != nil { return addPartsWithUserWords(base, start, end, body) }
    for i in start..<end - 1 {
      window.forEachWord(from: i) { stop, node in
        guard stop <= end, stop - i > 1, stop - i < end - start,
          Trie.cost(window.trie.nodes[node]) != Trie.noCost
        else { return }
        add(i, FoundWord(end: stop, kind: .word, origin: UInt32(truncatingIfNeeded: node)), isPart: true, body)
      }
    }
  }

  private func addPartsWithUserWords(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {
    var words: [FoundWord] = []
    let textEnd = Int(window.offsets[end])
    for i in start..<end - 1 {
      findWords(base, textEnd, from: i, to: end, &words)
      for word in words where word.end - i < end - start { add(i, word, isPart: true, body) }
    }
  }

  /// Hands out the window's tokens in mode `full`: at each position all words that begin there, the shorter first. Tokens of
  /// the best path, which are no parts, are among them, but for single characters that a longer word covers. No word
  /// reaches over an end of a user's forced word.
  func emitEveryWord(
    _ base: UnsafePointer<UInt8>, _ textEnd: Int, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {
    var words: [FoundWord] = []
    var tokenStart = 0
    var forced = window.userSpans[...]
    for i in 0..<window.limit {
      if let span = forced.first, span.end <= i { forced = forced.dropFirst() }
      let bound = forced.first.map { $0.start <= i ? $0.end : $0.start } ?? window.count
      findWords(base, textEnd, from: i, to: bound, &words)
      let best = i == tokenStart ? bestToken(from: i, among: &words) : 0
      for word in words { add(i, word, isPart: word.end != best, body) }
      if best > 0 { tokenStart = best }
      if let last = words.last, last.end > i + 1 { coveredEnd = max(coveredEnd, Int(window.offsets[last.end])) }
    }
  }

  /// Puts the best path's token into `words` unless it is one of them, or a single character that a longer word covers.
  ///
  /// - Returns: its end.
  private func bestToken(from start: Int, among words: inout [FoundWord]) -> Int {
    let entry = window.tokens[start]
    let end = start + Int(entry & 0xFFF)
    if words.contains(where: { $0.end == end }) { return end }
    let isCovered = !words.isEmpty || Int(window.offsets[start]) < coveredEnd
    if end == start + 1, isCovered { return end }
    let (kind, origin) = window.describe(start, end, entry)
    let place = words.firstIndex { $0.end > end } ?? words.count
    words.insert(FoundWord(end: end, kind: kind, origin: origin), at: place)
    return end
  }

  /// Finds the words of two characters or more from `start` that end at `bound` or before, those of the lexicon and the
  /// user's, the shorter first.
  ///
  /// - Parameter textEnd: no byte from there on is read.
  private func findWords(
    _ base: UnsafePointer<UInt8>, _ textEnd: Int, from start: Int, to bound: Int, _ words: inout [FoundWord]
  ) {
    words.removeAll(keepingCapacity: true)
    if window.splitsRun(start) { return }
    window.forEachWord(from: start) { stop, node in
      guard stop <= bound, stop - start > 1, Trie.cost(window.trie.nodes[node]) != Trie.noCost,
        !window.splitsRun(stop)
      else { return }
      words.append(FoundWord(end: stop, kind: .word, origin: UInt32(truncatingIfNeeded: node)))
    }
    guard let user = segmenter.lexicon.user, user.trie.mayBegin(with: window.foldedScalar(base, start, textEnd)) else {
      return
    }
    window.forEachUserWord(user, from: start, to: bound, base, textEnd) { stop, entry in
      if stop - start < 2 { return }
      let place = words.firstIndex { $0.end >= stop } ?? words.count
      // A word that the user has as well is the user's.
      if place < words.count, words[place].end == stop { words.remove(at: place) }
      words.insert(FoundWord(end: stop, kind: .user, origin: entry), at: place)
    }
  }

  private func add(
    _ start: Int, _ word: FoundWord, isPart: Bool, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {
    var token = Token(
      start: window.offsets[start], end: window.offsets[word.end], kind: word.kind, origin: word.origin)
    if isPart { token.markAsPart() }
    if token.kind == .space || token.kind == .lineBreak, tokenCount > 0, tokens[tokenCount - 1].kind == token.kind,
      tokens[tokenCount - 1].end == token.start
    {
      tokens[tokenCount - 1].end = token.end
      return
    }
    if tokenCount + Window.capacity >= Self.tokenCapacity { flush(body) }
    tokens[tokenCount] = token
    tokenCount += 1
  }
}

extension Window {
  /// Gives the characters inside the user's forced words their codes again, so that the words in them are found.
  func restoreCodes(_ bytes: UnsafePointer<UInt8>, _ end: Int) {
    for span in userSpans {
      for position in span.start..<span.end {
        codes[position] = code(bytes, Int(offsets[position]), end).code
      }
    }
  }
}
