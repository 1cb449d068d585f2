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
        count = addWords(at: 0..<window.count, origin, behind: 0, first, starts)
        return
      }
      for position in 0..<window.count {
        count = addWords(at: position..<position + 1, origin, behind: count, first, starts)
        count = addUserWords(user, at: position, scalars[origin...], behind: count)
      }
    }
    lattice.edges.append(contentsOf: UnsafeBufferPointer(start: edges, count: count))
  }

  /// Writes the words of the lexicon that start at `positions` into ``edges``.
  ///
  /// What is known of words lies scattered over megabytes. It is asked for here, so that it is there when tokens, rules and
  /// costs come to each word of the sentence.
  ///
  /// - Parameters:
  ///   - known: the number of edges there are, which stay.
  ///   - first: the number in the lattice of the first of these.
  ///   - starts: becomes the number of the first edge of each position.
  /// - Returns: the number of edges then.
  private func addWords(
    at positions: Range<Int>, _ origin: Int, behind known: Int, _ first: Int, _ starts: UnsafeMutablePointer<Int32>
  ) -> Int {
    // Held once: members would be fetched anew at every step.
    let (window, count, codes) = (window, window.count, window.codes)
    let (words, nodes, root) = (window.trie.words, window.trie.nodes, window.trie.root)
    // Of an empty dictionary nothing is asked for: then any address will do.
    let facts = window.lexicon.wordTable.memory ?? (words, window.trie.codes)
    var (edges, room) = (edges, edgeRoom)
    var found = known
    for position in positions {
      window.askForWords(min(position &+ 8, count))
      starts[position] = Int32(truncatingIfNeeded: first &+ found)
      var code = codes[position]
      if code < CharacterCode.firstPlain, window.splitsRun(position) { continue }
      var node = root &+ Int(code)
      var end = position &+ 1
      while true {
        code = codes[end]
        let isInRun = code < CharacterCode.firstPlain && window.splitsRun(end)
        let word = isInRun ? .max : words[node]
        if found == room { (edges, room) = largerEdges(found) }
        // Written anyway: whether it is a word nobody can foresee.
        edges[found] = .init(end: Int32(truncatingIfNeeded: origin &+ end), word: WordID(raw: word))
        found &+= word != .max ? 1 : 0
        let asked = word != .max ? Int(word) : 0
        memory_prefetch(facts.costs + asked)
        memory_prefetch(facts.classSets + asked)
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
