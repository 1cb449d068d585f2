import Lexicon
import PrefetchShim

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
    let characters = window.lexicon.characterTable
    lattice.scalars.append(window.count, of: 0) { scalars in
      for position in 0..<window.count {
        let scalar = Window.scalar(base, Int(offsets[position]), end).scalar
        scalars[position] = characters.fold(scalar) ?? window.lexicon.fold(scalar)
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

  private func addEdges(_ origin: Int, to lattice: inout SentenceLattice) {
    let user = segmenter.lexicon.user
    let window = window
    let scalars = lattice.scalars
    var edges: [SentenceLattice.Edge] = []
    swap(&edges, &lattice.edges)
    lattice.edgeStart.append(window.count, of: 0) { starts in
      Batch.append(to: &edges) { edges in
        addEdges(origin, starts, &edges) { position, edges in
          if let user { addUserEdges(user, position, scalars[origin...], to: &edges) }
        }
      }
    }
    swap(&edges, &lattice.edges)
  }

  /// Adds the words of the lexicon that start at each position, then what `addOthers` adds.
  ///
  /// What is known of words lies scattered over megabytes. It is asked for here, so that it is there when tokens, rules and
  /// costs come to each word of the sentence.
  ///
  /// - Parameter starts: becomes the number of the first edge of each position.
  @inline(__always)
  private func addEdges(
    _ origin: Int, _ starts: UnsafeMutablePointer<Int32>, _ edges: inout Batch<SentenceLattice.Edge>,
    addOthers: (Int, inout Batch<SentenceLattice.Edge>) -> Void
  ) {
    // Held once: members would be fetched anew at every step.
    let (window, count, codes) = (window, window.count, window.codes)
    let (words, nodes, root) = (window.trie.words, window.trie.nodes, window.trie.root)
    // Of an empty dictionary nothing is asked for: then any address will do.
    let known = window.lexicon.wordTable.memory ?? (words, window.trie.codes)
    for position in 0..<count {
      window.askForWords(min(position &+ 8, count))
      starts[position] = Int32(truncatingIfNeeded: edges.count)
      var code = codes[position]
      if code < CharacterCode.firstPlain, window.splitsRun(position) { continue }
      var node = root &+ Int(code)
      var end = position &+ 1
      while true {
        code = codes[end]
        let word = words[node]
        let isInRun = code < CharacterCode.firstPlain && window.splitsRun(end)
        let isWord = !isInRun && word != .max
        edges.add(.init(end: Int32(truncatingIfNeeded: origin &+ end), word: WordID(raw: word)), if: isWord)
        let asked = isWord ? Int(word) : 0
        memory_prefetch(known.costs + asked)
        memory_prefetch(known.classSets + asked)
        let parent = nodes[node]
        if end >= count || Trie.mayHaveChild(parent, code) == 0 { break }
        node = Trie.base(parent) &+ Int(code)
        if Trie.label(nodes[node]) != code { break }
        end &+= 1
      }
      addOthers(position, &edges)
    }
  }

  /// - Parameter scalars: those of this window.
  private func addUserEdges(
    _ user: UserLayer, _ position: Int, _ scalars: ArraySlice<UInt32>, to edges: inout Batch<SentenceLattice.Edge>
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
        edges.add(.init(end: Int32(truncatingIfNeeded: origin + end), word: word))
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
