import Lexicon
import PrefetchShim

/// Every word that starts at each position of a window.
extension SegmentationWorker {
  /// Adds the words of the window to `lattice`, whose scalars from `origin` on are those of the window.
  func addEdges(_ origin: Int, to lattice: inout SentenceLattice) {
    let (first, scalars) = (lattice.edges.count, lattice.scalars)
    var count = 0
    lattice.edgeStart.append(window.count, of: 0) { starts in
      guard let user = segmenter.lexicon.user else {
        count = addWords(origin, first, starts)
        return
      }
      for position in 0..<window.count {
        starts[position] = Int32(truncatingIfNeeded: first + count)
        count = addWords(at: position, origin, behind: count)
        count = addUserWords(user, at: position, scalars[origin...], behind: count)
      }
    }
    lattice.edges.append(contentsOf: UnsafeBufferPointer(start: edges, count: count))
  }

  /// Writes the words of the lexicon into ``edges``.
  ///
  /// Expects ``Window/lookUpWords()`` to have been called: where no letters or digits are near, words of one and two
  /// characters are taken from what it left, and only what may go on behind them is walked. Whether a word ends at a
  /// character nobody can foresee, so each step of a walk is a branch that is guessed wrong now and then.
  ///
  /// - Parameters:
  ///   - first: the number in the lattice of the first of these.
  ///   - starts: becomes the number of the first edge of each position.
  /// - Returns: the number of edges.
  private func addWords(_ origin: Int, _ first: Int, _ starts: UnsafeMutablePointer<Int32>) -> Int {
    // Held once: members would be fetched anew at every step.
    let (count, codes, pairNodes) = (window.count, window.codes, window.pairNodes)
    let (words, nodes) = (window.trie.words, window.trie.nodes)
    let (wordsOfCodes, rootNode) = (words + window.trie.root, window.trie.root)
    let facts = wordFacts
    var (edges, room) = (edges, edgeRoom)
    var found = 0
    // The lowest bits: whether the character here and the next two stand in no run.
    var plain = Window.standsInNoRun(codes[0]) << 1 | Window.standsInNoRun(codes[1])
    var position = 0
    while position < count {
      let ahead = min(position &+ 8, count)
      memory_prefetch(wordsOfCodes + Int(codes[ahead]))
      memory_prefetch(words + Int(pairNodes[ahead]))
      starts[position] = Int32(truncatingIfNeeded: first &+ found)
      plain = plain << 1 | Window.standsInNoRun(codes[position &+ 2])
      if plain & 7 == 7, room &- found > 2 {
        let place = Int32(truncatingIfNeeded: origin &+ position)
        found = facts.note(wordsOfCodes[Int(codes[position])], place &+ 1, in: edges, found)
        let node = Int(pairNodes[position])
        let pair = nodes[node]
        let differs = differ(Trie.label(pair), codes[position &+ 1])
        found = facts.note(words[node] | (0 &- differs), place &+ 2, in: edges, found)
        let third = codes[position &+ 2]
        if Trie.mayHaveChild(pair, third) & UInt64(1 &- differs) != 0 {
          let next = Trie.base(pair) &+ Int(third)
          if Trie.label(nodes[next]) == third {
            found = walk(from: next, position &+ 3, origin, behind: found, facts)
            (edges, room) = (self.edges, edgeRoom)
          }
        }
      } else if !window.splitsRun(position) {
        found = walk(from: rootNode &+ Int(codes[position]), position &+ 1, origin, behind: found, facts)
        (edges, room) = (self.edges, edgeRoom)
      }
      position &+= 1
    }
    return found
  }

  /// The same for the words that start at `position`; the first `known` edges stay.
  private func addWords(at position: Int, _ origin: Int, behind known: Int) -> Int {
    if window.splitsRun(position) { return known }
    return walk(from: window.trie.root + Int(window.codes[position]), position + 1, origin, behind: known, wordFacts)
  }

  /// Writes the words into ``edges`` that end at `node`, which the characters up to `start` lead to, and behind it.
  ///
  /// - Parameter known: the number of edges there are, which stay.
  /// - Returns: the number of edges then.
  @inline(never)
  private func walk(from node: Int, _ start: Int, _ origin: Int, behind known: Int, _ facts: WordFacts) -> Int {
    let (window, count, codes) = (window, window.count, window.codes)
    let (words, nodes) = (window.trie.words, window.trie.nodes)
    var (edges, room) = (edges, edgeRoom)
    var (node, end, found) = (node, start, known)
    while true {
      let code = codes[end]
      if found == room { (edges, room) = largerEdges(found) }
      let isInRun = code < CharacterCode.firstPlain && window.splitsRun(end)
      found = facts.note(
        isInRun ? .max : words[node], Int32(truncatingIfNeeded: origin &+ end), in: edges, found)
      let parent = nodes[node]
      if end >= count || Trie.mayHaveChild(parent, code) == 0 { return found }
      node = Trie.base(parent) &+ Int(code)
      if Trie.label(nodes[node]) != code { return found }
      end &+= 1
    }
  }

  private var wordFacts: WordFacts {
    // Of an empty dictionary nothing is asked for: then any address will do.
    let memory = window.lexicon.wordTable.memory ?? (window.trie.words, window.trie.codes)
    return WordFacts(costs: memory.costs, classSets: memory.classSets)
  }

  /// Writes the user's words that start at `position` into ``edges``, behind the first `known`.
  ///
  /// - Parameter scalars: those of this window.
  /// - Returns: the number of edges then.
  private func addUserWords(
    _ user: UserLayer, at position: Int, _ scalars: ArraySlice<UInt32>, behind known: Int
  ) -> Int {
    let origin = scalars.startIndex
    guard user.trie.mayBegin(with: scalars[origin + position]) else { return known }
    var found = known
    var node: UInt32 = 0
    var end = position
    while end < window.count, let next = user.trie.child(of: node, by: scalars[origin + end]) {
      node = next
      end += 1
      if let entry = user.trie.entry(at: node), !window.splitsRun(end) {
        if found == edgeRoom { _ = largerEdges(found) }
        edges[found] = .init(end: Int32(truncatingIfNeeded: origin + end), word: WordID(raw: user.firstWord + entry))
        found += 1
      }
    }
    return found
  }

  /// Makes more room for edges, of which the first `count` stay.
  @inline(never)
  private func largerEdges(_ count: Int) -> (UnsafeMutablePointer<SentenceLattice.Edge>, Int) {
    let room = max(2 * edgeRoom, 1024)
    let larger = UnsafeMutablePointer<SentenceLattice.Edge>.allocate(capacity: room)
    larger.update(from: edges, count: count)
    edges.deallocate()
    (edges, edgeRoom) = (larger, room)
    return (larger, room)
  }
}

/// What is known of words lies scattered over megabytes. It is asked for while edges are written, so that it is there when
/// tokens, rules and costs come to each word of the sentence.
private struct WordFacts {
  let costs: UnsafePointer<UInt32>
  let classSets: UnsafePointer<UInt16>

  /// Writes an edge behind the first `found` of them, if there is such a word.
  ///
  /// - Returns: the number of edges then.
  @inline(__always)
  func note(_ word: UInt32, _ end: Int32, in edges: UnsafeMutablePointer<SentenceLattice.Edge>, _ found: Int) -> Int {
    // Written anyway: whether it is a word nobody can foresee.
    edges[found] = .init(end: end, word: WordID(raw: word))
    let asked = word != .max ? Int(word) : 0
    memory_prefetch(costs + asked)
    memory_prefetch(classSets + asked)
    return found &+ (word != .max ? 1 : 0)
  }
}
