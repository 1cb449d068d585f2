import Lexicon

// Where remembered names stand in a sentence

extension DocumentMemory {
  /// A candidate for each place of the sentence where a remembered name stands.
  func candidates(in input: borrowing RuleInput) -> [Candidate] {
    var result: [Candidate] = []
    let scalars = input.scalars
    for start in 0..<input.count {
      forEachName(at: start, in: scalars) { length, name in
        let range = start..<start + length
        guard stands(name, range, in: input) else { return }
        let rule: Int32 = name.evidence >= Self.defined ? CandidateSource.definition : CandidateSource.memory
        result.append(Candidate(type: name.type, kind: -1, range: range, rule: rule, evidence: name.evidence))
      }
    }
    if !surnames.isEmpty { result += loneSurnames(in: input) }
    return result
  }

  /// The candidates with those of the memory, but none that cuts through a name that the article defines (文化总经理 where
  /// 青禾文化 is defined).
  ///
  /// - Complexity: linear in the candidates and the sentence.
  func joined(_ candidates: [Candidate], in input: borrowing RuleInput) -> [Candidate] {
    let own = self.candidates(in: input)
    var candidates = candidates
    // Where the article names a 马骏, 马校长 is a surname and a title.
    let lone = Set(own.filter { $0.range.count < 3 && surnames.contains(Array(input.scalars[$0.range])) }.map(\.range))
    if !lone.isEmpty {
      candidates.removeAll { candidate in
        candidate.type == RuleSet.person && candidate.range.count < 5
          && Self.surnameBeforeTitle(candidate.range, in: input, tables: tables).map(lone.contains) ?? false
      }
    }
    let defined = own.filter { $0.rule == CandidateSource.definition }
    guard !defined.isEmpty else { return candidates + own }
    // By scalar: the number of the defined name that covers it, counted from 1.
    var cover = [Int](repeating: 0, count: input.count)
    for (index, name) in defined.enumerated() { for position in name.range { cover[position] = index + 1 } }
    let kept = candidates.filter { candidate in
      for position in [candidate.range.lowerBound, candidate.range.upperBound - 1] where cover[position] > 0 {
        let name = defined[cover[position] - 1].range
        let isApart = candidate.range.clamped(to: name) == candidate.range || name.clamped(to: candidate.range) == name
        if !isApart { return false }
      }
      return true
    }
    return kept + own
  }

  private func stands(_ name: Name, _ range: Range<Int>, in input: borrowing RuleInput) -> Bool {
    // Letters go on: WHO does not stand in WHOLE.
    if range.lowerBound > 0, Self.isLetter(input.scalars[range.lowerBound]),
      Self.isLetter(input.scalars[range.lowerBound - 1])
    {
      return false
    }
    if range.upperBound < input.count, Self.isLetter(input.scalars[range.upperBound - 1]),
      Self.isLetter(input.scalars[range.upperBound])
    {
      return false
    }
    if name.condition == .anywhere { return true }
    guard input.isBoundary(range.lowerBound), input.isBoundary(range.upperBound) else { return false }
    return name.condition == .words || isVerb(at: range.upperBound, in: input)
  }

  private func isVerb(at position: Int, in input: borrowing RuleInput) -> Bool {
    guard let say = tables.sayVerb, let act = tables.personVerb else { return false }
    return input.edges(at: position).contains { $0.classes.contains(say) || $0.classes.contains(act) }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    0x61...0x7A ~= scalar || 0x41...0x5A ~= scalar || 0x30...0x39 ~= scalar
  }

  /// Calls `body` with the length of each remembered name that starts at `start`.
  private func forEachName(at start: Int, in scalars: [UInt32], _ body: (Int, Name) -> Void) {
    guard start + 1 < scalars.count, heads.mayBegin(scalars[start]) else { return }
    var open = heads.lengths(scalars[start], scalars[start + 1])
    while open != 0 {
      let length = open.trailingZeroBitCount
      open &= open &- 1
      guard start + length <= scalars.count else { return }
      if let number = numbers[Array(scalars[start..<start + length])] { body(length, names[number]) }
    }
  }
}
