/// What lies inside the entities of a sentence: the organization that a unit belongs to, the places in its name.
///
/// An organization holds organizations, places and people (史国强摄影工作室), a place holds places; people and titles hold
/// nothing. What ends where the outer one ends is no other thing but a part of its name (总工会 in 北京市总工会); so is
/// what lacks nothing but the word for its form (安徽 in 安徽省, 云南建投 in 云南建投集团). Types of users' rules hold and are
/// held like organizations.
struct Nesting {
  /// A candidate with what lies inside it, in the order of the text.
  struct Part {
    let candidate: Candidate
    let parts: [Part]
  }

  /// In the order of the text, the longest first where several start.
  private let candidates: [Candidate]
  private let isForm: (Range<Int>) -> Bool

  /// - Parameters:
  ///   - candidates: what the rules propose; what the memory finds stands for itself.
  ///   - fronts: places and organizations of the tables at the front of names, one behind the other.
  ///   - threshold: the least evidence, in nats.
  ///   - isForm: whether the characters are nothing but a word for a form of places or organizations (省, 集团).
  init(_ candidates: [Candidate], fronts: [Candidate], threshold: Float, isForm: @escaping (Range<Int>) -> Bool) {
    self.isForm = isForm
    let strong = candidates.filter { $0.rule >= 0 && $0.type != RuleSet.title && $0.evidence >= threshold }
    self.candidates = (strong + fronts).sorted {
      $0.range.lowerBound != $1.range.lowerBound
        ? $0.range.lowerBound < $1.range.lowerBound
        : $0.range.count != $1.range.count ? $0.range.count > $1.range.count : $0.evidence > $1.evidence
    }
  }

  /// The parts of an entity: the longest ones that do not overlap, each with its own.
  ///
  /// - Complexity: a name is at most 63 characters long, which bounds what can lie in it.
  func parts(of outer: Candidate) -> [Part] {
    guard outer.type != RuleSet.person, outer.type != RuleSet.title, outer.range.count > 2 else { return [] }
    return parts(of: outer, among: inside(outer.range))
  }

  private func parts(of outer: Candidate, among candidates: ArraySlice<Candidate>) -> [Part] {
    let held = candidates.filter { holds(outer, $0) }
    var chosen: [Candidate] = []
    let order = held.enumerated().sorted {
      $0.element.range.count != $1.element.range.count
        ? $0.element.range.count > $1.element.range.count
        : $0.element.evidence != $1.element.evidence
          ? $0.element.evidence > $1.element.evidence : $0.offset < $1.offset
    }
    for (_, candidate) in order where !chosen.contains(where: { $0.range.overlaps(candidate.range) }) {
      chosen.append(candidate)
    }
    return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }.map {
      Part(candidate: $0, parts: parts(of: $0, among: held[...]))
    }
  }

  private func holds(_ outer: Candidate, _ inner: Candidate) -> Bool {
    guard outer.range.lowerBound <= inner.range.lowerBound, inner.range.upperBound <= outer.range.upperBound,
      inner.range.count < outer.range.count
    else { return false }
    if outer.type == RuleSet.person || outer.type == RuleSet.title { return false }
    if outer.type == RuleSet.place, inner.type != RuleSet.place { return false }
    if inner.type == outer.type, inner.range.lowerBound == outer.range.lowerBound,
      isForm(inner.range.upperBound..<outer.range.upperBound)
    {
      return false
    }
    // A studio bears its founder's name in front; further on there are only words that look like one.
    if inner.type == RuleSet.person, inner.range.lowerBound > outer.range.lowerBound { return false }
    return inner.range.upperBound < outer.range.upperBound
  }

  /// The candidates inside a range.
  private func inside(_ range: Range<Int>) -> ArraySlice<Candidate> {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < candidates.count, candidates[end].range.lowerBound < range.upperBound { end += 1 }
    return candidates[low..<end]
  }
}
