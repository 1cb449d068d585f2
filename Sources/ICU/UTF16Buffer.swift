import ICUShim

/// Collects the UTF-16 text that `call` writes, with a second call when the first guess of its length was too small.
func utf16Text(
  capacity: Int, _ operation: @autoclosure () -> String,
  _ call: (UnsafeMutablePointer<UInt16>, Int32, inout Int32) -> Int32
) throws(ICUError) -> String {
  var capacity = max(capacity, 1)
  var status: Int32 = 0
  for _ in 0..<2 {
    status = 0
    var length = 0
    let units = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      length = Int(call(base, Int32(clamping: buffer.count), &status))
      count = status <= 0 ? min(length, buffer.count) : 0
    }
    if status <= 0 { return String(decoding: units, as: UTF16.self) }
    guard status == icushim_buffer_overflow() else { break }
    capacity = length + 1
  }
  throw ICUError(status: status, operation: operation())
}
