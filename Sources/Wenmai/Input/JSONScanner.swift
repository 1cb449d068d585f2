/// Walks through one JSON value without building a tree.
///
/// Foundation's decoder refuses a record for half a surrogate pair, which real crawls contain, and builds every value;
/// a record needs three members of it. Nothing here recurses, so no nesting is too deep.
package struct JSONScanner {
  package struct Failure: Error, Equatable {
    package let offset: Int
    package let reason: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func failure(_ reason: String) -> Failure { Failure(offset: position, reason: reason) }

  /// The next byte; 0 at the end.
  func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Skips white space and tells where the value begins.
  mutating func valueStart() -> Int {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    return position
  }

  /// Reads an object; `member` is called after each name and reads its value.
  mutating func object(_ member: (String, inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
    try expect("{", "an object expected")
    if next("}") { return }
    repeat {
      _ = valueStart()
      let key = String(decoding: try string(), as: UTF8.self)
      try expect(":", "':' expected")
      try member(key, &self)
    } while next(",")
    try expect("}", "',' or '}' expected")
  }

  /// Nothing but white space may follow.
  mutating func end() throws(Failure) {
    if valueStart() < bytes.count { throw failure("more after the object") }
  }

  /// Reads a string at the position.
  mutating func string() throws(Failure) -> [UInt8] {
    guard peek() == UInt8(ascii: "\"") else { throw failure("a string expected") }
    position += 1
    var result: [UInt8] = []
    while position < bytes.count {
      let start = position
      position = plainEnd(from: start)
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      switch peek() {
      case UInt8(ascii: "\""):
        position += 1
        return result
      case UInt8(ascii: "\\"): try escape(into: &result)
      default: throw failure(position < bytes.count ? "a control character in a string" : "the string does not end")
      }
    }
    throw failure("the string does not end")
  }

  /// Where the bytes from `start` on end that stand for themselves: eight at a time where all of them do.
  private func plainEnd(from start: Int) -> Int {
    var end = start
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while end &+ 8 <= bytes.count, JSONEscapes.isPlain(base.loadUnaligned(fromByteOffset: end, as: UInt64.self)) {
        end &+= 8
      }
    }
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"), bytes[end] >= 0x20 {
      end &+= 1
    }
    return end
  }

  private mutating func escape(into result: inout [UInt8]) throws(Failure) {
    position += 1
    let byte = peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if unit & 0xFC00 == 0xD800, peek() == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let before = position
        position += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
        } else {
          position = before
        }
      }
      result += Array(String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
    default:
      position -= 1
      throw failure("an unknown escape in a string")
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(peek())).hexDigitValue else {
        throw failure("four hexadecimal digits expected")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// Walks over a value of any kind; brackets are counted, numbers and words are taken as they come.
  mutating func skipValue() throws(Failure) {
    _ = valueStart()
    var depth = 0
    repeat {
      _ = valueStart()
      switch peek() {
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}") where depth > 0, UInt8(ascii: "]") where depth > 0:
        depth -= 1
        position += 1
      case UInt8(ascii: ",") where depth > 0, UInt8(ascii: ":") where depth > 0: position += 1
      default:
        let start = position
        while position < bytes.count, Self.isLiteral(bytes[position]) { position += 1 }
        if position == start { throw failure("a value expected") }
      }
    } while depth > 0
  }

  private mutating func skipString() throws(Failure) {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.count else {
      // A backslash at the very end has led one byte too far.
      position = bytes.count
      throw failure("the string does not end")
    }
    position += 1
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "E"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func expect(_ character: Unicode.Scalar, _ reason: String) throws(Failure) {
    if !next(character) { throw failure(reason) }
  }

  private mutating func next(_ character: Unicode.Scalar) -> Bool {
    _ = valueStart()
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }
}
