import Lexicon
import Segmentation

/// A sentence with all that patterns can ask of it, kept for explanations.
struct TracedSentence {
  struct Entry {
    let end: Int
    let word: WordID
    let classes: ClassSet
  }

  struct Token {
    let range: Range<Int>
    let tag: TagID
  }

  let lexicon: Lexicon
  let rules: RuleSet
  let scalars: [UInt32]
  let kinds: [UInt64]
  /// By position: the entries that start there, in the order of the lattice.
  let entries: [[Entry]]
  /// By position: the token that starts there.
  private(set) var tokens: [Token?]
  /// By position: the results that start there, the last one proposed first.
  private(set) var results: [[Candidate]]

  var count: Int { scalars.count }

  /// - Parameter candidates: the results of all stages, in the order in which they were proposed.
  init(_ lattice: SentenceLattice, candidates: [Candidate], lexicon: Lexicon, rules: RuleSet) {
    self.lexicon = lexicon
    self.rules = rules
    scalars = lattice.scalars
    kinds = lattice.classes.map { ScalarKinds.bit(of: $0) }
    entries = lattice.scalars.indices.map { position in
      lattice.edges(from: position).map {
        Entry(end: Int($0.end), word: $0.word, classes: lexicon.classes(of: $0.word))
      }
    }
    tokens = Array(repeating: nil, count: scalars.count + 1)
    for token in lattice.tokens { tokens[Int(token.start)] = Token(range: token.range, tag: token.tag) }
    results = Array(repeating: [], count: scalars.count + 1)
    for candidate in candidates where candidate.rule >= 0 {
      results[candidate.range.lowerBound].insert(candidate, at: 0)
    }
  }

  func isBoundary(_ position: Int) -> Bool { position == 0 || position == count || tokens[position] != nil }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range].compactMap(Unicode.Scalar.init)))
  }

  /// What an element takes at a place.
  struct Take {
    let end: Int
    var word: WordID?
    var result: Candidate?
  }

  /// All that `element` can take at `position`, in the order in which the matcher tries it.
  ///
  /// - Parameter stage: that of the rule; it sees the results of lower ones.
  func takes(of element: RulePattern, at position: Int, stage: Int) -> [Take] {
    func one(if holds: Bool) -> [Take] { position < count && holds ? [Take(end: position + 1)] : [] }
    func none(if holds: Bool) -> [Take] { holds ? [Take(end: position)] : [] }
    switch element {
    case .literal(let text):
      let folded = text.map { lexicon.fold($0) }
      return scalars[position...].starts(with: folded) ? [Take(end: position + folded.count)] : []
    case .set(let set, let negated):
      return one(if: position < count && set.contains { lexicon.fold($0) == scalars[position] } != negated)
    case .scalar(let kind): return one(if: position < count && kinds[position] & ScalarKinds.mask(of: kind) != 0)
    case .entry(let name):
      guard position < count, let id = lexicon.classID(named: name) else { return [] }
      return entries[position].reversed().filter { $0.classes.contains(id) }.map { Take(end: $0.end, word: $0.word) }
    case .word(let tag):
      guard let token = tokens[position] else { return [] }
      let holds = tag.map { lexicon.tagName(token.tag).lowercased().hasPrefix($0) } ?? true
      return holds ? [Take(end: token.range.upperBound)] : []
    case .result(let type, let kind): return results(ofType: type, kind, at: position, stage: stage)
    case .boundary: return none(if: isBoundary(position))
    case .sentenceStart: return none(if: position == 0)
    case .sentenceEnd: return none(if: position == count)
    case .sequence, .choice, .repetition, .part, .definition: return []
    }
  }

  private func results(ofType type: String, _ kind: String?, at position: Int, stage: Int) -> [Take] {
    var chosen: Take?
    var others: [Take] = []
    for result in results[position] where rules.rules[Int(result.rule)].stage < stage {
      guard rules.types[Int(result.type)] == type,
        kind == nil || result.kind >= 0 && rules.kinds[Int(result.kind)] == kind
      else { continue }
      let take = Take(end: result.range.upperBound, result: result)
      if let best = chosen {
        others.append(best.end >= take.end ? take : best)
        chosen = best.end >= take.end ? best : take
      } else {
        chosen = take
      }
    }
    return chosen.map { [$0] + others.reversed() } ?? []
  }
}
