import Extraction

extension NumericFact {
  /// The value for people: `≤ 2000 名`, `2024-03-01 – 2024-04-01`; empty if it is unknown.
  var valueDescription: String {
    let text: String
    switch value {
    case .unknown: return ""
    case .number(let number): text = Self.plain(number.double)
    case .interval(let lower, let upper):
      text = Self.range(lower.map { Self.plain($0.double) }, upper.map { Self.plain($0.double) })
    case .text(let value): text = value
    case .period(let start, let end): text = Self.range(start, end)
    }
    let withUnit = unit.map { $0 == "%" ? text + $0 : "\(text) \($0)" } ?? text
    switch approximation {
    case .exact: return withUnit
    case .about: return "≈ " + withUnit
    case .over: return "≥ " + withUnit
    case .under: return "≤ " + withUnit
    }
  }

  private static func range(_ lower: String?, _ upper: String?) -> String { "\(lower ?? "…") – \(upper ?? "…")" }

  /// A number without a needless fraction, its thousands apart: 24130000 is hard to read.
  private static func plain(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 0x1p53 else { return "\(value)" }
    let digits = String(Int(value.magnitude))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits.count > 4 { grouped += "\u{2009}" }
      grouped.append(digit)
    }
    return (value < 0 ? "-" : "") + grouped
  }
}

extension JSONWriter {
  /// The value of a fact: a number, a text, or an object of start and end.
  mutating func value(_ value: NumericValue) {
    switch value {
    case .unknown: null()
    case .number(let number): self.number(number.double)
    case .interval(let lower, let upper): interval({ $0.optional(lower?.double) }, { $0.optional(upper?.double) })
    case .text(let text): string(text)
    case .period(let lower, let upper): interval({ $0.optional(lower) }, { $0.optional(upper) })
    }
  }

  private mutating func interval(_ start: (inout JSONWriter) -> Void, _ end: (inout JSONWriter) -> Void) {
    beginObject()
    key("start")
    start(&self)
    key("end")
    end(&self)
    endObject()
  }
}
