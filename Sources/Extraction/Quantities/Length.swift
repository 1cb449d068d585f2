/// A length of time in the units it was named with: years, months, weeks, days, hours, minutes, seconds.
struct Length: Sendable, Hashable {
  private(set) var counts = [ExactDecimal](repeating: .zero, count: 7)

  init() {}

  init(_ count: ExactDecimal, _ unit: TimeVocabulary.Unit) { add(count, unit) }

  mutating func add(_ count: ExactDecimal, _ unit: TimeVocabulary.Unit) {
    add(count * unit.count, unit.designator)
  }

  /// Adds so many of a unit; the part after the decimal point goes to a smaller unit if it comes out even there:
  /// 1.5 hours are PT1H30M, half a year is P6M.
  private mutating func add(_ count: ExactDecimal, _ designator: TimeVocabulary.Designator) {
    let smaller: (TimeVocabulary.Designator, Int128)? =
      switch designator {
      case .year: (.month, 12)
      case .month: (.day, 30)
      case .week: (.day, 7)
      case .day: (.hour, 24)
      case .hour: (.minute, 60)
      case .minute: (.second, 60)
      case .second: nil
      }
    if !count.isInteger, let (next, factor) = smaller, let whole = Int(exactly: count.double.rounded(.towardZero)) {
      var rest = (count + ExactDecimal(Int128(-whole))) * ExactDecimal(factor)
      // A third of an hour has no end in digits, but is 20 minutes.
      let even = rest.double.rounded()
      if abs(rest.double - even) < 1e-9 { rest = ExactDecimal(Int128(even)) }
      if rest.isInteger {
        counts[designator.rank] = counts[designator.rank] + ExactDecimal(Int128(whole))
        add(rest, next)
        return
      }
    }
    counts[designator.rank] = counts[designator.rank] + count
  }

  /// ISO 8601: `P1Y3M`, `PT2H30M`, `P2W`.
  var iso: String {
    var text = "P"
    for (rank, letter) in zip(0..<4, ["Y", "M", "W", "D"]) where !counts[rank].isZero {
      text += "\(counts[rank])\(letter)"
    }
    var clock = ""
    for (rank, letter) in zip(4..<7, ["H", "M", "S"]) where !counts[rank].isZero { clock += "\(counts[rank])\(letter)" }
    if !clock.isEmpty { text += "T" + clock }
    return text == "P" ? "PT0S" : text
  }

  func whole(_ designator: TimeVocabulary.Designator) -> Int { counts[designator.rank].integer ?? 0 }

  /// The smallest unit in it.
  var finest: TimeVocabulary.Designator? {
    let all: [TimeVocabulary.Designator] = [.second, .minute, .hour, .day, .week, .month, .year]
    return all.first { !counts[$0.rank].isZero }
  }
}
