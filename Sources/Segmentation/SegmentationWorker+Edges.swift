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
        count = addWords(at: 0..<window.count, origin, behind: 0, first, starts, areLookedUp: true)
        return
      }
      for position in 0..<window.count {
        count = addWords(at: position..<position + 1, origin, behind: count, first, starts, areLookedUp: false)
        count = addUserWords(user, at: position, scalars[origin...], behind: count)
      }
    }
    lattice.edges.append(contentsOf: UnsafeBufferPointer(start: edges, count: count))
  }

  /// Writes the words of the lexicon that start at `positions` into ``edges``.
  ///
  /// Where no letters or digits are near, words of one and two characters are taken from what ``Window/lookUpWords()`` left,
  /// and only what goes on behind them is walked: whether a word ends at a character nobody can foresee, so each step of a
  /// walk is a branch that is guessed wrong now and then.
  ///
  /// What is known of words lies scattered over megabytes. It is asked for here, so that it is there when tokens, rules and
  /// costs come to each word of the sentence.
  ///
  /// - Parameters:
  ///   - known: the number of edges there are, which stay.
  ///   - first: the number in the lattice of the first of these.
  ///   - starts: becomes the number of the first edge of each position.
  ///   - areLookedUp: whether ``Window/lookUpWords()`` has been called for this text.
  /// - Returns: the number of edges then.
  private func addWords(
    at positions: Range<Int>, _ origin: Int, behind known: Int, _ first: Int, _ starts: UnsafeMutablePointer<Int32>,
    areLookedUp: Bool
  ) -> Int {
    // Held once: members would be fetched anew at every step.
    let (window, count, codes) = (window, window.count, window.codes)
    let (words, nodes, root) = (window.trie.words, window.trie.nodes, window.trie.root)
    let pairNodes = window.pairNodes
    // Of an empty dictionary nothing is asked for: then any address will do.
    let facts = window.lexicon.wordTable.memory ?? (words, window.trie.codes)
    var (edges, room) = (edges, edgeRoom)
    var found = known
    // Written anyway: whether it is a word nobody can foresee.
    func add(_ word: UInt32, _ end: Int) {
      edges[found] = .init(end: Int32(truncatingIfNeeded: origin &+ end), word: WordID(raw: word))
      found &+= word != .max ? 1 : 0
      let asked = word != .max ? Int(word) : 0
      memory_prefetch(facts.costs + asked)
      memory_prefetch(facts.classSets + asked)
    }
    // Bit n: the character n before the one two ahead stands in no run.
    var plain = 0
    if areLookedUp { plain = Window.standsInNoRun(codes[0]) << 1 | Window.standsInNoRun(codes[1]) }
    for position in positions {
      let ahead = min(position &+ 8, count)
      memory_prefetch(words + (root &+ Int(codes[ahead])))
      memory_prefetch(words + Int(pairNodes[ahead]))
      starts[position] = Int32(truncatingIfNeeded: first &+ found)
      if room &- found < 2 { (edges, room) = largerEdges(found) }
      var end = position &+ 1
      var node = root &+ Int(codes[position])
      if areLookedUp {
        plain = plain << 1 | Window.standsInNoRun(codes[position &+ 2])
        if plain & 7 == 7 {
          add(words[node], end)
          node = Int(pairNodes[position])
          let pair = nodes[node]
          let difference = UInt32(Trie.label(pair) ^ codes[end])
          // All ones if there is no such word; written so that the compiler makes no branch of it.
          let none = UInt32(truncatingIfNeeded: (0 &- Int64(difference)) >> 63)
          end &+= 1
          add(words[node] | none, end)
          if Trie.mayHaveChild(pair, codes[end]) & UInt64(~none & 1) == 0 { continue }
          node = Trie.base(pair) &+ Int(codes[end])
          if Trie.label(nodes[node]) != codes[end] { continue }
          end &+= 1
        }
      }
      if end == position &+ 1, window.splitsRun(position) { continue }
      while true {
        let code = codes[end]
        if found == room { (edges, room) = largerEdges(found) }
        let isInRun = code < CharacterCode.firstPlain && window.splitsRun(end)
        add(isInRun ? .max : words[node], end)
        let parent = nodes[node]
        if end >= count || Trie.mayHaveChild(parent, code) == 0 { break }
        node = Trie.base(parent) &+ Int(code)
        if Trie.label(nodes[node]) != code { break }
        end &+= 1
      }
    }
    return found
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
