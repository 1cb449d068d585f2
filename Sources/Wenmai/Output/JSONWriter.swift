/// Writes JSON into bytes, without building a tree first.
///
/// Commas come of themselves; keys and braces are the caller's: what is opened must be closed.
package struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var needsComma = false

  /// - Parameter capacity: the bytes there is room for at first.
  package init(capacity: Int = 512) { buffer = ByteBuffer(capacity: capacity) }

  /// Writes into memory that is used again.
  init(in room: ByteRoom) { buffer = ByteBuffer(in: room) }

  /// What was written.
  package var bytes: [UInt8] { Array(buffer.bytes) }

  /// Appends what was written to `out`.
  package func append(to out: inout [UInt8]) { out.append(contentsOf: buffer.bytes) }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The name of the member whose value comes next; ASCII that needs no escape.
  ///
  /// Inlined, because the bytes of a literal are then stored without being looped over: a third of all output is names.
  @inline(__always)
  package mutating func key(_ name: StaticString) {
    let room = value(atMost: name.utf8CodeUnitCount + 3)
    let end = Self.quoted(name, room)
    room[end] = UInt8(ascii: ":")
    buffer.advance(by: end + 1)
    needsComma = false
  }

  package mutating func string(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { string($0) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { string($0) } }
  }

  /// A string of valid UTF-8.
  package mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    let room = value(atMost: JSONEscapes.longest * utf8.count + 2)
    buffer.advance(by: JSONEscapes.write(utf8, room))
  }

  package mutating func number(_ value: Int) {
    let room = self.value(atMost: Self.longestNumber)
    buffer.advance(by: Self.digits(value, room))
  }

  /// A number without a needless fraction; null for what JSON has no number for.
  package mutating func number(_ value: Double) {
    // Whole numbers are exact up to 2^53; beyond it the shortest form tells more honestly what is known.
    if value == value.rounded(), abs(value) < 0x1p53 { return number(Int(value)) }
    guard value.isFinite else { return null() }
    raw(Array("\(value)".utf8))
  }

  /// A share or a probability, with four decimals at most, as it would be written without knowing their number.
  package mutating func share(_ value: Double) {
    let parts = (value * 10_000).rounded()
    guard parts >= 1, parts < 10_000 else { return number(parts / 10_000) }
    let room = self.value(atMost: 6)
    room[0] = UInt8(ascii: "0")
    room[1] = UInt8(ascii: ".")
    var rest = Int(parts)
    var power = 1_000
    var end = 2
    while rest > 0 {
      room[end] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / power)
      rest %= power
      power /= 10
      end += 1
    }
    buffer.advance(by: end)
  }

  /// The name of a result: a letter and its number.
  package mutating func id(_ letter: StaticString, _ number: Int) {
    let room = value(atMost: letter.utf8CodeUnitCount + 2 + Self.longestNumber)
    var end = Self.quoted(letter, room) - 1
    end += Self.digits(number, room + end)
    room[end] = UInt8(ascii: "\"")
    buffer.advance(by: end + 1)
  }

  package mutating func bool(_ value: Bool) { if value { literal("true") } else { literal("false") } }
  package mutating func null() { literal("null") }

  /// A value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    json.withUnsafeBufferPointer { buffer.append($0) }
    needsComma = true
  }

  /// Ends a record of JSON Lines.
  package mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  @inline(__always)
  private mutating func literal(_ text: StaticString) {
    value(atMost: text.utf8CodeUnitCount).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    buffer.advance(by: text.utf8CodeUnitCount)
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    buffer.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    buffer.append(byte)
    needsComma = true
  }

  private mutating func separate() { if needsComma { buffer.append(UInt8(ascii: ",")) } }

  /// Where a value of at most `limit` bytes goes, behind the comma that it needs.
  @inline(__always)
  private mutating func value(atMost limit: Int) -> UnsafeMutablePointer<UInt8> {
    let room = buffer.room(for: limit + 1)
    room[0] = UInt8(ascii: ",")
    let comma = needsComma ? 1 : 0
    buffer.advance(by: comma)
    needsComma = true
    return room + comma
  }

  /// The digits of the least integer, and its sign.
  private static let longestNumber = 20

  private static func digits(_ value: Int, _ room: UnsafeMutablePointer<UInt8>) -> Int {
    if 0..<100_000_000 ~= value {
      // Offsets and counts, nearly all numbers: up to eight digits in one word, the first one lowest.
      var word: UInt64 = 0
      var count = 0
      var rest = UInt32(truncatingIfNeeded: value)
      repeat {
        word = word &<< 8 | UInt64(UInt8(ascii: "0")) | UInt64(rest % 10)
        rest /= 10
        count &+= 1
      } while rest > 0
      UnsafeMutableRawPointer(room).storeBytes(of: word.littleEndian, as: UInt64.self)
      return count
    }
    var count = 1
    var rest = value.magnitude
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    var start = 0
    if value < 0 {
      room[0] = UInt8(ascii: "-")
      start = 1
    }
    rest = value.magnitude
    for index in stride(from: start + count - 1, through: start, by: -1) {
      room[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return start + count
  }

  @inline(__always)
  private static func quoted(_ name: StaticString, _ room: UnsafeMutablePointer<UInt8>) -> Int {
    let count = name.utf8CodeUnitCount
    room[0] = UInt8(ascii: "\"")
    (room + 1).update(from: name.utf8Start, count: count)
    room[count + 1] = UInt8(ascii: "\"")
    return count + 2
  }
}
