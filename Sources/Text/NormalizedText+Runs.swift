extension NormalizedText {
  /// The run that holds the normalized byte at `offset`; the last one at the end. There is at least one.
  func run(at offset: Int, from hint: Int) -> Int {
    var low = 0
    var high = runs.count
    if hint < runs.count, Int(runs[hint].normalized) <= offset {
      low = hint
      // Neighbours first: ranges come in order.
      for index in hint..<min(hint + 4, runs.count) where normalizedEnd(of: index) > offset { return index }
    }
    // The first run that begins after `offset`, less one.
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].normalized) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Where a run ends in the normalized text.
  func normalizedEnd(of index: Int) -> Int {
    index + 1 < runs.count ? Int(runs[index + 1].normalized) : bytes.count
  }

  /// Where a run ends in the original.
  func originalEnd(of index: Int) -> Int { runs[index].originalEnd(of: normalizedEnd(of: index)) }

  /// The characters of `range` as the original has them, without what is not read between them: a name that a line break
  /// cuts comes back in one piece, in its own, perhaps traditional, characters.
  ///
  /// Where a piece has a replacement, that is given: `&`, not `&amp;`.
  package func text(_ range: Range<Int>) -> String {
    precondition(0 <= range.lowerBound && range.upperBound <= bytes.count, "a range lies in the text")
    if range.isEmpty { return "" }
    var lower = range.lowerBound
    while bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = range.upperBound
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }

    var index = run(at: lower, from: 0)
    if runs[index].kind == .verbatim, upper <= normalizedEnd(of: index) {
      let place = runs[index].originalStart(of: lower)
      return original.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[place..<place + upper - lower]), as: UTF8.self)
      }
    }
    var result: [UInt8] = []
    while index < runs.count, Int(runs[index].normalized) < upper {
      let run = runs[index]
      let start = run.originalStart(of: max(lower, Int(run.normalized)))
      if run.kind == .replacement {
        result.append(contentsOf: replacement(at: Int(run.original), length: Int(run.originalUnit)))
      } else {
        result.append(contentsOf: original[start..<run.originalEnd(of: min(upper, normalizedEnd(of: index)))])
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The characters of `range` as the original has them, and where they stand: ``text(_:)`` and ``span(_:)`` in one.
  package func excerpt(_ range: Range<Int>) -> (text: String, span: Span) {
    let span = span(range)
    // Runs of one kind after the other: what is as long in both texts and lies in the only one is the same in both.
    guard runs.count == 1, runs[0].kind == .verbatim, span.count == range.count else { return (text(range), span) }
    return original.withUnsafeBufferPointer {
      (String(decoding: UnsafeBufferPointer(rebasing: $0[span.lower..<span.upper]), as: UTF8.self), span)
    }
  }

  /// What the replaced piece at that place is read as.
  private func replacement(at offset: Int, length: Int) -> [UInt8] {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    // Pieces may begin at one place when one of them is an insertion of length 0.
    for piece in pieces[low...] where piece.replacement != nil && piece.span.count == length {
      return piece.replacement ?? []
    }
    return []
  }
}
