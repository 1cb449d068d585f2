import Lexicon

extension Window {
  /// Leaves in ``begins`` and ``ends`` the lengths of the longest words at each position, as features of the model see them.
  ///
  /// Expects ``lookUpWords()`` to have been called. Words that segmentation may not use do not count.
  func noteWords() {
    let begins = begins
    let ends = ends
    let shortCosts = shortCosts
    let tripleCosts = tripleCosts
    ends[0] = 1
    ends[1] = 1
    var i = 0
    while i < count {
      let hasPair = UInt32(truncatingIfNeeded: shortCosts[i] >> 32) != Self.noWord
      let hasTriple = tripleCosts[i] != Self.noWord
      begins[i] = hasTriple ? 3 : hasPair ? 2 : 1
      // A word of three ends here later than one of two that begins behind it; the buffers have room behind the end.
      ends[i &+ 1] = max(hasPair ? 2 : 1, ends[i &+ 1])
      ends[i &+ 2] = hasTriple ? 3 : 1
      i &+= 1
    }
    noteLongWords()
  }

  /// From the end of the window, so that the longest word, which begins first, is the last to say so where it ends.
  private func noteLongWords() {
    var j = longCount &- 1
    while j >= 0 {
      noteLongWords(Int(longs[j].position), Int(longs[j].node))
      j &-= 1
    }
  }

  private func noteLongWords(_ start: Int, _ first: Int) {
    let nodes = trie.nodes
    var index = first
    var end = start &+ 4
    while true {
      let node = nodes[index]
      if Trie.cost(node) != Trie.noCost {
        let length = UInt8(truncatingIfNeeded: min(end &- start, SegmentationWeights.longestLength))
        begins[start] = length
        ends[end &- 1] = length
      }
      let code = codes[end]
      if Trie.mayHaveChild(node, code) == 0 { return }
      index = Trie.base(node) &+ Int(code)
      if Trie.label(nodes[index]) != code { return }
      end &+= 1
    }
  }
}
