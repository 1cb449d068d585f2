package import Lexicon

/// Tags as one asks for them: who reads a few words of a sentence pays for these and for those that they depend on.
extension TaggingWorker {
  /// Cuts `range` of `bytes` into words; their tags are decided when they are asked for, so that who reads a few words of
  /// a sentence pays for these and for the words that their tags depend on.
  ///
  /// - Returns: the tokens, which stay until the next text.
  /// - Complexity: O(*n*) in the number of bytes.
  package func open(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<Token> {
    begin()
    worker.segment(bytes, range) { take($0, bytes) }
    return opened()
  }

  /// The same for a text that was cut into words before.
  ///
  /// - Parameters:
  ///   - words: all its tokens, those of ``open(_:_:)``.
  ///   - bytes: what their offsets count in.
  package func open(
    _ words: UnsafeBufferPointer<Token>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<Token> {
    begin()
    take(words, bytes)
    return opened()
  }

  private func opened() -> UnsafeBufferPointer<Token> {
    addEdge()
    openUnits.update(repeating: -1, count: tokenCount)
    isOpen.update(repeating: 0, count: unitCount)
    for index in 0..<openCount {
      let unit = open[index]
      openUnits[Int(places[Int(unit)])] = unit
      isOpen[Int(unit)] = 1
    }
    return UnsafeBufferPointer(start: tokens, count: tokenCount)
  }

  /// The tag of a token of the text opened last, the same that ``segment(_:_:_:)`` gives it.
  ///
  /// - Complexity: O(1) over all tokens of a text: no tag is decided twice.
  package func tag(ofToken index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> TagID {
    let unit = Int(openUnits[index])
    guard unit >= 0, isOpen[unit] != 0 else { return tags[index] }
    // A tag depends on the two before it.
    var next = unit
    while isOpen[next - 1] | isOpen[next - 2] != 0 { next -= 1 }
    // What the others look up is on its way while the first is decided.
    for other in next + 1..<min(next + Self.ahead, unit) + 1 where isOpen[other] != 0 { prefetch(other) }
    while next <= unit {
      if next + Self.ahead < unit, isOpen[next + Self.ahead + 1] != 0 { prefetch(next + Self.ahead + 1) }
      if isOpen[next] != 0 { decide(next, bytes) }
      next += 1
    }
    return tags[index]
  }

  private func prefetch(_ unit: Int) {
    model?.prefetch(units + unit, tag: unitTags[unit - 1], tagBefore: unitTags[unit - 2])
  }

  private func decide(_ unit: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    isOpen[unit] = 0
    guard let model else { return }
    let trie = tagger.lexicon.trie
    let place = Int(places[unit])
    let tag = model.bestTag(units + unit, tag: unitTags[unit - 1], tagBefore: unitTags[unit - 2], scores, found) {
      TagForm(tokens[place], in: bytes, trie)
    }
    unitTags[unit] = tag
    tags[place] = TagID(raw: tag)
  }
}
