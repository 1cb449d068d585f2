import Lexicon
import Segmentation

/// Runs the rules of a set over sentences, stage after stage. Keeps its buffers: one per task.
struct Cascade {
  let lexicon: Lexicon
  let rules: RuleSet
  let names: NameModel
  private let kinds: EntryKinds
  /// By name: the number in ``RuleSet/kinds``.
  private let kindNumbers: [String: Int32]
  /// Bit n: entries tell kinds of results of type n.
  private let typesWithKinds: UInt64
  private var matcher = RuleMatcher()
  private var conditionMatcher = RuleMatcher()
  private(set) var input = RuleInput()
  // Cascade+Evidence tells what these say.
  var costs: LatticeCosts
  private var reach: Reach
  private var proposals = Proposals()
  /// Of ``input``, with the results of earlier stages.
  private var view: RuleInput.View
  /// The kinds that entries gave, each in a place of its own by word and type; asking the tables takes a search for each.
  private var knownKinds = Table<KnownKind>()
  private static let knownKindsCount = 4_096

  private struct KnownKind: BitwiseCopyable {
    var key = UInt64.max
    /// -1 if the entry gives none.
    var kind: Int32 = -1
  }
  /// By position and whether the length is odd: the end of the name that was asked about last, and what it costs.
  private var knownNames = Table<KnownName>()

  private struct KnownName: BitwiseCopyable {
    var end: Int32 = -1
    var cost: Float = 0
  }
  private let keepsAll: Bool
  private let triesAll: Bool

