import ICU
import Lexicon

extension SegmentationWorker {
  /// ICU's words, batch by batch. Where ICU cannot be opened or refuses the text, each piece is one token, so that the
  /// tokens give the text back all the same.
  func segmentByICU(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {
    if icu == nil { icu = try? BreakIterator(.words) }
    var batch: [Token] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Self.pieceEnd(bytes, start, range.upperBound)
      batch.removeAll(keepingCapacity: true)
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
      do {
        try icu?.forEachSegment(in: piece) { segment, status in
          let first = start + segment.lowerBound
          let kind = kind(bytes, first, range.upperBound, status)
          Self.append(&batch, first, start + segment.upperBound, kind)
        }
      } catch {
        batch.removeAll(keepingCapacity: true)
      }
      if batch.isEmpty { Self.append(&batch, start, end, .other) }
      batch.withUnsafeBufferPointer(body)
      start = end
    }
  }

  private static func append(_ batch: inout [Token], _ start: Int, _ end: Int, _ kind: TokenKind) {
    if kind == .space || kind == .lineBreak, let last = batch.last, last.kind == kind {
      batch[batch.count - 1].end = UInt32(truncatingIfNeeded: end)
      return
    }
    batch.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), kind: kind, origin: 0))
  }

  private func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ status: WordStatus) -> TokenKind {
    switch status {
    case .ideograph: return .word
    case .number: return .number
    case .letter, .kana: return .latin
    case .none:
      guard let base = bytes.baseAddress else { return .other }
      let scalar = Window.scalar(base, start, end).scalar
      return TokenKind(ofCharacter: segmenter.lexicon.characterClass(of: scalar))
    }
  }

  /// Where a piece from `start` ends: behind a line, or else before a scalar, after at most 64 KiB.
  private static func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    let most = start + 65_536
    guard most < limit else { return limit }
    var end = most
    while end > start, bytes[end - 1] != 0x0A { end -= 1 }
    if end > start { return end }
    end = most
    while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end > start ? end : most
  }
}
