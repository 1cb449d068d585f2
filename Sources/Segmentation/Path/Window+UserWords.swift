import Lexicon

extension Window {
  /// Finds the user's forced words, of those that overlap the leftmost and then the longest, and lets nothing else compete
  /// with them; then offers the preferred ones between them.
  ///
  /// A word that begins or ends with a letter or a digit does not begin or end inside a run of these: `sql` is not found
  /// in `mysql`.
  func holdUserWords(_ bytes: UnsafePointer<UInt8>, _ end: Int) {
    userSpans.removeAll(keepingCapacity: true)
    wordsCrossLimit = false
    guard let user = lexicon.user else { return }
    let trie = user.trie
    var i = 0
    while i < count {
      let scalar = foldedScalar(bytes, i, end)
      if trie.mayBegin(with: scalar), !splitsRun(i), let span = longestForcedWord(user, bytes, i, end) {
        userSpans.append(span)
        i = span.end
      } else {
        i += 1
      }
    }
    if !userSpans.isEmpty { enforceUserSpans() }
    offerPreferredWords(user, bytes, end)
  }

  func foldedScalar(_ bytes: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> UInt32 {
    lexicon.fold(Self.scalar(bytes, Int(offsets[position]), end).scalar)
  }

  /// Whether two letters or digits meet at `position`.
  @inline(__always) func splitsRun(_ position: Int) -> Bool {
    // Most characters are plain ones, which stand in no run.
    guard position > 0, position < count, codes[position] < CharacterCode.firstPlain else { return false }
    return isAlphanumeric(position - 1) && isAlphanumeric(position)
  }

  private func isAlphanumeric(_ position: Int) -> Bool {
    let kind = trie.classes[Int(codes[position])]
    return kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
  }

  private func longestForcedWord(
    _ user: UserLayer, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> UserSpan? {
    var found: UserSpan?
    forEachUserWord(user, from: start, to: count, bytes, end) { stop, entry in
      if user.isForced(entry) { found = UserSpan(start: start, end: stop, entry: entry) }
    }
    return found
  }

  /// Calls `body` with the end and the number of each of the user's words that starts at `start` and ends at `bound` or
  /// before, shortest first.
  ///
  /// - Parameters:
  ///   - bytes: the text that the window was filled from.
  ///   - end: where the text ends.
  func forEachUserWord(
    _ user: UserLayer, from start: Int, to bound: Int, _ bytes: UnsafePointer<UInt8>, _ end: Int,
    _ body: (_ stop: Int, _ entry: UInt32) -> Void
  ) {
    var node: UInt32 = 0
    var i = start
    while i < bound, let next = user.trie.child(of: node, by: foldedScalar(bytes, i, end)) {
      node = next
      i += 1
      if let entry = user.trie.entry(at: node), !splitsRun(i) { body(i, entry) }
    }
  }

  /// Rewrites the special positions: the user's words as they are, runs cut where a user's word lies in them.
  private func enforceUserSpans() {
    var kept: [Special] = []
    for index in 0..<specialCount {
      let special = specials[index]
      let range = Int(special.position)..<max(Int(special.end), Int(special.position) + 1)
      if special.kind == .blocked {
        continue
      } else if !userSpans.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.end }) {
        append(range, special.kind, to: &kept)
      } else {
        let isRun = special.kind != .numeral || role(range.lowerBound) == .arabic
        // What is left of a run is no element of a larger number.
        roles[range.lowerBound] = 0
        guard isRun else { continue }
        for piece in pieces(of: range) { append(piece, special.kind == .numeral ? .number : special.kind, to: &kept) }
      }
    }
    for span in userSpans {
      append(span.start..<span.end, .user, to: &kept)
      for position in span.start..<span.end {
        codes[position] = CharacterCode.barrier
        roles[position] = 0
      }
      if span.start < limit, limit < span.end {
        if span.start > 0 { limit = span.start } else { wordsCrossLimit = true }
      }
    }
    kept.sort { ($0.position, $0.kind.rawValue) < ($1.position, $1.kind.rawValue) }
    specialCount = 0
    for special in kept.prefix(2 * Self.capacity) {
      addSpecial(Int(special.position), special.kind, end: Int(special.end))
    }
    removeTimesInUserSpans()
  }

  private func append(_ range: Range<Int>, _ kind: Special.Kind, to kept: inout [Special]) {
    kept.append(Special(position: UInt16(range.lowerBound), end: UInt16(range.upperBound), kind: kind))
    // 分 of 分之 reaches over two positions that are no run.
    if kind == .numeral, role(range.lowerBound) != .arabic { return }
    for inner in range.dropFirst() {
      kept.append(Special(position: UInt16(inner), end: UInt16(inner + 1), kind: .blocked))
    }
  }

  /// What the user's words leave of a run.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for span in userSpans where span.start < range.upperBound && range.lowerBound < span.end {
      if start < span.start { pieces.append(start..<span.start) }
      start = max(start, span.end)
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }

  private func removeTimesInUserSpans() {
    var kept = 0
    for index in 0..<timeCount {
      let time = times[index]
      if userSpans.contains(where: { $0.start < Int(time.end) && Int(time.position) < $0.end }) { continue }
      times[kept] = time
      kept += 1
    }
    timeCount = kept
  }
}
