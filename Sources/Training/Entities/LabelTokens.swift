/// The words of a tagged sentence with their places in Unicode scalars.
struct LabelTokens {
  let words: [String]
  let tags: [String]
  /// Where each word begins, and at last where the text ends.
  let offsets: [Int]

  init(_ sentence: TaggedText.Sentence) {
    words = sentence.words
    tags = sentence.tags
    var offsets = [0]
    for word in words { offsets.append(offsets[offsets.count - 1] + word.unicodeScalars.count) }
    self.offsets = offsets
  }

  var count: Int { words.count }

  /// The scalars of some tokens.
  func scalars(_ tokens: Range<Int>) -> Range<Int> { offsets[tokens.lowerBound]..<offsets[tokens.upperBound] }

  func text(_ tokens: Range<Int>) -> String { words[tokens].joined() }

  /// The tokens that cover exactly these scalars; nil if an end stands inside a word.
  func tokens(_ scalars: Range<Int>) -> Range<Int>? {
    guard let first = index(of: scalars.lowerBound), let last = index(of: scalars.upperBound), first < last else {
      return nil
    }
    return first..<last
  }

  private func index(of offset: Int) -> Int? {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset ? low : nil
  }
}
