import Extraction

// Figures of one sentence that follow from each other.

extension FactCheck {
  /// 由3000人减少到2600人，减少500人; 由5%升至4%
  mutating func checkChange(_ fact: CheckedFact, at index: Int, _ facts: [CheckedFact]) {
    guard let from = fact.from else {
      checkGrowth(fact, at: index, facts)
      return
    }
    let isUp = fact.direction == .up && fact.interval.upper < from.lower
    let isDown = fact.direction == .down && fact.interval.lower > from.upper
    if isUp || isDown { report(.change, [fact], "\(fact.subject) did not go \(isUp ? "up" : "down")") }
    for other in facts[(index + 1)...].prefix(3)
    where other.sentence == fact.sentence && other.subject == fact.subject && other.comparison == .change {
      let step = fact.direction == .down ? from - fact.interval : fact.interval - from
      if other.unit == fact.unit && fact.unit != "%" || other.isPoints && fact.unit == "%" {
        if other.base == nil, !step.overlaps(other.interval) {
          report(.change, [fact, other], "the change of \(fact.subject) is another one")
        }
      } else if other.unit == "%", fact.unit != "%", other.base == nil,
        let rate = step.divided(by: from)?.scaled(by: 100), !rate.overlaps(other.interval)
      {
        report(.change, [fact, other], "the rate of change of \(fact.subject) is another one")
      }
    }
  }

  /// 达6300人，增加300人，增长8%
  private mutating func checkGrowth(_ level: CheckedFact, at index: Int, _ facts: [CheckedFact]) {
    guard level.isLevel, level.unit != "%" else { return }
    let changes = facts[(index + 1)...].prefix(2).filter {
      $0.sentence == level.sentence && $0.subject == level.subject && $0.comparison == .change
        && $0.direction == facts[index + 1].direction
    }
    guard changes.count == 2, let amount = changes.first(where: { $0.unit == level.unit }),
      let rate = changes.first(where: { $0.unit == "%" }),
      rate.base == nil || amount.base == nil || rate.base == amount.base
    else { return }
    let before = amount.direction == .down ? level.interval + amount.interval : level.interval - amount.interval
    guard let expected = amount.interval.divided(by: before)?.scaled(by: 100), !expected.overlaps(rate.interval) else {
      return
    }
    report(.change, [level, rate], "the rate of change of \(level.subject) does not fit the amount")
  }

  /// 共有500人，其中女职工300人，占50%
  mutating func checkShare(_ fact: CheckedFact, at index: Int, _ facts: [CheckedFact]) {
    guard fact.comparison == .share, fact.unit == "%" else { return }
    let near = facts[..<index].suffix(24).filter { $0.sentence >= fact.sentence - 1 && $0.isLevel }
    guard let part = near.last(where: { $0.subject == fact.subject && $0.sentence == fact.sentence }),
      let whole = whole(of: fact, part: part, near),
      let ratio = part.interval.divided(by: whole.interval)?.scaled(by: 100)
    else { return }
    if !ratio.overlaps(fact.interval) {
      report(.share, [whole, part, fact], "\(part.subject) is another share of \(whole.subject)")
    }
  }

  private func whole(of fact: CheckedFact, part: CheckedFact, _ near: [CheckedFact]) -> CheckedFact? {
    guard let of = fact.of else {
      return part.total.flatMap { total in near.first { $0.quantity == total } }
    }
    // 占护士总数: the value of 技能人才.
    return near.last { fact in
      let isWhole = fact.subject == of || partitions.totals.contains { of == fact.subject + $0 }
      return isWhole && fact.unit == part.unit && fact.quantity != part.quantity && fact.thing == part.thing
    }
  }
}

extension CheckedFact {
  /// Whether it is a difference of percentages.
  var isPoints: Bool { unit == "百分点" }
}
