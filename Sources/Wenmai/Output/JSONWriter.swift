/// Writes JSON into bytes, without building a tree first.
///
/// Commas come of themselves; keys and braces are the caller's: what is opened must be closed.
package struct JSONWriter {
  package var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The name of the member whose value comes next; ASCII that needs no escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { quoted($0) }
    needsComma = true
  }

  /// A string of valid UTF-8.
  package mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    quoted(utf8)
    needsComma = true
  }

  package mutating func number(_ value: Int) {
    separate()
    digits(value)
    needsComma = true
  }

  /// A number without a needless fraction; null for what JSON has no number for.
  package mutating func number(_ value: Double) {
    // Whole numbers are exact up to 2^53; beyond it the shortest form tells more honestly what is known.
    if value == value.rounded(), abs(value) < 0x1p53 { return number(Int(value)) }
    guard value.isFinite else { return null() }
    literal("\(value)")
  }

  /// A share or a probability, with four decimals at most, as it would be written without knowing their number.
  package mutating func share(_ value: Double) {
    let parts = (value * 10_000).rounded()
    guard parts >= 1, parts < 10_000 else { return number(parts / 10_000) }
    separate()
    var rest = Int(parts)
    bytes.append(UInt8(ascii: "0"))
    bytes.append(UInt8(ascii: "."))
    var power = 1_000
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
    needsComma = true
  }

  /// The name of a result: a letter and its number.
  package mutating func id(_ letter: StaticString, _ number: Int) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    letter.withUTF8Buffer { bytes.append(contentsOf: $0) }
    digits(number)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }

  /// A value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
    needsComma = true
  }

  /// Ends a record of JSON Lines.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func separate() { if needsComma { bytes.append(UInt8(ascii: ",")) } }

  private mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var power: UInt = 1
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      escape(byte)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), hex[Int(byte >> 4)], hex[Int(byte & 0xF)]]
    }
  }
}
