import Lexicon

extension SegmentationWorker {
  /// By code the folded scalar; 0 for codes of other than ordinary Han characters, of which some stand for several scalars.
  /// Characters that fold alike have one code, so the text itself needs not be read again.
  ///
  /// - Complexity: O(characters of the basic plane) for the first text, O(1) for the others.
  func foldedCharacters() -> UnsafePointer<UInt32> {
    if let foldedByCode { return UnsafePointer(foldedByCode) }
    let trie = window.trie
    let characters = window.lexicon.characterTable
    let scalars = UnsafeMutablePointer<UInt32>.allocate(capacity: trie.codeCount)
    scalars.initialize(repeating: 0, count: trie.codeCount)
    // The unified ideographs: others are read from the text.
    for scalar in UInt32(0x4E00)...0x9FFF {
      let code = trie.codes[Int(scalar)]
      if code >= CharacterCode.firstPlain, let folded = characters.fold(scalar) { scalars[Int(code)] = folded }
    }
    foldedByCode = scalars
    return UnsafePointer(scalars)
  }
}
