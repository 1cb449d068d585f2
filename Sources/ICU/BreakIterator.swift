import ICUShim

/// ICU's boundaries between words or sentences in UTF-8 text, read in place.
///
/// ```swift
/// let words = try BreakIterator(.words)
/// try words.forEachSegment(in: utf8) { range, status in … }
/// ```
/// Opening one costs about as much as breaking a page of text, so keep it: it serves any number of texts, one after the
/// other. An iterator has a state and is not shared between tasks; each task opens its own.
package final class BreakIterator {
  package enum Kind: Int32, Sendable {
    case words = 0
    case sentences = 1
  }

  package let kind: Kind
  private let breaks: OpaquePointer

  /// Opens ICU's rules for `locale`; Chinese text uses ICU's dictionary for words under every locale.
  package init(_ kind: Kind, locale: String = "zh") throws(ICUError) {
    self.kind = kind
    let opened = try checked("open break iterator for \(locale)") { icushim_breaks_open(kind.rawValue, locale, &$0) }
    guard let opened else {
      throw ICUError(status: ICUError.illegalArgument, operation: "open break iterator for \(locale)")
    }
    breaks = opened
  }

  deinit { icushim_breaks_close(breaks) }

  /// Calls `body` with each segment, in order: together they tile the text.
  ///
  /// - Parameter text: UTF-8, at most 2 GiB. Invalid bytes are taken for U+FFFD, as ICU does.
  /// - Throws: `ICUError` when ICU refuses the text, as it does above its limit.
  /// - Complexity: O(n): words at 10 to 20 MB/s, sentences at 200.
  package func forEachSegment(
    in text: UnsafeBufferPointer<UInt8>, _ body: (_ range: Range<Int>, _ status: WordStatus) -> Void
  ) throws(ICUError) {
    guard let base = text.baseAddress, !text.isEmpty else { return }
    guard let count = Int32(exactly: text.count) else {
      throw ICUError(status: ICUError.illegalArgument, operation: "break \(text.count) bytes at once")
    }
    let characters = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    _ = try checked("break text") { icushim_breaks_set_text(breaks, characters, count, &$0) }
    // The iterator holds a pointer into `text` until it is set to the next one, but reads through it only in `next`,
    // which nobody else can call.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * Self.batch) { buffer in
      guard let offsets = buffer.baseAddress else { return }
      let rules = offsets + Self.batch
      var lower = 0
      while true {
        let found = Int(icushim_breaks_next(breaks, offsets, rules, Int32(Self.batch)))
        for index in 0..<found {
          let upper = Int(offsets[index])
          body(lower..<upper, WordStatus(rule: rules[index]))
          lower = upper
        }
        if found < Self.batch { return }
      }
    }
  }

  /// The ends of the segments of `text`, in order.
  package func boundaries(in text: [UInt8]) throws(ICUError) -> [Int] {
    var ends: [Int] = []
    var failure: ICUError?
    text.withUnsafeBufferPointer { buffer in
      do throws(ICUError) {
        try forEachSegment(in: buffer) { range, _ in ends.append(range.upperBound) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return ends
  }

  /// Boundaries fetched by one call into C: enough to make the call's cost vanish.
  private static let batch = 64
}
