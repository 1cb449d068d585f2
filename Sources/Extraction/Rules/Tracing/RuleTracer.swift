/// Runs one rule over a sentence and keeps how it went.
struct RuleTracer {
  let rule: Rule
  let index: Int
  private let tracer: PatternTracer
  private let graph: PatternGraph
  private let conditions: [PatternGraph]

  init(_ index: Int, over sentence: TracedSentence) {
    self.index = index
    rule = sentence.rules.rules[index]
    tracer = PatternTracer(sentence: sentence)
    graph = PatternGraph(rule.pattern)
    conditions = rule.conditions.map { PatternGraph($0.pattern) }
  }

  /// A condition with how it was answered.
  struct Answer {
    let condition: Rule.Condition
    /// What it speaks of as it was found; nil if nothing of the sort stands there.
    let match: PatternTracer.Match?

    var holds: Bool { (match != nil) == condition.wanted }
  }

  /// What `make` takes from a match.
  struct Product {
    let product: Rule.Product
    let range: Range<Int>
  }

  struct Match {
    let pattern: PatternTracer.Match
    let answers: [Answer]
    let products: [Product]

    /// Whether all conditions hold.
    var stands: Bool { answers.allSatisfy(\.holds) }
  }

  struct Trace {
    let start: Int
    let matches: [Match]
    let reach: PatternTracer.Reach?
  }

  /// What happens to the rule at a position.
  func trace(at start: Int) -> Trace {
    let found = tracer.trace(graph, from: start, stage: rule.stage)
    let matches = found.matches.map { match in
      Match(
        pattern: match, answers: zip(rule.conditions, conditions).map { answer($0, $1, to: match) },
        products: rule.makes.compactMap { product in
          range(of: product.part, in: match).map { Product(product: product, range: $0) }
        })
    }
    return Trace(start: start, matches: matches, reach: found.reach)
  }

  /// The matches from which the rule makes something of exactly this range, from wherever they start.
  func matches(making range: Range<Int>) -> [Match] {
    let isWhole = rule.makes.allSatisfy { $0.part == nil }
    let first = isWhole ? range.lowerBound : max(0, range.lowerBound - RuleMatcher.lengthLimit)
    return (first...range.lowerBound).flatMap { trace(at: $0).matches }.filter { match in
      match.products.contains { $0.range == range }
    }
  }

  private func range(of part: String?, in match: PatternTracer.Match) -> Range<Int>? {
    part.map { match.parts[$0] } ?? match.range
  }

  private func answer(
    _ condition: Rule.Condition, _ graph: PatternGraph, to match: PatternTracer.Match
  ) -> Answer {
    switch condition.place {
    case .followed:
      let found = tracer.trace(graph, from: match.range.upperBound, stage: rule.stage).matches.first
      return Answer(condition: condition, match: found)
    case .preceded:
      let end = match.range.lowerBound
      let starts = (max(0, end - RuleMatcher.lengthLimit)...end).reversed()
      let found = starts.lazy.compactMap { exact(graph, $0..<end, longestEntry: Self.longestEntryBefore) }.first
      return Answer(condition: condition, match: found)
    case .part(let name):
      return Answer(condition: condition, match: match.parts[name].flatMap { exact(graph, $0) })
    case .sentence:
      let found = (0..<tracer.sentence.count).lazy.compactMap {
        tracer.trace(graph, from: $0, stage: rule.stage).matches.first
      }.first
      return Answer(condition: condition, match: found)
    }
  }

  /// Before a match no longer entries are looked for (``RuleInput/longestEntry``).
  private static let longestEntryBefore = 16

  /// A match of exactly this range.
  private func exact(
    _ graph: PatternGraph, _ range: Range<Int>, longestEntry: Int = .max
  ) -> PatternTracer.Match? {
    tracer.trace(
      graph, from: range.lowerBound, bound: range.upperBound, stage: rule.stage, longestEntry: longestEntry
    ).matches.first { $0.range == range }
  }
}
