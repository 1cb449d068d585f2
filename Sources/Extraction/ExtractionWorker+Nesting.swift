extension ExtractionWorker {
  /// What can lie inside the entities of the sentence that was read last.
  func nesting(_ candidates: [Candidate], _ standing: [Candidate]) -> Nesting {
    let tables = extractor.aliases
    let input = cascade.input
    let inFront = standing.flatMap { $0.type == RuleSet.organization ? fronts(of: $0) : [] }
    return Nesting(candidates, fronts: inFront, threshold: threshold) { range in
      tables.isForm(input.scalars[range])
    }
  }

  /// The places and the organization of the tables at the front of a name. Where the lexicon knows all of the name as one
  /// word, that speaks against what lies in it, and no rule's candidate is strong enough.
  private func fronts(of outer: Candidate) -> [Candidate] {
    let tables = extractor.aliases
    var fronts: [Candidate] = []
    var position = outer.range.lowerBound
    if let end = tables.organizationEnd(at: position, before: outer.range.upperBound, in: cascade.input) {
      fronts.append(front(position..<end, RuleSet.organization))
    }
    while fronts.count < 4,
      let end = tables.placeEnd(at: position, before: outer.range.upperBound, in: cascade.input)
    {
      fronts.append(front(position..<end, RuleSet.place))
      position = end
    }
    return fronts
  }

  private func front(_ range: Range<Int>, _ type: UInt8) -> Candidate {
    let word = cascade.input.edges(at: range.lowerBound).first { Int($0.end) == range.upperBound }?.word
    let kind = word.flatMap { extractor.kinds.kind(of: $0, type: RuleSet.coreTypes[Int(type)], in: extractor.lexicon) }
    return Candidate(
      type: type, kind: kind.flatMap { extractor.rules.kinds.firstIndex(of: $0) }.map { Int32($0) } ?? -1, range: range,
      rule: CandidateSource.dictionary, evidence: threshold)
  }
}
