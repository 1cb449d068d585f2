import Lexicon

extension WindowTrace {
  /// What became of a word, given as folded scalars, wherever it stands.
  func refusals(of word: [UInt32], _ base: UnsafePointer<UInt8>, _ end: Int) -> [SegmentationTrace.Refusal] {
    (0..<window.limit).compactMap { start in
      guard start + word.count <= window.count,
        word.indices.allSatisfy({ window.foldedScalar(base, start + $0, end) == word[$0] })
      else { return nil }
      return refusal(of: start..<start + word.count, lexicon.lookUp(folded: word) ?? .none)
    }
  }

  private func refusal(of place: Range<Int>, _ word: WordID) -> SegmentationTrace.Refusal {
    var refusal = SegmentationTrace.Refusal(range: bytes(place), verdict: .notInLexicon, word: word)
    let tokens = tokens(over: place)
    if tokens == [place] {
      refusal.verdict = .isWord
      return refusal
    }
    let inTheWay = tokens.filter { $0.lowerBound < place.lowerBound || $0.upperBound > place.upperBound }.map(settled)
    let edge = costs.edges[place.lowerBound].first { $0.end == place.upperBound }
    refusal.detour = edge.flatMap(detour)
    for stretch in stretches {
      if let units = stretch.units(of: place) { refusal.model = stretch.vote(forRefused: units, in: window) }
    }
    if let user = tokens.map(settled).first(where: { $0.kind == .user && lexicon.cost(of: $0.word) == 0 }) {
      refusal.verdict = .userWord(user)
    } else if refusal.model != nil {
      refusal.verdict = .model
    } else if refusal.detour != nil {
      refusal.verdict = .costs
    } else if let run = inTheWay.first(where: { decision($0.kind, isModels: false) == .run }) {
      refusal.verdict = .run(run)
    }
    return refusal
  }

  /// The tokens of the cut that lie over `place`.
  private func tokens(over place: Range<Int>) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = 0
    while start < place.upperBound {
      let end = start + Int(window.tokens[start] & 0xFFF)
      if end > place.lowerBound { tokens.append(start..<end) }
      start = end
    }
    return tokens
  }
}
