import ICUShim

/// Guesses the encoding of bytes by ICU's statistics of frequent characters.
package enum EncodingDetector {
  /// One guess.
  package struct Match: Sendable, Equatable {
    /// ICU's name: `GB18030`.
    package let encoding: String
    /// From 0 to 100.
    package let confidence: Int
  }

  /// The guesses for `bytes`, best first.
  ///
  /// About twenty Chinese characters suffice to tell GB18030 from Big5; UTF-16 without byte order mark is not found.
  /// - Complexity: O(n) with a large factor: give it the first kilobytes only.
  package static func matches(for bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) -> [Match] {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    let characters = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    let count = Int32(clamping: bytes.count)
    return try checked("detect an encoding") { status in
      withUnsafeTemporaryAllocation(of: ICUShimCharset.self, capacity: capacity) { results in
        guard let first = results.baseAddress else { return [] }
        let found = icushim_detect(characters, count, first, Int32(capacity), &status)
        return results.prefix(Int(found)).map { result in
          let name = withUnsafeBytes(of: result.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
          return Match(encoding: name, confidence: Int(result.confidence))
        }
      }
    }
  }

  /// ICU knows some thirty encodings; those behind the tenth place are noise.
  private static let capacity = 10
}
