// When, and of whom

extension MeasurementReader {
  /// The time of a quantity: the nearest one before it in its sentence that is no base; otherwise that with which the
  /// sentence before opened.
  func time(of index: Int) -> (index: Int, range: Range<Int>, isAsOf: Bool)? {
    var at = index - 1
    while at >= max(0, index - Self.contextReach) {
      if kind(at) == .time, !isTaken[at], isMoment(at) {
        return (Int(signs[at].value), signs[at].range, isAsOf(at))
      }
      at -= 1
    }
    return openingTime
  }

  private func isMoment(_ index: Int) -> Bool { times[Int(signs[index].value)].kind != .set }

  /// Whether 截至 stands before a time, or in it.
  private func isAsOf(_ index: Int) -> Bool {
    if means(index - 1, .asOf) || means(index - 2, .asOf) && kind(index - 1) == .space { return true }
    return bytes[signs[index].range].starts(with: "截".utf8)
  }

  /// What the sentence leaves for the next one: the time it opens with, and its last thing.
  mutating func leaveContext() {
    var start = 0
    while kind(start) == .space || means(start, .asOf) || kind(start) == .openQuote { start += 1 }
    if kind(start) == .time, isMoment(start) {
      openingTime = (Int(signs[start].value), signs[start].range, isAsOf(start))
    } else if signs.contains(where: { $0.kind == .time }) {
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
      switch kind(at) {
      case .close: depth += 1
      case .open: depth = max(0, depth - 1)
      case .entity where depth == 0 && !isTaken[at] && isOwner(at): return phrase(at..<at + 1)
      case .cue where depth == 0 && !isTaken[at] && means(at, .whole): return phrase(at..<at + 1)
      default: break
      }
      at -= 1
    }
    return hasEntities ? nil : lastThing
  }

  private func isOwner(_ index: Int) -> Bool {
    let category = entities[Int(signs[index].value)].category
    return category == .place || category == .organization
  }
}
