extension SegmentationWorker {
  /// Cuts the text that was analyzed last into words, those that ``segment(_:_:_:)`` gives for it in the modes `fast` and
  /// `precise`: what the window holds of it needs not be read again.
  ///
  /// - Parameters:
  ///   - bytes: the same as then.
  ///   - body: is given the tokens in the order of the text; the buffer is valid during the call only.
  /// - Returns: whether it could: not in the other modes, nor if the text took more than a window. The words of a text can
  ///   be had once.
  /// - Complexity: O(*n*) in the number of bytes.
  package func segmentAnalyzed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) -> Bool {
    guard holdsAnalyzedText, segmenter.mode == .precise || segmenter.mode == .fast, let base = bytes.baseAddress else {
      return false
    }
    holdsAnalyzedText = false
    if let model = segmenter.model, let stretch {
      window.noteWords()
      var before = Symbol.edge
      model.refine(window, stretch, before: &before)
    }
    emit(base, body)
    flush(body)
    return true
  }

  /// Notes whether the window holds the whole of `range`, which was analyzed.
  func noteAnalyzed(_ range: Range<Int>) {
    holdsAnalyzedText =
      !range.isEmpty && Int(window.offsets[0]) == range.lowerBound && window.limit == window.count
      && Int(window.offsets[window.limit]) == range.upperBound && !window.isCutAnywhere && !window.wordsCrossLimit
  }
}
