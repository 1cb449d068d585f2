/// A value of a table of facts.
package enum FactCell: Sendable, Equatable, CustomStringConvertible {
  case null
  case text(String)
  case integer(Int)
  case real(Double)
  case flag(Bool)

  package var isEmpty: Bool { self == .null }

  /// As a field of text: whole numbers without a fraction, flags as 1 and 0, nothing for null.
  package var description: String {
    switch self {
    case .null: return ""
    case .text(let text): return text
    case .integer(let value): return "\(value)"
    case .real(let value):
      // Beyond 2^53 not every whole number is one of Double's.
      return value == value.rounded() && abs(value) < 0x1p53 ? "\(Int(value))" : "\(value)"
    case .flag(let value): return value ? "1" : "0"
    }
  }
}
