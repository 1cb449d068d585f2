/// The distinct strings of a compiled dictionary, read in place.
struct StringPool: @unchecked Sendable {
  private let offsets: UnsafeBufferPointer<UInt32>
  private let bytes: UnsafeBufferPointer<UInt8>

  init(offsets: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt8>) {
    self.offsets = offsets
    self.bytes = bytes
  }

  /// The string of that number; empty if there is none, so that damaged files harm nobody.
  subscript(_ index: Int) -> String {
    guard index >= 0, index < offsets.count - 1 else { return "" }
    let start = Int(UInt32(littleEndian: offsets[index]))
    let end = Int(UInt32(littleEndian: offsets[index + 1]))
    guard start <= end, end <= bytes.count else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }
}
