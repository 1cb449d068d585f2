/// A condition on what was found in an article.
enum QueryFilter: Sendable, Hashable {
  /// `person:周敏`, `org:总工会`, `title:主席`, `place:朝阳区`, `name:周敏`: someone or something of that name, under any of
  /// its names; `*` at the end lets the name go on.
  case name(type: String?, SearchQuery.Phrase)
  /// `speaker:周敏`: who says something.
  case speaker(SearchQuery.Phrase)
  /// `subject:技能人才 value:>100000 unit:人`: one number of which all this is true.
  case measurement(MeasurementCondition)
  /// `date:2024-03..2024-05`: when the article is from.
  case date(DateRange)
  /// `time:2024-03`: a time that the article speaks of.
  case time(DateRange)
  /// `source:archive/2024/`: the beginning of a file's or record's name.
  case source(String)
}

/// What `subject:`, `value:` and `unit:` say of one number.
struct MeasurementCondition: Sendable, Hashable {
  var subject: String?
  var unit: String?
  var value: ValueRange?

  /// Both conditions on one number; nil where they speak of the same thing.
  func merged(with other: MeasurementCondition) -> MeasurementCondition? {
    if subject != nil && other.subject != nil || unit != nil && other.unit != nil || value != nil && other.value != nil
    {
      return nil
    }
    return MeasurementCondition(
      subject: subject ?? other.subject, unit: unit ?? other.unit, value: value ?? other.value)
  }
}

/// Numbers from … to …, nil for an open end.
struct ValueRange: Sendable, Hashable {
  var lower: Double?
  var upper: Double?
  var includesLower = true
  var includesUpper = true

  /// Reads `100`, `>100`, `>=100`, `<100`, `<=100`, `10..20`, `1.5万`.
  init?(_ text: String) {
    func number(_ text: Substring) -> Double? {
      var digits = text.filter { $0 != "," }
      var factor = 1.0
      while let last = digits.last, let power = Self.powers[last] {
        factor *= power
        digits.removeLast()
      }
      guard let value = Double(digits), value.isFinite else { return nil }
      return value * factor
    }
    let ends = text.components(separatedBy: "..")
    if ends.count == 2 {
      lower = number(ends[0])
      upper = number(ends[1])
      if lower == nil && !ends[0].isEmpty || upper == nil && !ends[1].isEmpty { return nil }
      if lower == nil && upper == nil { return nil }
      return
    }
    let signs = text.prefix { "<>=≥≤".contains($0) }
    guard let value = number(text.dropFirst(signs.count)) else { return nil }
    switch signs {
    case "", "=": (lower, upper) = (value, value)
    case ">": (lower, includesLower) = (value, false)
    case "<": (upper, includesUpper) = (value, false)
    case ">=", "≥": lower = value
    case "<=", "≤": upper = value
    default: return nil
    }
  }

  private static let powers: [Character: Double] = ["%": 1, "百": 100, "千": 1000, "万": 10000, "亿": 100_000_000]
}

/// Days from … to …, both included; each end a year, a month or a day in ISO 8601, nil for an open one.
struct DateRange: Sendable, Hashable {
  var lower: String?
  var upper: String?

  /// Reads `2024`, `2024-03`, `2024-03-05`, `2024-03..2024-05`, `2024..`, `..2024-05-01`.
  init?(_ text: String) {
    let ends = text.components(separatedBy: "..").map(String.init)
    guard ends.count <= 2, ends.allSatisfy({ $0.isEmpty || Self.isDate($0) }), !ends.allSatisfy(\.isEmpty) else {
      return nil
    }
    lower = ends[0].isEmpty ? nil : ends[0]
    upper = ends.count == 1 ? lower : ends[1].isEmpty ? nil : ends[1]
  }

  private static func isDate(_ text: String) -> Bool {
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    guard ["0000", "0000-00", "0000-00-00"].contains(String(decoding: shape, as: UTF8.self)) else { return false }
    let parts = text.split(separator: "-").dropFirst().compactMap { Int($0) }
    return zip(parts, [1...12, 1...31]).allSatisfy { $1.contains($0) }
  }
}

extension ValueRange: CustomStringConvertible {
  var description: String {
    func number(_ value: Double) -> String {
      // 100, as it is written, not 100.0.
      Int(exactly: value).map(String.init) ?? "\(value)"
    }
    if let lower, lower == upper { return "=\(number(lower))" }
    return (lower.map { "\(includesLower ? ">=" : ">")\(number($0))" } ?? "")
      + (upper.map { "\(includesUpper ? "<=" : "<")\(number($0))" } ?? "")
  }
}

extension DateRange: CustomStringConvertible {
  var description: String { "\(lower ?? "")..\(upper ?? "")" }
}

extension String {
  /// The parts between the occurrences of `separator`.
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
