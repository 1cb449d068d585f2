import Lexicon

/// The model's scores in one stretch: the best tags, and the best ones under a condition.
struct TagScores {
  /// By unit: sums of weights for B, M, E, S.
  let scores: [SIMD4<Int32>]
  private let fixed: [Bool]
  private let transitions: Stretch.Transitions
  /// The tags of all units as the model decided: of several with the same score these.
  let tags: [PositionTag]

  /// Tags of some units, and by how much their score is below that of the best tags.
  struct Reading {
    var units: Range<Int>
    var tags: [PositionTag]
    var deficit: Int
  }

  /// A reading differs from the best one only so far from its condition; farther off nothing depends on it, and long
  /// stretches stay cheap.
  private static let reach = 24

  /// Takes over the scores of a stretch that is decided.
  init(_ stretch: Stretch, transitions: Stretch.Transitions) {
    let units = 0..<stretch.count
    scores = units.map { stretch.scores[Stretch.rim + $0] }
    fixed = units.map { stretch.fixed[Stretch.rim + $0] != 0 }
    tags = units.map { PositionTag(rawValue: stretch.tags[Stretch.rim + $0]) ?? .single }
    self.transitions = transitions
  }

  /// The best tags in which `word` is a word.
  func best(with word: Range<Int>) -> Reading? {
    best(around: word) { unit, tag in
      guard word.contains(unit) else { return true }
      if word.count == 1 { return tag == .single }
      return tag == (unit == word.lowerBound ? .begin : unit == word.upperBound - 1 ? .end : .middle)
    }
  }

  /// The best tags in which `word` is none: without its first edge, without its last, or with one inside.
  func best(without word: Range<Int>) -> Reading? {
    let first = best(around: word) { $0 != word.lowerBound || $1 == .middle || $1 == .end }
    let last = best(around: word) { $0 != word.upperBound - 1 || $1 == .begin || $1 == .middle }
    let inner = word.dropLast().map { place in best(around: word) { $0 != place || $1 == .end || $1 == .single } }
    return ([first, last] + inner).compactMap { $0 }.min { $0.deficit < $1.deficit }
  }

  private func best(around word: Range<Int>, _ allows: (_ unit: Int, _ tag: PositionTag) -> Bool) -> Reading? {
    let lower = max(0, word.lowerBound - Self.reach)
    let units = lower..<min(scores.count, word.upperBound + Self.reach)
    guard let free = reading(of: units, { _, _ in true }), let found = reading(of: units, allows) else { return nil }
    return Reading(units: units, tags: found.tags, deficit: free.score - found.score)
  }

  private struct Found {
    var tags: [PositionTag]
    var score: Int
  }

  /// The best tags of `units` that make whole words and that `allows` lets through, beside the best tags around them.
  private func reading(of units: Range<Int>, _ allows: (_ unit: Int, _ tag: PositionTag) -> Bool) -> Found? {
    var sums: [Int?] = [nil, nil, nil, nil]
    // The first unit of a stretch begins as if a word had ended before it.
    let isInner = units.lowerBound > 0
    sums[Int((isInner ? tags[units.lowerBound - 1] : .end).rawValue)] = 0
    var steps: [[PositionTag]] = []
    for unit in units {
      var next: [Int?] = [nil, nil, nil, nil]
      var step = Array(repeating: PositionTag.single, count: 4)
      for tag in PositionTag.allCases where allows(unit, tag) && (!fixed[unit] || tag == .single) {
        let index = Int(tag.rawValue)
        for previous in Self.before(tag) {
          guard let sum = sums[Int(previous.rawValue)] else { continue }
          let change = unit > 0 ? Int(transitions[previous][index]) : 0
          let total = sum + change + Int(scores[unit][index])
          if total > next[index] ?? .min { (next[index], step[index]) = (total, previous) }
        }
      }
      sums = next
      steps.append(step)
    }
    let following = units.upperBound < scores.count ? tags[units.upperBound] : nil
    var best: (tag: PositionTag, score: Int)?
    for tag in following.map(Self.before) ?? [.end, .single] {
      guard let sum = sums[Int(tag.rawValue)] else { continue }
      let total = sum + (following.map { Int(transitions[tag][Int($0.rawValue)]) } ?? 0)
      if total > best?.score ?? .min { best = (tag, total) }
    }
    guard let best else { return nil }
    var found = [best.tag]
    for step in steps.dropFirst().reversed() { found.append(step[Int(found[found.count - 1].rawValue)]) }
    return Found(tags: found.reversed(), score: best.score)
  }

  private static func before(_ tag: PositionTag) -> [PositionTag] {
    switch tag {
    case .begin, .single: [.end, .single]
    case .middle, .end: [.begin, .middle]
    }
  }
}
