internal import ICU

/// Tells GB18030 from Big5.
enum DoubleByteGuess {
  /// The likelier of the two; GB18030 when nothing decides.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    guard let matches = try? EncodingDetector.matches(for: bytes) else { return .gb18030 }
    for match in matches {
      if let encoding = TextEncoding(name: match.encoding), encoding == .gb18030 || encoding == .big5 {
        return encoding
      }
    }
    return .gb18030
  }
}
