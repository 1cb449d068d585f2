// When, and of whom

extension MeasurementReader {
  /// The time of a quantity: the nearest one before it in its sentence that is no base; otherwise that with which the
  /// sentence before opened.
  func time(of index: Int) -> (index: Int, range: Range<Int>, isAsOf: Bool)? {
    var at = index - 1
    while at >= max(0, index - Self.contextReach) {
      if mark(at) == .time, !row.signs[at].isTaken, isMoment(at) {
        return (row.value(at), row.range(at), isAsOf(at))
      }
      at -= 1
    }
    return openingTime
  }

  private func isMoment(_ index: Int) -> Bool { isMoment(times[row.value(index)]) }

  /// Whether a time says when something is, not how often.
  func isMoment(_ time: NumericFact) -> Bool { time.kind != .set }

  /// Whether 截至 stands before a time, or in it.
  private func isAsOf(_ index: Int) -> Bool {
    if means(index - 1, .asOf) || means(index - 2, .asOf) && mark(index - 1) == .space { return true }
    return bytes[row.range(index)].starts(with: "截".utf8)
  }

  /// What the sentence leaves for the next one: the time it opens with, and its last thing.
  mutating func leaveContext() {
    var start = 0
    while mark(start) == .space || means(start, .asOf) || mark(start) == .openQuote { start += 1 }
    if mark(start) == .time, isMoment(start) {
      openingTime = (row.value(start), row.range(start), isAsOf(start))
    } else if (0..<row.count).contains(where: { row.mark($0) == .time }) {
      openingTime = nil
    }
    if let last = found[firstOfSentence...].last(where: { $0.thing != nil }) { lastThing = last.thing }
  }

  /// The place or organization that a subject belongs to: the nearest one before it in the sentence, or the thing of the
  /// sentence before.
  func thing(of sign: Int, _ subject: MeasurementFinding.Phrase) -> MeasurementFinding.Phrase? {
    if subject.entity >= 0 { return nil }
    var at = sign - 1
    var depth = 0
    while at >= max(0, sign - Self.contextReach) {
      switch mark(at) {
      case .close: depth += 1
      case .open: depth = max(0, depth - 1)
      case .entity where depth == 0 && !row.signs[at].isTaken && isOwner(at):
        return isListed(at) ? nil : phrase(at..<at + 1)
      case .cue where depth == 0 && !row.signs[at].isTaken && means(at, .whole): return phrase(at..<at + 1)
      default: break
      }
      at -= 1
    }
    return hasEntities ? nil : lastThing
  }

  /// Whether it is one of several, of which none alone is meant: 辗转广州、深圳等地.
  private func isListed(_ index: Int) -> Bool {
    mark(index - 1) == .enumeration && mark(index - 2) == .entity && isOwner(index - 2)
      || mark(index + 1) == .enumeration && mark(index + 2) == .entity && isOwner(index + 2)
  }

  private func isOwner(_ index: Int) -> Bool {
    let category = entities[row.value(index)].category
    return category == .place || category == .organization
  }
}
