internal import ICU

/// Turns bytes into text: finds the encoding, and gives UTF-8 and a report of what was broken.
///
/// ```swift
/// let text = TextDecoder.decode(bytes)                  // the encoding is found
/// let page = TextDecoder.decode(bytes, as: .gb18030)    // or given
/// ```
/// Never fails: each sequence of bytes that means nothing becomes one U+FFFD, is counted, and reported with its place.
/// A byte order mark is removed. Spans count in the decoded text. (Not `Decoder`, which is the standard library's.)
package enum TextDecoder {
  /// The text of `bytes`.
  ///
  /// Valid UTF-8 is only looked through, and the array itself becomes the text.
  /// - Parameter encoding: nil to find it (``detect(_:)``).
  /// - Complexity: O(n).
  package static func decode(_ bytes: consuming [UInt8], as encoding: TextEncoding? = nil) -> DecodedText {
    let (encoding, valid) = bytes.withUnsafeBufferPointer { buffer in
      guard let encoding else { return EncodingGuess.guess(buffer) }
      switch encoding {
      case .utf8: return (encoding, UTF8Scan.firstInvalid(in: buffer) == buffer.count)
      case .utf16LittleEndian, .utf16BigEndian: return (byteOrder(of: buffer) ?? encoding, false)
      case .gb18030, .big5: return (encoding, false)
      }
    }
    let mark = encoding.byteOrderMark
    let skipped = !mark.isEmpty && bytes.starts(with: mark) ? mark.count : 0
    if valid {
      if skipped > 0 { bytes.removeFirst(skipped) }
      return DecodedText(utf8: bytes, encoding: encoding)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[skipped...])
      return encoding == .utf8 ? repair(text, skipped: skipped) : convert(text, skipped: skipped, from: encoding)
    }
  }

  /// The encoding of a text that begins with `bytes`: by byte order mark, else by the looks of the bytes.
  ///
  /// Made for the reader of a stream, which gives its first kilobytes and decodes each part with the answer.
  package static func detect(_ bytes: [UInt8]) -> TextEncoding {
    bytes.withUnsafeBufferPointer { EncodingGuess.guess($0).encoding }
  }

  /// What a byte order mark says of UTF-16; it knows better than the one who named the encoding.
  private static func byteOrder(of bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    [TextEncoding.utf16LittleEndian, .utf16BigEndian].first { bytes.starts(with: $0.byteOrderMark) }
  }

  /// UTF-8 with U+FFFD in place of what is invalid.
  private static func repair(_ bytes: UnsafeBufferPointer<UInt8>, skipped: Int) -> DecodedText {
    var text = DecodedText(utf8: [], encoding: .utf8)
    text.utf8.reserveCapacity(bytes.count + bytes.count / 16)
    var i = 0
    while i < bytes.count {
      let invalid = UTF8Scan.firstInvalid(in: bytes, from: i)
      text.utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[i..<invalid]))
      i = invalid
      // A run of broken bytes is walked through here, not by a new scan for each.
      while i < bytes.count {
        let length = UTF8Scan.sequenceLength(in: bytes, at: i)
        if length > 0 { break }
        text.broken.note(input: skipped + i, decoded: text.utf8.count)
        text.utf8.append(contentsOf: replacement)
        i -= length
      }
    }
    return text
  }

  /// Other encodings, by ICU.
  private static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, skipped: Int, from encoding: TextEncoding
  ) -> DecodedText {
    var text = DecodedText(utf8: [], encoding: encoding)
    do throws(ICUError) {
      // Two bytes of these encodings are mostly three of UTF-8.
      text.utf8.reserveCapacity(bytes.count + bytes.count / 2)
      let converter = try Converter(encoding: encoding.converter)
      try converter.convert(bytes, into: &text.utf8) { text.broken.note(input: skipped + $0, decoded: $1) }
      return text
    } catch {
      // An ICU built without this converter: what is not UTF-8 is reported as broken, and the caller still has a text.
      return repair(bytes, skipped: skipped)
    }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
