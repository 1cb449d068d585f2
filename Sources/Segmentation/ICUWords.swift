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
      batch.removeAll(keepingCapacity: true)
      let end: Int
      if segmenter.lexicon.user != nil, let base = bytes.baseAddress {
        // The window ends where no user's word is cut.
        prepare(base, start, range.upperBound)
        end = Int(window.offsets[window.limit])
        addWordsAndUserWords(bytes, start..<end, to: &batch)
      } else {
        end = Self.pieceEnd(bytes, start, range.upperBound)
        addWords(bytes, start..<end, to: &batch)
      }
      batch.withUnsafeBufferPointer(body)
      start = end
    }
  }

  /// Cuts the user's forced words out before ICU sees the rest. ICU knows no costs: a preferred word holds where it joins
  /// words of ICU's without cutting one, the leftmost first, then the longest.
  private func addWordsAndUserWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>, to batch: inout [Token]
  ) {
    var start = piece.lowerBound
    for span in window.userSpans where span.start < window.limit {
      addWords(bytes, start..<Int(window.offsets[span.start]), to: &batch)
      start = Int(window.offsets[span.end])
      batch.append(Self.userToken(window.offsets, span))
    }
    addWords(bytes, start..<piece.upperBound, to: &batch)
    if !window.preferredSpans.isEmpty { joinPreferredWords(&batch) }
  }

  private func joinPreferredWords(_ batch: inout [Token]) {
    let words = batch
    batch.removeAll(keepingCapacity: true)
    var candidates = window.preferredSpans[...]
    var index = 0
    while index < words.count {
      while let span = candidates.first, window.offsets[span.start] < words[index].start { candidates.removeFirst() }
      var next = index + 1
      var token = words[index]
      for span in candidates {
        guard window.offsets[span.start] == token.start else { break }
        // Ends ascend, so the search goes on where the one before ended.
        var last = next
        while last < words.count, words[last - 1].end < window.offsets[span.end] { last += 1 }
        guard words[last - 1].end == window.offsets[span.end] else { continue }
        token = Self.userToken(window.offsets, span)
        next = last
      }
      batch.append(token)
      index = next
    }
  }

  private static func userToken(_ offsets: UnsafePointer<UInt32>, _ span: Window.UserSpan) -> Token {
    Token(start: offsets[span.start], end: offsets[span.end], kind: .user, origin: span.entry)
  }

  private func addWords(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>, to batch: inout [Token]) {
    if piece.isEmpty { return }
    let count = batch.count
    do {
      try icu?.forEachSegment(in: UnsafeBufferPointer(rebasing: bytes[piece])) { segment, status in
        let first = piece.lowerBound + segment.lowerBound
        let kind = kind(bytes, first, piece.upperBound, status)
        Self.append(&batch, first, piece.lowerBound + segment.upperBound, kind)
      }
    } catch {
      batch.removeLast(batch.count - count)
    }
    if batch.count == count { Self.append(&batch, piece.lowerBound, piece.upperBound, .other) }
  }

  private static func append(_ batch: inout [Token], _ start: Int, _ end: Int, _ kind: TokenKind) {
    if kind == .space || kind == .lineBreak, let last = batch.last, last.kind == kind, last.end == start {
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
