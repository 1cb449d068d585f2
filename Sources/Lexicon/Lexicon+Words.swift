extension Lexicon {
  /// Whether the word is one of the user's layer.
  package func isUser(_ word: WordID) -> Bool { Int(word.raw) >= file.words.count }

  /// The word's part of speech.
  package func tag(of word: WordID) -> TagID {
    if isUser(word) { return user?.entry(word)?.tag ?? .none }
    return TagID(raw: UInt8(truncatingIfNeeded: file.words[Int(word.raw)] >> 24))
  }

  /// The short name of the word's part of speech (`n`), empty if it is unknown.
  package func tagName(of word: WordID) -> String { tagName(tag(of: word)) }

  /// The classes that tables and the user's layer put the word into.
  package func classes(of word: WordID) -> ClassSet {
    if isUser(word) { return user?.entry(word)?.classes ?? ClassSet() }
    let set = Int(file.wordClassSets[Int(word.raw)]) &* 2
    return ClassSet(low: file.classSets[set], high: file.classSets[set &+ 1])
  }

  /// What the word costs on a path (``Trie/costScale`` times −ln of its probability); nil if segmentation does not use
  /// it because it only stands in class tables. A user's word that is forced costs nothing.
  package func cost(of word: WordID) -> UInt32? {
    if isUser(word) { return user?.entry(word)?.cost ?? 0 }
    let cost = file.words[Int(word.raw)] & 0xFF_FFFF
    return UInt64(cost) == Trie.noCost ? nil : cost
  }

  /// The rows that put the word into its classes, by table and row.
  ///
  /// - Complexity: O(log *r*) in the number of records, and the number of results.
  package func records(of word: WordID) -> [WordRecord] {
    guard !isUser(word) else { return [] }
    let key = UInt64(word.raw) << 32
    var low = 0
    var high = file.records.count
    while low < high {
      let middle = (low + high) / 2
      if file.records[middle] < key { low = middle + 1 } else { high = middle }
    }
    var found: [WordRecord] = []
    while low < file.records.count, file.records[low] >> 32 == UInt64(word.raw) {
      let record = file.records[low]
      found.append(
        WordRecord(table: TableID(raw: UInt8(truncatingIfNeeded: record >> 24)), row: Int(record & 0xFF_FFFF)))
      low += 1
    }
    return found
  }

  /// Where the word stands in the sources: its line in the lexicon, or else in the first table that has it.
  package func source(of word: WordID) -> WordSource? {
    if isUser(word) { return user?.entry(word)?.source }
    let runs = file.sourceRuns
    var low = 0
    var high = runs.count / 3
    while low < high {
      let middle = (low + high) / 2
      if runs[middle * 3] <= word.raw { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = (low - 1) * 3
    let line = Int(runs[run + 2]) + Int(word.raw - runs[run])
    return WordSource(file: file.strings[Int(runs[run + 1])], line: line)
  }

  /// The word of exactly these characters, after folding; the user's words first.
  package func lookUp(_ word: String) -> WordID? {
    lookUp(folded: word.unicodeScalars.map { fold($0.value) }.filter { !characterClass(of: $0).isAttached })
  }

  /// The word of exactly these folded scalars; the user's words first.
  package func lookUp(folded scalars: some Collection<UInt32>) -> WordID? { find(scalars) }

  /// The same for an array: across modules, a generic function is not compiled for it.
  package func lookUp(folded scalars: [UInt32]) -> WordID? { find(scalars[...]) }

  package func lookUp(folded scalars: ArraySlice<UInt32>) -> WordID? { find(scalars) }

  @inline(__always) private func find(_ scalars: some Collection<UInt32>) -> WordID? {
    if let user, let word = user.word(scalars) { return word }
    guard let first = scalars.first else { return nil }
    var node = trie.root + Int(code(of: first))
    for scalar in scalars.dropFirst() {
      guard let next = trie.child(of: node, by: code(of: scalar)) else { return nil }
      node = next
    }
    return word(atNode: node)
  }

  /// Whether a word that a path may take begins before the scalar number `place` and ends behind it.
  ///
  /// - Parameter scalars: folded; some of them, since each start is walked on to the end.
  package func hasWord(across place: Int, of scalars: [UInt32]) -> Bool {
    guard place < scalars.count else { return false }
    for start in 0..<place {
      if let user, (place..<scalars.count).contains(where: { user.word(scalars[start...$0]) != nil }) { return true }
      var node = trie.root + Int(code(of: scalars[start]))
      var end = start + 1
      while end < scalars.count, let next = trie.child(of: node, by: code(of: scalars[end])) {
        node = next
        end += 1
        if end > place, let word = word(atNode: node), cost(of: word) != nil { return true }
      }
    }
    return false
  }

  /// The word that ends at a node of the trie.
  @inline(__always) package func word(atNode node: Int) -> WordID? {
    let raw = trie.words[node]
    return raw == .max ? nil : WordID(raw: raw)
  }
}
