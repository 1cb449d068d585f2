import Lexicon
import Segmentation

/// Runs the rules of a set over sentences, stage after stage. Keeps its buffers: one per task.
struct Cascade {
  let lexicon: Lexicon
  let rules: RuleSet
  let names: NameModel
  private let kinds: EntryKinds
  private var matcher = RuleMatcher()
  private var conditionMatcher = RuleMatcher()
  private(set) var input = RuleInput()
  // Cascade+Evidence tells what these say.
  var costs: LatticeCosts
  private var proposed: [Candidate] = []
  /// By rule: the last position where it need be tried.
  private var reach: [Int] = []
  /// By word and type: the kind that the word's entry gives, or -1; asking the tables takes a search for each.
  private var knownKinds: [UInt64: Int32] = [:]
  private static let knownKindsLimit = 20_000
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
    costs = LatticeCosts(lexicon: lexicon)
  }

  /// All candidates of the sentence, of all stages, before overlaps are settled.
  mutating func candidates(in lattice: SentenceLattice) -> [Candidate] {
    input.load(lattice, lexicon: lexicon)
    costs.load(lattice, lexicon: lexicon)
    rules.endings.reach(in: input, into: &reach)
    for stage in rules.stages {
      proposed.removeAll(keepingCapacity: true)
      var furthest = -1
      for group in stage {
        for rule in group.rules {
          reach[rule] = max(reach[rule], rules.endings.reach(of: rule, byResultsIn: input))
          furthest = max(furthest, reach[rule])
        }
      }
      for position in 0..<(triesAll ? input.count : min(furthest + 1, input.count)) {
        let place = input.place(position)
        for group in stage { tryRules(group, at: position, place) }
      }
      for candidate in keepsAll ? proposed : proposed.deduplicated() { input.add(candidate) }
    }
    return input.results
  }

  private mutating func tryRules(_ group: RuleGroup, at position: Int, _ place: RuleInput.Place) {
    if triesAll { return group.rules.forEach { match($0, at: position) } }
    let (certain, byScalar) = group.canStart(place)
    var open = certain | byScalar
    // In the order of the rules: of equal candidates the first rule's stands.
    while open != 0 {
      let number = open.trailingZeroBitCount
      open &= open &- 1
      let rule = group.rules[number]
      if position > reach[rule] { continue }
      if byScalar >> UInt64(number) & 1 != 0, !rules.compiled[rule].program.first.scalars.contains(place.scalar) {
        continue
      }
      match(rule, at: position)
    }
  }

  private mutating func match(_ index: Int, at start: Int) {
    let compiled = rules.compiled[index]
    matcher.run(compiled.program, over: input, from: start, bound: input.count)
    for match in matcher.ends.indices {
      let end = Int(matcher.ends[match])
      var stands = true
      for condition in compiled.conditions where stands {
        stands = holds(condition, start..<end, match) == condition.wanted
      }
      guard stands else { continue }
      for product in compiled.products {
        guard let range = range(ofSlot: product.slot, match, whole: start..<end) else { continue }
        let kind = product.kind >= 0 ? product.kind : kind(of: range, type: product.type)
        let evidence = Float(rules.rules[index].weight) - detour(range, type: product.type)
        if evidence < (product.type == RuleSet.person ? Self.leastOfPeople : Self.leastOfOthers), !keepsAll { continue }
        proposed.append(
          Candidate(type: product.type, kind: kind, range: range, rule: Int32(index), evidence: evidence))
      }
    }
  }

  /// Where a part lies in a match; nil if the match went past it.
  private func range(ofSlot slot: Int, _ match: Int, whole: Range<Int>) -> Range<Int>? {
    if slot < 0 { return whole }
    let from = matcher.slot(slot, of: match)
    let to = matcher.slot(slot + 1, of: match)
    return 0 <= from && from < to ? from..<to : nil
  }

  private mutating func holds(_ condition: RuleSet.CompiledCondition, _ whole: Range<Int>, _ match: Int) -> Bool {
    switch condition.place {
    case .followed:
      conditionMatcher.run(
        condition.program, over: input, from: whole.upperBound, bound: input.count, wanted: .any)
    case .preceded:
      conditionMatcher.run(
        condition.program, over: input, from: whole.lowerBound, bound: 0, direction: .backward, wanted: .any)
    case .part(let slot):
      guard let part = range(ofSlot: slot, match, whole: whole) else { return false }
      conditionMatcher.run(
        condition.program, over: input, from: part.lowerBound, bound: part.upperBound, wanted: .end(part.upperBound))
    }
    return !conditionMatcher.ends.isEmpty
  }

  /// How much dearer the sentence reads with the candidate in it; a name is paid by the name model.
  private mutating func detour(_ range: Range<Int>, type: UInt8) -> Float {
    let asWords = costs.cost(of: range)
    // The user says that it is a name, so the name model is not asked.
    guard type == RuleSet.person, !isUsers(range, type: type) else { return max(0, costs.detour(range, cost: asWords)) }
    let asName = min(names.cost(of: input.scalars[range]), names.cost(ofParts: range, in: input))
    return min(costs.detour(range, cost: min(asName, Self.dearestName)), Self.greatestDetour)
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
    for start in range {
      if isUsers(start..<range.upperBound, type: type) { return -1 }
      for index in input.edgeRange(at: start) {
        let edge = input.edge(index)
        guard Int(edge.end) == range.upperBound, !edge.classes.isEmpty else { continue }
        let kind = kind(of: edge.word, type: type)
        if kind >= 0 { return kind }
      }
    }
    return -1
  }

  /// Whether the range is a word of the user's, of the class that has the type's name.
  func isUsers(_ range: Range<Int>, type: UInt8) -> Bool {
    guard lexicon.user != nil, let wanted = lexicon.classID(named: rules.types[Int(type)]) else { return false }
    return input.edges(at: range.lowerBound).contains { edge in
      Int(edge.end) == range.upperBound && lexicon.isUser(edge.word) && edge.classes.contains(wanted)
    }
  }

  private mutating func kind(of word: WordID, type: UInt8) -> Int32 {
    let key = UInt64(word.raw) << 8 | UInt64(type)
    if let known = knownKinds[key] { return known }
    let name = kinds.kind(of: word, type: rules.types[Int(type)], in: lexicon)
    let kind = name.flatMap { rules.kinds.firstIndex(of: $0) }.map { Int32($0) } ?? -1
    if knownKinds.count >= Self.knownKindsLimit { knownKinds.removeAll(keepingCapacity: true) }
    knownKinds[key] = kind
    return kind
  }
}

extension [Candidate] {
  /// One candidate for each type and range: the one with most evidence, then the first rule.
  fileprivate func deduplicated() -> [Candidate] {
    var best: [Key: Int] = [:]
    var result: [Candidate] = []
    for candidate in self {
      let key = Key(type: candidate.type, range: candidate.range)
      if let index = best[key] {
        if candidate.evidence > result[index].evidence { result[index] = candidate }
      } else {
        best[key] = result.count
        result.append(candidate)
      }
    }
    return result
  }

  private struct Key: Hashable {
    let type: UInt8
    let range: Range<Int>
  }
}
