/// A stretch over which the normalized text follows the original in one way.
///
/// Only the places where the two part cost memory: plain simplified text is one run a piece.
struct NormalizedRun: Sendable, Equatable {
  enum Kind: UInt8, Sendable {
    /// Scalars of the same lengths on both sides.
    case verbatim
    /// Units of `originalUnit` bytes, each of which became `normalizedUnit` bytes.
    case units
    /// The replacement of a piece: one unit that has other text in the original.
    case replacement
  }

  /// The first byte in the normalized text.
  let normalized: Int32
  /// The first byte in the original.
  let original: Int32
  let originalUnit: Int32
  let normalizedUnit: Int32
  let kind: Kind

  /// The start in the original of what gave the byte at `offset` of the normalized text.
  func originalStart(of offset: Int) -> Int {
    let distance = offset - Int(normalized)
    if kind == .verbatim { return Int(original) + distance }
    return Int(original) + distance / Int(normalizedUnit) * Int(originalUnit)
  }

  /// The end in the original of what gave the byte before `offset` of the normalized text.
  func originalEnd(of offset: Int) -> Int {
    let distance = offset - Int(normalized)
    if kind == .verbatim { return Int(original) + distance }
    let units = (distance + Int(normalizedUnit) - 1) / Int(normalizedUnit)
    return Int(original) + units * Int(originalUnit)
  }

  /// Where the byte at `offset` of the original begins in the normalized text.
  func normalizedStart(of offset: Int) -> Int {
    let distance = offset - Int(original)
    if kind == .verbatim { return Int(normalized) + distance }
    if originalUnit == 0 { return Int(normalized) }
    return Int(normalized) + distance / Int(originalUnit) * Int(normalizedUnit)
  }
}
