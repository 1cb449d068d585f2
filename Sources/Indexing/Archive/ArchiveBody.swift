import Text

/// What is read of an article below its headline, a line a block, and the way back to the original.
///
/// Broken lines are joined here, so that phrases and snippets run on; each stretch knows where it came from.
struct ArchiveBody: Sendable {
  private(set) var text: [UInt8] = []
  /// Ascending; stored as little-endian numbers of 32 bits, three a place.
  private(set) var places: [Place] = []

  /// A stretch that is read as it stands, or a replacement of `count` original bytes.
  struct Place: Sendable, Equatable {
    /// Where it begins in ``text``.
    var body: UInt32
    /// Where it begins in the original, counted from the article's start.
    var original: UInt32
    /// How many bytes of the original it stands for.
    var count: UInt32
  }

  init(_ article: Article, in document: Document) {
    for block in article.blocks where block.kind != .title {
      if !text.isEmpty { text.append(0x0A) }
      for piece in block.pieces {
        places.append(
          Place(
            body: UInt32(text.count), original: UInt32(piece.span.lower - article.span.lower),
            count: UInt32(piece.span.count)))
        text += piece.replacement ?? Array(document.utf8[piece.span.range])
      }
    }
  }

  init(text: [UInt8], stored: [UInt8]) {
    self.text = text
    var numbers: [UInt32] = []
    numbers.reserveCapacity(stored.count / 4)
    for i in stride(from: 0, to: stored.count - 3, by: 4) {
      numbers.append((0..<4).reduce(0) { $0 | UInt32(stored[i + $1]) << UInt32(8 * $1) })
    }
    for i in stride(from: 0, to: numbers.count - 2, by: 3) {
      places.append(Place(body: numbers[i], original: numbers[i + 1], count: numbers[i + 2]))
    }
  }

  var storedPlaces: [UInt8] {
    var stored: [UInt8] = []
    stored.reserveCapacity(12 * places.count)
    for place in places {
      for number in [place.body, place.original, place.count] {
        withUnsafeBytes(of: number.littleEndian) { stored.append(contentsOf: $0) }
      }
    }
    return stored
  }

  /// The sentences of all lines, without the line feeds between these.
  func sentences() -> [Range<Int>] {
    text.withUnsafeBufferPointer { text in
      var sentences: [Range<Int>] = []
      var start = 0
      for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        for range in SentenceSplitter.sentences(in: UnsafeBufferPointer(rebasing: line)) {
          sentences.append(start + range.lowerBound..<start + range.upperBound)
        }
        start += line.count + 1
      }
      return sentences
    }
  }

  /// Where the bytes of `range` stand in the original, counted from the article's start.
  ///
  /// - Complexity: O(log *n*) in the number of places.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let first = place(at: range.lowerBound), let last = place(at: max(range.lowerBound, range.upperBound - 1))
    else { return 0..<0 }
    let lower = offset(range.lowerBound, in: first, roundingUp: false)
    return lower..<max(lower, offset(range.upperBound, in: last, roundingUp: true))
  }

  /// Where what is read of the original offset begins in ``text``; `offset` counts from the article's start.
  func body(ofOriginal offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].original) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    // The last stretch reaches to the end of the text, which may not be at hand.
    let end = low < places.count ? Int(places[low].body) : text.isEmpty ? .max : text.count
    return min(Int(places[low - 1].body) + offset - Int(places[low - 1].original), end)
  }

  private func place(at offset: Int) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].body) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  private func offset(_ offset: Int, in index: Int, roundingUp: Bool) -> Int {
    let place = places[index]
    let end = index + 1 < places.count ? Int(places[index + 1].body) : text.count
    let inside = offset - Int(place.body)
    // The line feed between blocks belongs to the place before it.
    let isReplaced = end - Int(place.body) != Int(place.count) && end - Int(place.body) != Int(place.count) + 1
    if isReplaced, inside > 0 { return Int(place.original) + (roundingUp ? Int(place.count) : 0) }
    return Int(place.original) + min(inside, Int(place.count))
  }
}
