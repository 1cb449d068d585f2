import ICUShim

/// Turns bytes in a named encoding into UTF-8, and tells where they mean nothing.
///
/// A converter has a state and is not shared between tasks.
package final class Converter {
  /// The name it was opened with.
  package let encoding: String
  private let converter: OpaquePointer

  /// - Throws: `ICUError` (`U_FILE_ACCESS_ERROR`) when ICU does not know the encoding.
  package init(encoding: String) throws(ICUError) {
    self.encoding = encoding
    let opened = try checked("open converter \"\(encoding)\"") { icushim_converter_open(encoding, &$0) }
    guard let opened else {
      throw ICUError(status: ICUError.illegalArgument, operation: "open converter \"\(encoding)\"")
    }
    converter = opened
  }

  deinit { icushim_converter_close(converter) }

  /// Appends the text of `bytes` to `utf8`, with U+FFFD for each broken sequence.
  ///
  /// - Parameter broken: called with the offset of each broken sequence in `bytes`, and the offset of its U+FFFD in
  ///   `utf8`.
  /// - Complexity: O(n); a few kilobytes of memory beside the result.
  package func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, into utf8: inout [UInt8], broken: (_ input: Int, _ output: Int) -> Void
  ) throws(ICUError) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    let characters = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    icushim_converter_reset(converter)
    var writer = UTF8Writer()
    let text = UnsafeMutablePointer<UInt8>.allocate(capacity: 3 * Self.chunk + 3)
    defer { text.deallocate() }
    var failure: ICUError?
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Self.chunk) { buffer in
      guard let units = buffer.baseAddress else { return }
      var consumed: Int64 = 0
      while true {
        var invalid: Int32 = 0
        var full: Int32 = 0
        var status: Int32 = 0
        let count = icushim_converter_run(
          converter, characters, Int64(bytes.count), &consumed, units, Int32(Self.chunk), &invalid, &full, &status)
        if status > 0 {
          failure = ICUError(status: status, operation: "convert from \(encoding)")
          return
        }
        let written = writer.write(UnsafeBufferPointer(start: units, count: Int(count)), to: text)
        utf8.append(contentsOf: UnsafeBufferPointer(start: text, count: written))
        if invalid > 0 {
          broken(max(0, Int(consumed) - Int(invalid)), utf8.count)
          utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])  // U+FFFD
        } else if full == 0 {
          return
        }
      }
    }
    if let failure { throw failure }
  }

  /// UTF-16 units converted at a time; they stay in the first level cache.
  private static let chunk = 4096
}
