import ICU
import Lexicon

/// Cuts texts into words, one after the other, with buffers that it keeps; one task uses it at a time.
///
/// What it gives for a text depends on the text and the segmenter alone, not on the texts before.
package final class SegmentationWorker {
  package let segmenter: Segmenter
  let window: Window
  let stretch: Stretch?
  /// Opened when first needed.
  var icu: BreakIterator?
  let tokens: UnsafeMutablePointer<Token>
  var tokenCount = 0
  /// The edges of a window on their way into a lattice.
  var edges: UnsafeMutablePointer<SentenceLattice.Edge>
  var edgeRoom = 0
  /// What characters are once they are folded, by their codes: see ``foldedCharacters()``.
  var foldedByCode: UnsafeMutablePointer<UInt32>?
  /// In mode `full`: where the longer words that were given end, as a byte offset.
  var coveredEnd = 0
  /// Whether the window holds the whole text that was analyzed last, by its best path.
  var holdsAnalyzedText = false
  /// Words inside words may be more than positions: the buffer is handed out when it is this full.
  static let tokenCapacity = 2 * Window.capacity

  init(_ segmenter: Segmenter) {
    self.segmenter = segmenter
    window = Window(segmenter.lexicon)
    stretch = segmenter.model == nil ? nil : Stretch()
    tokens = .allocate(capacity: Self.tokenCapacity)
    edges = .allocate(capacity: 0)
  }

  deinit {
    tokens.deallocate()
    edges.deallocate()
    foldedByCode?.deallocate()
  }

  /// Segments `range` of `bytes` and hands the tokens out in batches of a few thousand.
  ///
  /// The tokens of all batches, joined, give the text back; white space and line breaks are tokens too. Memory does not
  /// grow with the text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, less than 4 GiB.
  ///   - body: is given tokens in the order of the text; the buffer is valid during the call only.
  /// - Complexity: O(*n*) in the number of bytes.
  package func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    let range = range.clamped(to: 0..<min(bytes.count, Int(UInt32.max)))
    if segmenter.mode == .icu {
      segmentByICU(bytes, range, body)
      return
    }
    let model = segmenter.model
    var start = range.lowerBound
    coveredEnd = 0
    holdsAnalyzedText = false
    var before = Symbol.edge
    while start < range.upperBound {
      prepare(
        base, start, range.upperBound, notesWords: model != nil,
        refine: { window in
          if let model, let stretch { model.refine(window, stretch, before: &before) }
        })
      if segmenter.mode == .full { emitEveryWord(base, range.upperBound, body) } else { emit(base, body) }
      start = Int(window.offsets[window.limit])
    }
    flush(body)
  }

  /// All tokens of `text`; offsets count in its UTF-8.
  package func tokens(in text: [UInt8]) -> [Token] {
    var result: [Token] = []
    text.withUnsafeBufferPointer { bytes in segment(bytes, 0..<bytes.count) { result += $0 } }
    return result
  }

  /// Fills the window from `start` and finds the best path through it, which `refine` may change.
  ///
  /// - Parameter notesWords: also note the words that features of the model see.
  func prepare(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, notesWords: Bool = false, beforeUserWords: () -> Void = {},
    refine: (Window) -> Void = { _ in }
  ) {
    window.fill(base, start, end)
    if segmenter.lexicon.user == nil {
      // What is looked up here lies near for those who walk through the trie again.
      window.lookUpWords()
      beforeUserWords()
    } else {
      beforeUserWords()
      window.holdUserWords(base, end)
      window.lookUpWords()
    }
    if notesWords { window.noteWords() }
    window.findBestPath()
    refine(window)
    window.settleLimit()
    if segmenter.mode == .search || segmenter.mode == .full { window.restoreCodes(base, end) }
  }

  func flush(_ body: (UnsafeBufferPointer<Token>) -> Void) {
    if tokenCount > 0 { body(UnsafeBufferPointer(start: tokens, count: tokenCount)) }
    tokenCount = 0
  }

  func emit(_ base: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<Token>) -> Void) {
    let window = window
    let offsets = window.offsets
    let best = window.tokens
    let mayInventWords = segmenter.model != nil
    let findsParts = segmenter.mode == .search
    // Room for a window; a run of spaces may go on in the next one, so the last token stays until then.
    if tokenCount + window.limit > Self.tokenCapacity { flush(body) }
    var i = 0
    while i < window.limit {
      if !findsParts {
        i = mayInventWords ? emitPlain(from: i, isRefined: true) : emitPlain(from: i, isRefined: false)
        if i >= window.limit { return }
      }
      let entry = best[i]
      let next = i &+ Int(entry & 0xFFF)
      let (kind, origin) = mayInventWords ? window.describe(i, next, entry) : window.describeKnown(i, entry)
      let token = Token(start: offsets[i], end: offsets[next], kind: kind, origin: origin)
      if kind.isWhiteSpace, tokenCount > 0, tokens[tokenCount &- 1].kind == kind,
        tokens[tokenCount &- 1].end == token.start
      {
        tokens[tokenCount &- 1].end = token.end
      } else {
        tokens[tokenCount] = token
        tokenCount &+= 1
        if findsParts, next &- i > 2, kind == .word || kind == .user { addParts(base, i, next, body) }
      }
      i = next
    }
  }

  /// Adds the tokens from position `start` on, up to one that needs a closer look: white space or a user's word. A small
  /// loop for what most tokens are, in registers.
  ///
  /// - Parameter isRefined: whether the model may have changed what the best path left; a constant, so that the loop is
  ///   compiled for each case.
  /// - Returns: the position behind them.
  @inline(__always)
  private func emitPlain(from start: Int, isRefined: Bool) -> Int {
    let window = window
    let offsets = window.offsets
    let best = window.tokens
    let limit = window.limit
    let tokens = tokens
    var count = tokenCount
    var i = start
    while i < limit {
      let entry = best[i]
      if entry >> 12 == TokenKind.user.rawValue { break }
      let next = i &+ Int(entry & 0xFFF)
      let (kind, origin) = isRefined ? window.describe(i, next, entry) : window.describeKnown(i, entry)
      if kind.isWhiteSpace { break }
      tokens[count] = Token(start: offsets[i], end: offsets[next], kind: kind, origin: origin)
      count &+= 1
      i = next
    }
    tokenCount = count
    return i
  }
}
