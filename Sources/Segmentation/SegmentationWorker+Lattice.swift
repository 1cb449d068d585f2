import Lexicon

extension SegmentationWorker {
  /// Fills `lattice` with `range` of `bytes`, by the best path through the lexicon whatever the segmenter's mode.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func analyze(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into lattice: inout SentenceLattice
  ) {
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
            addScalars(base, range.upperBound, to: &lattice)
            addEdges(origin, to: &lattice)
          })
        lattice.removeAll(from: origin + window.limit)
        addTokens(origin, to: &lattice.tokens)
        start = Int(window.offsets[window.limit])
      }
    }
    lattice.offsets.append(range.upperBound)
    lattice.edgeStart.append(Int32(truncatingIfNeeded: lattice.edges.count))
    noteAnalyzed(range)
  }

  /// The lattice of a whole text; a convenience for tests and tools.
  package func lattice(of text: [UInt8]) -> SentenceLattice {
    var lattice = SentenceLattice()
    text.withUnsafeBufferPointer { analyze($0, 0..<$0.count, into: &lattice) }
    return lattice
  }

  private func addScalars(_ base: UnsafePointer<UInt8>, _ end: Int, to lattice: inout SentenceLattice) {
    let window = window
    let (offsets, codes, classes) = (window.offsets, window.codes, window.trie.classes)
    let (folded, lexicon) = (foldedCharacters(), window.lexicon)
    lattice.scalars.append(window.count, of: 0) { scalars in
      for position in 0..<window.count {
        let scalar = folded[Int(codes[position])]
        scalars[position] =
          scalar != 0 ? scalar : lexicon.fold(Window.scalar(base, Int(offsets[position]), end).scalar)
      }
    }
    lattice.offsets.append(window.count, of: 0) { places in
      for position in 0..<window.count { places[position] = Int(offsets[position]) }
    }
    lattice.classes.append(window.count, of: .other) { kinds in
      for position in 0..<window.count {
        kinds[position] = CharacterClass(rawValue: classes[Int(codes[position])]) ?? .other
      }
    }
  }

  private func addTokens(_ origin: Int, to tokens: inout [SentenceLattice.PathToken]) {
    let lexicon = segmenter.lexicon
    let window = window
    let (words, wordsOfNodes, firstUserWord) = (lexicon.wordTable, window.trie.words, lexicon.user?.firstWord ?? 0)
    let (best, limit) = (window.tokens, window.limit)
    Batch.append(to: &tokens) { tokens in
      var i = 0
      while i < limit {
        let entry = best[i]
        let next = i &+ Int(entry & 0xFFF)
        let (kind, number) = window.describeKnown(i, entry)
        var word = UInt32.max
        if kind == .word { word = wordsOfNodes[Int(number)] } else if kind == .user { word = firstUserWord &+ number }
        let tag: TagID
        if words.contains(word) {
          tag = TagID(raw: words.tag(word))
        } else {
          tag = word == .max ? segmenter.tag(of: kind) : lexicon.tag(of: WordID(raw: word))
        }
        tokens.add(
          .init(
            start: Int32(truncatingIfNeeded: origin &+ i), end: Int32(truncatingIfNeeded: origin &+ next),
            word: WordID(raw: word), tag: tag, kind: kind))
        i = next
      }
    }
  }
}
