import Text

/// A place in an input that is read in parts.
package struct InputPlace: Sendable, Equatable {
  /// Offset in the unit asked for.
  var offset = 0
  /// From 1.
  var line = 1
  /// Scalars before it in its line.
  var column = 0

  /// The place after `text`, which begins here.
  func advanced(over text: UnsafeBufferPointer<UInt8>, unit: OffsetUnit) -> InputPlace {
    var result = self
    var lineStart = 0
    for index in text.indices where text[index] <= 0x0D {
      let isPair = index + 1 < text.count && text[index + 1] == 0x0A
      guard text[index] == 0x0A || text[index] == 0x0D && !isPair else { continue }
      result.line += 1
      result.column = 0
      lineStart = index + 1
    }
    result.offset += OffsetMap.count(text, 0..<text.count, unit)
    result.column += OffsetMap.count(text, lineStart..<text.count, .scalar)
    return result
  }
}

/// Turns spans of a part of an input into positions in the whole.
package struct Positions: Sendable {
  private let origin: InputPlace
  private let offsets: OffsetMap
  private let lines: LineMap?

  /// - Parameter hasLines: whether ``place(_:)`` is going to be asked.
  /// - Complexity: O(n).
  init(utf8: [UInt8], origin: InputPlace, unit: OffsetUnit, hasLines: Bool) {
    self.origin = origin
    offsets = OffsetMap(utf8: utf8, unit: unit)
    lines = hasLines ? LineMap(utf8: utf8) : nil
  }

  /// An offset in the whole input, in the unit asked for.
  func offset(_ utf8Offset: Int) -> Int { origin.offset + offsets.offset(ofUTF8: utf8Offset) }

  /// Where a span begins and ends, in the whole input, in the unit asked for.
  func offsets(_ span: Span) -> (start: Int, end: Int) {
    let (start, end) = offsets.offsets(ofUTF8: span)
    return (origin.offset + start, origin.offset + end)
  }

  /// `line:column`, from 1, the column in scalars.
  func place(_ utf8Offset: Int) -> String {
    guard let lines else { return "" }
    let place = lines.place(ofUTF8: utf8Offset)
    let column = place.line == 1 ? origin.column + place.column : place.column
    return "\(origin.line + place.line - 1):\(column)"
  }
}
