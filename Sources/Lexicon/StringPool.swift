/// The distinct strings of a compiled dictionary, read in place.
struct StringPool: @unchecked Sendable {
  private let offsets: UnsafeBufferPointer<UInt32>
  private let bytes: UnsafeBufferPointer<UInt8>

  init(offsets: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt8>) {
    self.offsets = offsets
    self.bytes = bytes
  }

  /// The string of that number; empty if there is none, so that damaged files harm nobody.
  subscript(_ index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  /// The bytes of the string of that number; valid as long as the dictionary.
  func utf8(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard index >= 0, index < offsets.count - 1 else { return none }
    let start = Int(UInt32(littleEndian: offsets[index]))
    let end = Int(UInt32(littleEndian: offsets[index + 1]))
    guard start <= end, end <= bytes.count else { return none }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
