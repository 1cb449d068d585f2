import Lexicon

extension SegmentationWorker {
  /// Fills `lattice` with `range` of `bytes`, by the best path through the lexicon whatever the segmenter's mode.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func analyze(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into lattice: SentenceLattice) {
    lattice.removeAll()
    let range = range.clamped(to: 0..<min(bytes.count, Int(UInt32.max)))
    if let base = bytes.baseAddress {
      var start = range.lowerBound
      while start < range.upperBound {
        var origin = 0
        prepare(
          base, start, range.upperBound,
          beforeUserWords: {
            origin = lattice.scalars.count
            addScalars(base, range.upperBound, to: lattice)
            addEdges(origin, to: lattice)
          })
        trim(lattice, origin)
        addTokens(origin, to: lattice)
        start = Int(window.offsets[window.limit])
      }
    }
    lattice.offsets.append(range.upperBound)
    lattice.edgeStart.append(Int32(truncatingIfNeeded: lattice.edges.count))
    noteAnalyzed(range)
  }

  /// The lattice of a whole text; a convenience for tests and tools.
  package func lattice(of text: [UInt8]) -> SentenceLattice {
    let lattice = SentenceLattice()
    text.withUnsafeBufferPointer { analyze($0, 0..<$0.count, into: lattice) }
    return lattice
  }

  // The arrays are filled as locals: each change of a class's property is checked for exclusive access.

  private func addScalars(_ base: UnsafePointer<UInt8>, _ end: Int, to lattice: SentenceLattice) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var classes: [CharacterClass] = []
    swap(&scalars, &lattice.scalars)
    swap(&offsets, &lattice.offsets)
    swap(&classes, &lattice.classes)
    let window = window
    let origin = scalars.count
    scalars.append(contentsOf: repeatElement(0, count: window.count))
    offsets.append(contentsOf: repeatElement(0, count: window.count))
    classes.append(contentsOf: repeatElement(.other, count: window.count))
    let characters = window.lexicon.characterTable
    scalars.withUnsafeMutableBufferPointer { scalars in
      for position in 0..<window.count {
        let scalar = Window.scalar(base, Int(window.offsets[position]), end).scalar
        scalars[origin + position] = characters.fold(scalar) ?? window.lexicon.fold(scalar)
      }
    }
    offsets.withUnsafeMutableBufferPointer { offsets in
      for position in 0..<window.count { offsets[origin + position] = Int(window.offsets[position]) }
    }
    classes.withUnsafeMutableBufferPointer { classes in
      for position in 0..<window.count {
        classes[origin + position] =
          CharacterClass(rawValue: window.trie.classes[Int(window.codes[position])]) ?? .other
      }
    }
    swap(&scalars, &lattice.scalars)
    swap(&offsets, &lattice.offsets)
    swap(&classes, &lattice.classes)
  }

  private func addEdges(_ origin: Int, to lattice: SentenceLattice) {
    let user = segmenter.lexicon.user
    let window = window
    let words = window.trie.words
    var edges: [SentenceLattice.Edge] = []
    var starts: [Int32] = []
    swap(&edges, &lattice.edges)
    swap(&starts, &lattice.edgeStart)
    for position in 0..<window.count {
      starts.append(Int32(truncatingIfNeeded: edges.count))
      if window.splitsRun(position) { continue }
      window.forEachWord(from: position) { end, node in
        guard !window.splitsRun(end) else { return }
        edges.append(.init(end: Int32(truncatingIfNeeded: origin + end), word: WordID(raw: words[node])))
      }
      if let user { addUserEdges(user, position, lattice.scalars[origin...], to: &edges) }
    }
    swap(&edges, &lattice.edges)
    swap(&starts, &lattice.edgeStart)
  }

  /// - Parameter scalars: those of this window.
  private func addUserEdges(
    _ user: UserLayer, _ position: Int, _ scalars: ArraySlice<UInt32>, to edges: inout [SentenceLattice.Edge]
  ) {
    let origin = scalars.startIndex
    guard user.trie.mayBegin(with: scalars[origin + position]) else { return }
    var node: UInt32 = 0
    var end = position
    while end < window.count, let next = user.trie.child(of: node, by: scalars[origin + end]) {
      node = next
      end += 1
      if let entry = user.trie.entry(at: node), !window.splitsRun(end) {
        let word = WordID(raw: user.firstWord + entry)
        edges.append(.init(end: Int32(truncatingIfNeeded: origin + end), word: word))
      }
    }
  }

  /// Takes back what lies behind the part of the window that is decided.
  private func trim(_ lattice: SentenceLattice, _ origin: Int) {
    let count = origin + window.limit
    guard count < lattice.scalars.count else { return }
    lattice.edges.removeSubrange(Int(lattice.edgeStart[count])...)
    lattice.scalars.removeSubrange(count...)
    lattice.offsets.removeSubrange(count...)
    lattice.classes.removeSubrange(count...)
    lattice.edgeStart.removeSubrange(count...)
  }

  private func addTokens(_ origin: Int, to lattice: SentenceLattice) {
    let lexicon = segmenter.lexicon
    let window = window
    let words = lexicon.wordTable
    var tokens: [SentenceLattice.PathToken] = []
    swap(&tokens, &lattice.tokens)
    defer { swap(&tokens, &lattice.tokens) }
    var i = 0
    while i < window.limit {
      let entry = window.tokens[i]
      let next = i + Int(entry & 0xFFF)
      let (kind, number) = window.describeKnown(i, entry)
      var word = WordID.none
      switch kind {
      case .word: word = WordID(raw: window.trie.words[Int(number)])
      case .user: word = WordID(raw: (lexicon.user?.firstWord ?? 0) + number)
      default: break
      }
      let tag =
        word.isNone
        ? segmenter.tag(of: kind) : words.contains(word.raw) ? TagID(raw: words.tag(word.raw)) : lexicon.tag(of: word)
      tokens.append(
        .init(
          start: Int32(truncatingIfNeeded: origin + i), end: Int32(truncatingIfNeeded: origin + next), word: word,
          tag: tag, kind: kind))
      i = next
    }
  }
}