  /// - Parameters:
  ///   - keepsAll: keep what several rules say of the same characters, not only the best of it.
  ///   - triesAll: try every rule everywhere, also where it cannot match: what tests compare with.
  init(
    lexicon: Lexicon, rules: RuleSet, names: NameModel, kinds: EntryKinds, keepsAll: Bool = false,
    triesAll: Bool = false
  ) {
    self.keepsAll = keepsAll
    self.triesAll = triesAll
    self.lexicon = lexicon
    self.rules = rules
    self.names = names
    self.kinds = kinds
    kindNumbers = Dictionary(
      rules.kinds.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) }, uniquingKeysWith: { first, _ in first })
    typesWithKinds = rules.types.enumerated().reduce(0) {
      kinds.tell(of: $1.element) ? $0 | 1 << UInt64($1.offset) : $0
    }
    costs = LatticeCosts(lexicon: lexicon)
    view = input.view
    reach = Reach(rules.reach, input.view)
    knownKinds.reset(to: KnownKind(), count: Self.knownKindsCount)
  }

  /// All candidates of the sentence, of all stages, before overlaps are settled.
  mutating func candidates(in lattice: SentenceLattice) -> [Candidate] {
    input.load(lattice, lexicon: lexicon)
    costs.load(lattice, lexicon: lexicon)
    knownNames.reset(to: KnownName(), count: 2 * input.count)
    let patterns = rules.reach
    view = input.view
    reach.load(view, patterns)
    for stage in 0..<patterns.sieve.stageCount {
      proposals.removeAll()
      view = input.view
      reach.beginStage(view, patterns)
      if triesAll { runEverywhere(stage) } else { run(stage, patterns) }
      if proposals.isEmpty { continue }
      proposals.settle(count: input.count, keepsAll: keepsAll)
      for candidate in proposals.settled {
        input.add(candidate)
        reach.add(candidate, patterns)
      }
    }
    return input.results
  }

  private mutating func runEverywhere(_ stage: Int) {
    for rule in rules.stages[stage] {
      for start in 0..<input.count { match(rules.compiled[rule], rule, at: start) }
    }
  }

  /// Runs the rules of a stage from where they match: one rule after the other, so that its program stays in the nearest
  /// cache.
  private mutating func run(_ stage: Int, _ patterns: ReachPatterns) {
    let sieve = patterns.sieve
    for number in sieve.groupNumbers(ofStage: stage) {
      let group = sieve.group(number)
      let inSentence = sieve.rules(of: group, inSentenceWith: input.classes)
      for window in 0..<reach.windowCount {
        var open = reach.rules(inSentence, of: group, patterns, window: window)
        while open != 0 {
          let rule = sieve.rule(open.trailingZeroBitCount, of: group)
          open &= open &- 1
          let starts = reach.starts(of: rule, patterns, window: window)
          if starts != 0 { run(rule, at: starts, of: window) }
        }
      }
    }
  }

  private mutating func run(_ index: Int, at starts: UInt64, of window: Int) {
    rules.running[index]._withUnsafeGuaranteedRef { compiled in
      RuleBits.forEach(starts) { match(compiled, index, at: window &* PositionSet.step &+ $0) }
    }
  }

  private mutating func match(_ compiled: borrowing RuleSet.CompiledRule, _ index: Int, at start: Int) {
    let charts = reach.charts(of: compiled.code, rules.reach)
    if compiled.code.onlyChart >= 0 {
      // The longest first, as the matcher tells them.
      var lengths = RuleMatcher.lengths(of: compiled.code.onlyChart, charts, start, input.count)
      while lengths != 0 {
        let length = 63 &- lengths.leadingZeroBitCount
        lengths &= ~(1 << UInt64(length))
        propose(compiled, index, start..<start &+ length, Self.wholeMatch)
      }
      return
    }
    matcher.run(compiled.code, over: view, charts, from: start, bound: input.count)
    for match in 0..<matcher.endCount { propose(compiled, index, start..<matcher.end(of: match), match) }
  }

  /// In place of a match's number: the rule's only part is the whole of it.
  private static let wholeMatch = -1

  /// Adds what a rule makes of a match, if it has evidence enough and the conditions hold.
  ///
  /// - Parameter match: the number that the matcher gave it, or ``wholeMatch``.
  @inline(never)
  private mutating func propose(
    _ compiled: borrowing RuleSet.CompiledRule, _ index: Int, _ whole: Range<Int>, _ match: Int
  ) {
    // Evidence first: most of what is asked for has too little, and conditions cost more.
    var added = 0
    for number in 0..<compiled.productCount {
      let product = compiled.products[number]
      guard let range = range(ofSlot: product.slot, match, whole: whole) else { continue }
      if isNoName(range, product, weight: compiled.weight) { continue }
      let evidence = compiled.weight - detour(range, type: product.type)
      if evidence < (product.type == RuleSet.person ? Self.leastOfPeople : Self.leastOfOthers), !keepsAll { continue }
      proposals.add(
        Candidate(
          type: product.type, kind: product.kind, range: range, rule: Int32(truncatingIfNeeded: index),
          evidence: evidence), start: whole.lowerBound)
      added &+= 1
    }
    if added == 0 { return }
    if !stands(compiled, whole, match) { return proposals.removeLast(added) }
    for proposal in proposals.count &- added..<proposals.count where proposals[proposal].kind < 0 {
      let candidate = proposals[proposal]
      proposals[proposal].kind = kind(of: candidate.range, type: candidate.type)
    }
  }

  /// Whether even the cheapest of all names would be too dear there: so it is for most characters that could be a name.
  @inline(__always)
  private func isNoName(_ range: Range<Int>, _ product: RuleSet.CompiledProduct, weight: Float) -> Bool {
    product.type == RuleSet.person && range.count <= NameModel.shortName && lexicon.user == nil && !keepsAll
      && weight - costs.detour(range, cost: NameModel.least) < Self.leastOfPeople
  }

  /// Where a part lies in a match; nil if the match went past it.
  private func range(ofSlot slot: Int, _ match: Int, whole: Range<Int>) -> Range<Int>? {
    if slot < 0 || match == Self.wholeMatch { return whole }
    let from = matcher.slot(slot, of: match)
    let to = matcher.slot(slot + 1, of: match)
    return 0 <= from && from < to ? from..<to : nil
  }

  /// Whether all conditions of a rule hold for a match.
  private mutating func stands(
    _ compiled: borrowing RuleSet.CompiledRule, _ whole: Range<Int>, _ match: Int
  ) -> Bool {
    for number in compiled.conditions.indices {
      let stands = compiled.asked[number]._withUnsafeGuaranteedRef { holds($0, whole, match) == $0.wanted }
      if !stands { return false }
    }
    return true
  }

  private mutating func holds(
    _ condition: borrowing RuleSet.CompiledCondition, _ whole: Range<Int>, _ match: Int
  ) -> Bool {
    switch condition.place {
    case .followed:
      return condition.first.mayBegin(view.place(whole.upperBound))
        && matches(condition.code, from: whole.upperBound, bound: input.count)
    case .preceded:
      return condition.first.mayBegin(before: whole.lowerBound, of: view)
        && matches(condition.code, from: whole.lowerBound, bound: 0, .backward)
    case .part(let slot):
      guard let part = range(ofSlot: slot, match, whole: whole) else { return false }
      return condition.first.mayBegin(view.place(part.lowerBound))
        && condition.needed?.stand(in: part, of: view) != false
        && matches(condition.code, from: part.lowerBound, bound: part.upperBound, wanted: .end(part.upperBound))
    case .sentence(let classes):
      return (classes.low & input.classes.low) | (classes.high & input.classes.high) != 0
    }
  }

  /// Whether the program of a condition matches there.
  private mutating func matches(
    _ program: RuleProgram.Code, from start: Int, bound: Int, _ direction: RuleMatcher.Direction = .forward,
    wanted: RuleMatcher.Wanted = .any
  ) -> Bool {
    let charts = reach.charts(of: program, rules.reach)
    conditionMatcher.run(program, over: view, charts, from: start, bound: bound, direction: direction, wanted: wanted)
    return conditionMatcher.endCount > 0
  }

  /// How much dearer the sentence reads with the candidate in it; a name is paid by the name model.
  private mutating func detour(_ range: Range<Int>, type: UInt8) -> Float {
    // The user says that it is a name, so the name model is not asked.
    guard type == RuleSet.person, !isUsers(range, type: type) else {
      // First by itself: within the other call all tables would be held twice.
      let own = costs.cost(of: range)
      return max(0, costs.detour(range, cost: own))
    }
    return min(costs.detour(range, cost: min(nameCost(range), Self.dearestName)), Self.greatestDetour)
  }

  /// What the range costs as a name; several rules ask about the same one.
  private mutating func nameCost(_ range: Range<Int>) -> Float {
    let end = Int32(truncatingIfNeeded: range.upperBound)
    let place = 2 &* range.lowerBound &+ (range.count & 1)
    if knownNames[place].end == end { return knownNames[place].cost }
    let cost = names.cost(of: range, in: view)
    knownNames[place] = KnownName(end: end, cost: cost)
    return cost
  }

  /// What is no name at all by the name model.
  static let dearestName: Float = 60

  /// Candidates with less evidence are dropped at once, in nats: no rule of a later stage should lean on them. A place may
  /// lie inside a word that is an organization's (中国|科学院), a name may not.
  static let leastOfPeople: Float = -1.5
  static let leastOfOthers: Float = -8

  /// A reading that is dearer than this is no worse for it: evidence stays finite.
  static let greatestDetour: Float = 40

  /// The kind of the longest dictionary entry that ends the range: `union` for …总工会. A user's word of the type has none,
  /// whatever tables say of the same characters or of their end.
  private mutating func kind(of range: Range<Int>, type: UInt8) -> Int32 {
    if typesWithKinds >> UInt64(type) & 1 == 0 { return -1 }
    for start in range {
      if isUsers(start..<range.upperBound, type: type) { return -1 }
      let classes = view.place(start).classes
      if classes.low | classes.high == 0 { continue }
      for index in view.edgeRange(at: start) {
        let edge = view.edge(index)
        guard Int(edge.end) == range.upperBound, edge.classes.low | edge.classes.high != 0 else { continue }
        let kind = kind(of: edge.word, type: type)
        if kind >= 0 { return kind }
      }
    }
    return -1
  }

  /// Whether the range is a word of the user's, of the class that has the type's name.
  func isUsers(_ range: Range<Int>, type: UInt8) -> Bool {
    guard lexicon.user != nil, let wanted = lexicon.classID(named: rules.types[Int(type)]) else { return false }
    return input.edgeRange(at: range.lowerBound).contains { index in
      let edge = input.edge(index)
      return Int(edge.end) == range.upperBound && lexicon.isUser(edge.word) && edge.classes.contains(wanted)
    }
  }

  private mutating func kind(of word: WordID, type: UInt8) -> Int32 {
    let key = UInt64(word.raw) << 8 | UInt64(type)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (Self.knownKindsCount - 1)
    if knownKinds[place].key == key { return knownKinds[place].kind }
    let name = kinds.kind(of: word, type: rules.types[Int(type)], in: lexicon)
    let kind = name.flatMap { kindNumbers[$0] } ?? -1
    knownKinds[place] = KnownKind(key: key, kind: kind)
    return kind
  }
}
