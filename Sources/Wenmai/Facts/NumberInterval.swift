import Extraction

/// What a figure leaves open: 1.86万 is anything that rounds to it, 近2000 something below 2000.
struct NumberInterval: Sendable, Equatable {
  let lower: Double
  let upper: Double

  init(_ lower: Double, _ upper: Double) {
    self.lower = min(lower, upper)
    self.upper = max(lower, upper)
  }

  /// Nil for values that are no numbers.
  init?(_ fact: NumericFact) {
    switch fact.value {
    case .number(let number):
      let value = number.double
      guard value.isFinite else { return nil }
      let half = number.halfStep
      // How far an approximation reaches is not said; these widths let no two figures clash that a reader would take for one.
      switch fact.approximation {
      case .exact: self.init(value - half, value + half)
      case .about: self.init(value * 0.8 - half, value * 1.2 + half)
      case .under: self.init(value * 0.5, value + half)
      case .over: self.init(value - half, value * 1.6 + half)
      }
    case .interval(let from, let to):
      guard let from = from?.double, let to = to?.double, from.isFinite, to.isFinite else { return nil }
      let margin = fact.approximation == .exact ? 0 : 0.2
      self.init(from - abs(from) * margin, to + abs(to) * margin)
    case .unknown, .text, .period: return nil
    }
  }

  func overlaps(_ other: NumberInterval) -> Bool { lower <= other.upper && other.lower <= upper }

  static func + (a: NumberInterval, b: NumberInterval) -> NumberInterval {
    NumberInterval(a.lower + b.lower, a.upper + b.upper)
  }

  static func - (a: NumberInterval, b: NumberInterval) -> NumberInterval {
    NumberInterval(a.lower - b.upper, a.upper - b.lower)
  }

  /// Nil where the divisor may be zero.
  func divided(by other: NumberInterval) -> NumberInterval? {
    guard other.lower > 0 || other.upper < 0 else { return nil }
    let ends = [lower / other.lower, lower / other.upper, upper / other.lower, upper / other.upper]
    return NumberInterval(ends.min() ?? 0, ends.max() ?? 0)
  }

  func scaled(by factor: Double) -> NumberInterval { NumberInterval(lower * factor, upper * factor) }
}

extension ExactDecimal {
  /// Half of the last place that is written: 1.86万 is told to the hundred, so 50.
  var halfStep: Double { ExactDecimal(5, exponent: exponent - 1).double }
}
