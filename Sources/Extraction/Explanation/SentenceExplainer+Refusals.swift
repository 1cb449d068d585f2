import Lexicon

/// Why something was not found.
extension SentenceExplainer {
  /// What became of each place where the name stands.
  ///
  /// - Complexity: O(rules × length of a match) tries of a rule for each place.
  mutating func refusals(of name: String) -> [Explanation.Refusal] {
    let wanted = name.unicodeScalars.map { sentence.lexicon.fold($0.value) }
    guard !wanted.isEmpty, wanted.count <= sentence.count else { return [] }
    var refusals: [Explanation.Refusal] = []
    for start in 0...sentence.count - wanted.count where sentence.scalars[start...].starts(with: wanted) {
      let range = start..<start + wanted.count
      refusals.append(
        Explanation.Refusal(
          text: text(range), span: span(range), instead: instead(of: range), findings: findings(range),
          weighed: weighed(range), beginnings: beginnings(at: start)))
    }
    return refusals
  }

  private mutating func instead(of range: Range<Int>) -> [Explanation.Proposal] {
    record.standing.filter { $0.range != range && $0.range.overlaps(range) }.map { proposal($0) }
  }

  /// Rules beyond these tell nothing that the nearer ones do not.
  private static let limit = 5

  private mutating func findings(_ range: Range<Int>) -> [Explanation.Finding] {
    var found: [(rank: Double, finding: Explanation.Finding)] = []
    func add(_ rank: Double, _ rule: Int, _ outcome: Explanation.Outcome) {
      found.append((rank, Explanation.Finding(rule: reference(rule), about: about(rule), outcome: outcome)))
    }
    var proposing: Set<Int> = []
    for candidate in record.candidates where candidate.range == range {
      proposing.insert(Int(candidate.rule))
      if stands(candidate) {
        add(Self.stands, Int(candidate.rule), .stands(proposal(candidate)))
      } else {
        add(Self.proposed, Int(candidate.rule), .refused(proposal(candidate), verdict(candidate)))
      }
    }
    for rule in sentence.rules.rules.indices where !proposing.contains(rule) {
      if let (rank, outcome) = nearest(rule, to: range) { add(rank, rule, outcome) }
    }
    // Of equals the user's own come first, then the order of the rules decides.
    let library = Set(sentence.lexicon.ruleFiles.map(\.name))
    func rank(_ index: Int) -> (Double, Int, Int) {
      (-found[index].rank, library.contains(found[index].finding.rule.file) ? 1 : 0, index)
    }
    let order = found.indices.sorted { rank($0) < rank($1) }
    let matching = order.prefix { found[$0].rank >= Self.matches }
    let stands = order.first.map { found[$0].rank == Self.stands } ?? false
    return (stands ? matching : order.prefix(max(matching.count, Self.limit))).map { found[$0].finding }
  }

  /// Ranks of findings; below ``fits`` counts the share of the characters that a pattern takes.
  private static let stands = 6.0
  private static let proposed = 5.0
  private static let matches = 4.0
  private static let fits = 3.0

  /// How near a rule came that proposed nothing there, and what it lacked; nil if it took none of the characters.
  mutating func nearest(_ rule: Int, to range: Range<Int>) -> (Double, Explanation.Outcome)? {
    let tracer = RuleTracer(rule, over: sentence)
    let matches = tracer.matches(making: range)
    if let match = matches.first(where: \.stands) { return lack(ofEvidence: match, rule, range) }
    if let answer = matches.first?.answers.first(where: { !$0.holds }) {
      return (Self.matches, .condition(condition(answer)))
    }
    var best: (Double, Explanation.Outcome)?
    for product in tracer.rule.makes {
      guard let (rank, outcome) = partial(tracer.rule, product, range), rank > best?.0 ?? 0 else { continue }
      best = (rank, outcome)
    }
    return best
  }

  private mutating func lack(
    ofEvidence match: RuleTracer.Match, _ rule: Int, _ range: Range<Int>
  ) -> (Double, Explanation.Outcome)? {
    guard let product = match.products.first(where: { $0.range == range })?.product,
      let type = sentence.rules.types.firstIndex(of: product.type).map(UInt8.init)
    else { return nil }
    let parts = cascade.evidence(of: range, type: type, rule: rule)
    let proposal = Explanation.Proposal(
      text: text(range), span: span(range), category: category(type), kind: product.kind, rule: reference(rule),
      about: about(rule), evidence: parts.reduce(0) { $0 + $1.nats }, parts: parts, weighing: weighing(range, type))
    // Enough evidence, and yet not among the proposals: another rule says more of the same characters.
    if proposal.evidence >= Cascade.least(of: type) { return nil }
    return (Self.matches, .evidence(proposal, least: Cascade.least(of: type)))
  }

  /// How far the part that would become the result fits.
  private func partial(
    _ rule: Rule, _ product: Rule.Product, _ range: Range<Int>
  ) -> (Double, Explanation.Outcome)? {
    let whole = RulePattern.Context(before: [], item: rule.pattern, after: [])
    guard let context = product.part.map({ rule.pattern.context(of: $0) }) ?? whole else { return nil }
    let tracer = PatternTracer(sentence: sentence)
    let item = tracer.trace(PatternGraph(context.item), from: range.lowerBound, stage: rule.stage)
    if item.matches.contains(where: { $0.range == range }) {
      if let lack = lack(before: context.before, range.lowerBound, tracer, rule.stage) {
        return (Self.fits, .context(lack, isBefore: true))
      }
      let after = tracer.trace(PatternGraph(.sequence(context.after)), from: range.upperBound, stage: rule.stage)
      if after.matches.isEmpty, let reach = after.reach {
        return (Self.fits, .context(lack(reach), isBefore: false))
      }
      return nil
    }
    // Of a pattern that takes more than was asked for, what it takes behind is no lack.
    let furthest = max(item.reach?.position ?? 0, item.matches.map(\.range.upperBound).max() ?? 0)
    guard let reach = item.reach, furthest > range.lowerBound else { return nil }
    let taken = text(range.lowerBound..<reach.position)
    let share = Double(min(reach.position, range.upperBound) - range.lowerBound) / Double(range.count)
    return share == 0 ? nil : (share, .pattern(taken: taken, lack(reach)))
  }

  /// What lacks before the characters; nil if nothing does.
  private func lack(
    before items: [RulePattern], _ end: Int, _ tracer: PatternTracer, _ stage: Int
  ) -> Explanation.Lack? {
    let graph = PatternGraph(.sequence(items))
    let starts = max(0, end - RuleMatcher.lengthLimit)...end
    let stands = starts.contains { start in
      tracer.trace(graph, from: start, bound: end, stage: stage).matches.contains { $0.range.upperBound == end }
    }
    if stands { return nil }
    let shown = max(0, end - 4)..<end
    return Explanation.Lack(
      expected: [RulePattern.sequence(items).description], found: text(shown), span: span(shown))
  }

  func lack(_ reach: PatternTracer.Reach) -> Explanation.Lack {
    let shown = reach.position..<min(reach.position + 4, sentence.count)
    return Explanation.Lack(expected: reach.expected.map(\.wish), found: text(shown), span: span(shown))
  }

  private func beginnings(at position: Int) -> [Explanation.Beginning] {
    sentence.entries[position].map { entry in
      let classes = entry.classes.members.map { sentence.lexicon.classNames[Int($0.raw)] }
      return Explanation.Beginning(
        text: text(position..<entry.end), classes: classes, sources: sources(of: entry.word))
    }
  }
}
