/// Tells the encoding of bytes by their looks.
enum EncodingGuess {
  /// The encoding, and whether the whole is valid UTF-8 (so that nobody looks a second time).
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, valid: Bool) {
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian, .gb18030]
    where bytes.starts(with: encoding.byteOrderMark) {
      return (encoding, false)
    }
    let sample = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, sampleSize)])
    // Latin text in UTF-16 is valid UTF-8 full of zeros, so zeros are asked about before validity.
    if sample.contains(0), let encoding = UTF16Guess.guess(sample) { return (encoding, false) }
    let invalid = UTF8Scan.firstInvalid(in: bytes)
    if invalid == bytes.count { return (.utf8, true) }
    // A sample whose end cuts a character: too little to say that it is not UTF-8.
    let rest = bytes.count - invalid
    if invalid > 0, rest < 4, -UTF8Scan.sequenceLength(in: bytes, at: invalid) == rest { return (.utf8, false) }
    if bytes.starts(with: TextEncoding.utf8.byteOrderMark) || mostlyUTF8(sample, around: invalid) {
      return (.utf8, false)
    }
    if let encoding = UTF16Guess.guess(sample) { return (encoding, false) }
    return (DoubleByteGuess.guess(sample), false)
  }

  /// Whether nine of ten bytes above ASCII belong to UTF-8 characters of three or four bytes: a text with some damage.
  /// In text of the other encodings it is one in ten at most.
  private static func mostlyUTF8(_ sample: UnsafeBufferPointer<UInt8>, around invalid: Int) -> Bool {
    if invalid >= sample.count { return true }
    var whole = 0
    var broken = 0
    var i = 0
    while i < sample.count {
      let length = UTF8Scan.sequenceLength(in: sample, at: i)
      if length >= 3 { whole += length } else if length < 0 { broken -= length }
      i += abs(length)
    }
    return whole >= 9 * broken
  }

  /// What is looked at closely: some twenty thousand characters decide as well as all.
  private static let sampleSize = 65_536
}
