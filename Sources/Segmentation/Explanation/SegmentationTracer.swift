import Lexicon

/// Cuts texts as a segmenter does and keeps why. Slow beside it: for people who ask.
///
/// Modes `search` and `full` are explained by the cut of `fast` that they are made of.
package final class SegmentationTracer {
  private let worker: SegmentationWorker
  private let stretch = Stretch()
  private let names: FeatureText

  package init(_ segmenter: Segmenter) {
    let isFast = segmenter.mode == .search || segmenter.mode == .full
    worker = (isFast ? Segmenter(lexicon: segmenter.lexicon, mode: .fast) : segmenter).makeWorker()
    names = FeatureText(segmenter.lexicon)
  }

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - word: a word to look for, in every place where it stands.
  /// - Complexity: O(*n*) in the number of bytes; memory too, some hundred bytes for each.
  package func trace(_ text: [UInt8], whyNot word: String? = nil) -> SegmentationTrace {
    let lexicon = worker.segmenter.lexicon
    var trace = SegmentationTrace()
    if worker.segmenter.mode == .icu {
      trace.cuts = worker.tokens(in: text).map { token in
        .init(
          range: token.range, kind: token.kind, word: token.word(in: lexicon) ?? .none,
          decision: token.kind == .user ? .user : .icu)
      }
      return trace
    }
    let wanted = (word ?? "").unicodeScalars.map { lexicon.fold($0.value) }
      .filter { !lexicon.characterClass(of: $0).isAttached }
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let count = min(bytes.count, Int(UInt32.max))
      var start = 0
      var before = Symbol.edge
      while start < count {
        let window = WindowTrace(worker, base, start, count, stretch: stretch, names: names, before: &before)
        trace.cuts += window.cuts()
        if !wanted.isEmpty { trace.refusals += window.refusals(of: wanted, base, count) }
        start = Int(worker.window.offsets[worker.window.limit])
      }
    }
    trace.joinSpaces()
    return trace
  }
}

extension SegmentationTrace {
  /// Runs of white space are one token, as segmentation gives them.
  fileprivate mutating func joinSpaces() {
    var joined: [Cut] = []
    for cut in cuts {
      if cut.kind == .space || cut.kind == .lineBreak, let last = joined.last, last.kind == cut.kind {
        joined[joined.count - 1].range = last.range.lowerBound..<cut.range.upperBound
      } else {
        joined.append(cut)
      }
    }
    cuts = joined
  }
}
