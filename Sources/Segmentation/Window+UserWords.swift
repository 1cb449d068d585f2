import Lexicon

extension Window {
  /// Finds the user's words, leftmost and longest, and lets nothing else compete with them.
  ///
  /// A word that begins or ends with a letter or a digit does not begin or end inside a run of these: `sql` is not found
  /// in `mysql`.
  func holdUserWords(_ bytes: UnsafePointer<UInt8>, _ end: Int) {
    userSpans.removeAll(keepingCapacity: true)
    guard let trie = lexicon.user?.trie else { return }
    var i = 0
    while i < count {
      let scalar = foldedScalar(bytes, i, end)
      if trie.mayBegin(with: scalar), !splitsRun(i), let span = longestUserWord(trie, bytes, i, end) {
        userSpans.append(span)
        i = span.end
      } else {
        i += 1
      }
    }
    if !userSpans.isEmpty { enforceUserSpans() }
  }

  func foldedScalar(_ bytes: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> UInt32 {
    lexicon.fold(Self.scalar(bytes, Int(offsets[position]), end).scalar)
  }

  /// Whether two letters or digits meet at `position`.
  func splitsRun(_ position: Int) -> Bool {
    guard position > 0, position < count else { return false }
    return isAlphanumeric(position - 1) && isAlphanumeric(position)
  }

  private func isAlphanumeric(_ position: Int) -> Bool {
    let kind = trie.classes[Int(codes[position])]
    return kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
  }

  private func longestUserWord(
    _ trie: UserTrie, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> UserSpan? {
    var node: UInt32 = 0
    var found: UserSpan?
    var i = start
    while i < count, let next = trie.child(of: node, by: foldedScalar(bytes, i, end)) {
      node = next
      i += 1
      if let entry = trie.entry(at: node), !splitsRun(i) { found = UserSpan(start: start, end: i, entry: entry) }
    }
    return found
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
      if span.start < limit, limit < span.end, span.start > 0 { limit = span.start }
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
