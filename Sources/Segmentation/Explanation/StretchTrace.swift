import Lexicon

/// What the model saw in one stretch, kept for explanations.
struct StretchTrace {
  /// The window's position of each unit, and one more for the end.
  let positions: [Int]
  let fixed: [Bool]
  private let contributions: [[LinearModel.Contribution]]
  private let transitions: Stretch.Transitions
  private let tags: TagScores

  /// Decides `stretch`, which is filled, as the model does, and leaves its words in the window.
  init(_ model: LinearModel, _ window: Window, _ stretch: Stretch, names: FeatureText) {
    let count = stretch.count
    positions = (0...count).map { Int(stretch.positions[Stretch.rim + $0]) }
    fixed = (0..<count).map { stretch.fixed[Stretch.rim + $0] != 0 }
    var byUnit: [[LinearModel.Contribution]] = Array(repeating: [], count: count)
    for contribution in model.contributions(window, stretch, names: names) {
      byUnit[contribution.unit].append(contribution)
    }
    contributions = byUnit
    for unit in 0..<count {
      stretch.scores[Stretch.rim + unit] = byUnit[unit].reduce(.zero) { $0 &+ $1.weights }
    }
    stretch.decide(model.transitions)
    stretch.write(to: window)
    transitions = model.transitions
    tags = TagScores(stretch, transitions: model.transitions)
  }

  /// The units of a range of positions; nil if it does not consist of characters that the model decides about.
  func units(of range: Range<Int>) -> Range<Int>? {
    guard let first = unit(at: range.lowerBound), let end = unit(at: range.upperBound), first < end,
      !fixed[first..<end].contains(true)
    else { return nil }
    return first..<end
  }

  private func unit(at position: Int) -> Int? {
    var low = 0
    var high = positions.count - 1
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return positions[low] == position ? low : nil
  }

  /// For a word of the model's: what it weighed against it.
  func vote(for word: Range<Int>, in window: Window) -> SegmentationTrace.Vote? {
    tags.best(without: word).map { vote(for: $0, isRival: true, showing: word, in: window) }
  }

  /// For a word that the model does not have: what it weighed against the model's.
  func vote(forRefused word: Range<Int>, in window: Window) -> SegmentationTrace.Vote? {
    tags.best(with: word).map { vote(for: $0, isRival: false, showing: word, in: window) }
  }

  /// - Parameter isRival: whether `reading` stands against the model's words, or they against it.
  private func vote(
    for reading: TagScores.Reading, isRival: Bool, showing word: Range<Int>, in window: Window
  ) -> SegmentationTrace.Vote {
    let own = Array(tags.tags[reading.units])
    func bytes(_ units: Range<Int>) -> Range<Int> {
      Int(window.offsets[positions[units.lowerBound]])..<Int(window.offsets[positions[units.upperBound]])
    }
    func words(_ tags: [PositionTag], without others: [PositionTag]) -> [Range<Int>] {
      let others = Set(Self.words(others))
      return Self.words(tags).filter { !others.contains($0) }.map { range in
        bytes(range.lowerBound + reading.units.lowerBound..<range.upperBound + reading.units.lowerBound)
      }
    }
    let (chosen, rival) = isRival ? (own, reading.tags) : (reading.tags, own)
    let characters = word.map { unit in
      SegmentationTrace.Character(range: bytes(unit..<unit + 1), tag: tags.tags[unit], scores: tags.scores[unit])
    }
    let features = features(chosen, rival, from: reading.units.lowerBound, bytes: bytes)
    let changed = own.indices.filter { own[$0] != reading.tags[$0] }
    let region = (changed.first ?? 0)..<(changed.last ?? -1) + 1
    return SegmentationTrace.Vote(
      characters: characters, words: words(chosen, without: rival), rivals: words(rival, without: chosen),
      score: score(chosen, region, from: reading.units.lowerBound),
      rivalScore: score(rival, region, from: reading.units.lowerBound), features: features)
  }

  /// The score of tags over a region, with the steps into it and out of it.
  private func score(_ tags: [PositionTag], _ region: Range<Int>, from start: Int) -> Int {
    region.reduce(0) { $0 + Int(self.tags.scores[start + $1][Int(tags[$1].rawValue)]) }
      + (region.lowerBound..<region.upperBound + 1).reduce(0) { $0 + step(tags, $1, from: start) }
  }

  /// What the step to a tag adds: 0 at the first unit and behind the last.
  private func step(_ tags: [PositionTag], _ index: Int, from start: Int) -> Int {
    let unit = start + index
    guard unit > 0, unit < self.tags.scores.count else { return 0 }
    let before = index > 0 ? tags[index - 1] : self.tags.tags[unit - 1]
    let tag = index < tags.count ? tags[index] : self.tags.tags[unit]
    return Int(transitions[before][Int(tag.rawValue)])
  }

  /// What tells `chosen` from `rival`, by how much it does.
  private func features(
    _ chosen: [PositionTag], _ rival: [PositionTag], from start: Int, bytes: (Range<Int>) -> Range<Int>
  ) -> [SegmentationTrace.Feature] {
    var features: [SegmentationTrace.Feature] = []
    for index in chosen.indices {
      let place = bytes(start + index..<start + index + 1)
      for contribution in contributions[start + index] where chosen[index] != rival[index] {
        let weights = contribution.weights
        let difference = Int(weights[Int(chosen[index].rawValue)]) - Int(weights[Int(rival[index].rawValue)])
        if difference == 0 { continue }
        features.append(.init(text: contribution.feature, range: place, weights: weights, difference: difference))
      }
      let steps = step(chosen, index, from: start) - step(rival, index, from: start)
      if steps != 0, index > 0 || start > 0 {
        let before = index > 0 ? chosen[index - 1] : tags.tags[start - 1]
        features.append(
          .init(text: "after|\(before.rawValue)", range: place, weights: transitions[before], difference: steps))
      }
    }
    return features.sorted {
      (-abs($0.difference), $0.range.lowerBound, $0.text) < (-abs($1.difference), $1.range.lowerBound, $1.text)
    }
  }

  /// The words that tags make, as ranges of their indices.
  private static func words(_ tags: [PositionTag]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for (index, tag) in tags.enumerated() where tag == .end || tag == .single || index == tags.count - 1 {
      words.append(start..<index + 1)
      start = index + 1
    }
    return words
  }
}
