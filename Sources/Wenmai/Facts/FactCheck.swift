import Extraction
import Text

/// Looks for what does not fit together: in each article as it comes, and across articles.
///
/// Meant to be silent rather than wrong: figures are intervals (近2000 and 1987 agree), a fact is the same only if subject,
/// verb, thing, time and unit are, and where the text leaves one of them open, only figures that are told of a whole count.
///
/// - Complexity: O(n) in the facts, with a table of those told so far.
struct FactCheck {
  let partitions: Partitions
  /// The first fact of each key, over all articles.
  private var known: [Key: CheckedFact] = [:]
  private(set) var findings: [FactFinding] = []
  /// The facts of the article that is checked, by their quantities.
  private var wholes: [Span: CheckedFact] = [:]

  /// What makes two figures tell of the same.
  private struct Key: Hashable {
    /// Empty where the fact is settled enough to be the same in another article.
    let article: String
    let subject: String
    let verb: String
    let thing: String?
    let time: String?
    let isAsOf: Bool
    let unit: String
    let comparison: Measurement.Comparison.Kind?
    let base: String?
    let of: String?
  }

  init(partitions: Partitions) { self.partitions = partitions }

  /// Checks an article against itself and those before it.
  mutating func add(_ article: ArticleFacts) {
    let first = findings.count
    for date in article.dates {
      findings.append(FactFinding(kind: .date, places: [date], message: "\(date.text): there is no such day"))
    }
    let facts = article.checked
    wholes = Dictionary(facts.map { ($0.quantity, $0) }) { first, _ in first }
    for (index, fact) in facts.enumerated() {
      checkChange(fact, at: index, facts)
      checkShare(fact, at: index, facts)
      checkPart(fact, facts)
      checkConflict(fact, article.name)
    }
    checkParts(facts)
    // In the order of the places where what was found came to an end.
    findings[first...].sort { ($0.places.last?.offset ?? 0, $0.message) < ($1.places.last?.offset ?? 0, $1.message) }
  }

  // MARK: Conflicts

  private mutating func checkConflict(_ fact: CheckedFact, _ article: String) {
    guard let key = key(fact, article) else { return }
    guard let first = known[key] else {
      known[key] = fact
      return
    }
    guard !first.interval.overlaps(fact.interval) else { return }
    let isSame = first.place.name == fact.place.name && first.sentence == fact.sentence
    // Two figures for one thing in one sentence are two things that the subject does not tell apart.
    guard !isSame else { return }
    report(.conflict, [first, fact], "\(fact.subject) has two figures")
  }

  /// Nil for facts that say too little of what they count.
  private func key(_ fact: CheckedFact, _ article: String) -> Key? {
    guard fact.total == nil, fact.construction != "topic", fact.construction != "event", fact.construction != "verb"
    else { return nil }
    if fact.comparison == .multiple || fact.comparison == .rank { return nil }
    // 300名学生 in two paragraphs are two groups, unless it is said that there are so many.
    if fact.construction == "after", !fact.isStated || fact.thing == nil { return nil }
    let isLong = fact.subject.count >= 4
    let isSettled = fact.thing != nil && fact.isTimeKnown
    guard isSettled || fact.thing != nil && isLong || fact.time != nil && isLong || isLong && fact.isStated else {
      return nil
    }
    if fact.construction == "carried", !isSettled || !isLong { return nil }
    return Key(
      article: isSettled && isLong ? "" : article, subject: fact.subject, verb: fact.verb, thing: fact.thing,
      time: fact.time, isAsOf: fact.isAsOf, unit: fact.unit, comparison: fact.isLevel ? nil : fact.comparison,
      base: fact.isLevel ? nil : fact.base, of: fact.of)
  }

  mutating func report(_ kind: FactFinding.Kind, _ facts: [CheckedFact], _ message: String) {
    let finding = FactFinding(kind: kind, places: facts.map(\.place), message: message)
    if findings.last != finding { findings.append(finding) }
  }

  // MARK: Parts

  /// Longer lists are no parts of one whole.
  private static let mostParts = 32

  /// 共有500人，其中女职工600人
  private mutating func checkPart(_ fact: CheckedFact, _ facts: [CheckedFact]) {
    guard let total = fact.total, let whole = wholes[total] else { return }
    if fact.interval.lower > whole.interval.upper {
      report(.parts, [whole, fact], "\(fact.subject) is more than all of \(whole.subject)")
    }
  }

  /// 共有500人，其中男生300人、女生250人
  private mutating func checkParts(_ facts: [CheckedFact]) {
    var groups: [Span: [CheckedFact]] = [:]
    for fact in facts { if let total = fact.total { groups[total, default: []].append(fact) } }
    for whole in facts where whole.isLevel {
      guard let parts = groups[whole.quantity], parts.count <= Self.mostParts else { continue }
      guard let members = partitions.complete(parts) else { continue }
      let sum = members.dropFirst().reduce(members[0].interval) { $0 + $1.interval }
      if !sum.overlaps(whole.interval) {
        report(.parts, [whole] + members, "the parts do not add up to \(whole.subject)")
      }
    }
  }
}
