package import Lexicon

/// Cuts texts into words and tags them, with buffers that it keeps; one task uses it at a time.
///
/// What it gives for a text depends on the text, the segmenter and the tagger alone, not on the texts before. A word's tag
/// depends on the words of its line.
package final class TaggingWorker {
  package let worker: SegmentationWorker
  let tagger: Tagger
  let model: TagModel?
  /// ICU does not say which word of the lexicon a token is.
  let findsWords: Bool

  var tokens: UnsafeMutablePointer<Token>
  var tags: UnsafeMutablePointer<TagID>
  var units: UnsafeMutablePointer<TagUnit>
  /// By unit: its token; for the edges of lines ``Int32/max``.
  var places: UnsafeMutablePointer<Int32>
  /// By unit: its tag; until it is decided, the most frequent one.
  var unitTags: UnsafeMutablePointer<UInt8>
  /// The units whose tags are to be decided.
  var open: UnsafeMutablePointer<Int32>
  var openCount = 0
  /// Of a text that is tagged as one asks: by token its unit if its tag is to be decided, else -1; by unit 1 as long as it
  /// is not.
  var openUnits: UnsafeMutablePointer<Int32>
  var isOpen: UnsafeMutablePointer<UInt8>
  let scores: UnsafeMutablePointer<Int32>
  let found: UnsafeMutablePointer<UInt64>
  var capacity = 0
  var tokenCount = 0
  var unitCount = 0
  /// The units below are tagged.
  var tagged = 0

  init(_ tagger: Tagger, _ segmenter: Segmenter) {
    worker = segmenter.makeWorker()
    self.tagger = tagger
    model = tagger.model
    findsWords = segmenter.mode == .icu
    tokens = .allocate(capacity: 0)
    tags = .allocate(capacity: 0)
    units = .allocate(capacity: 0)
    places = .allocate(capacity: 0)
    unitTags = .allocate(capacity: 0)
    open = .allocate(capacity: 0)
    openUnits = .allocate(capacity: 0)
    isOpen = .allocate(capacity: 0)
    scores = .allocate(capacity: TagModel.scoreCount)
    scores.initialize(repeating: 0, count: TagModel.scoreCount)
    found = .allocate(capacity: TagModel.foundCount)
    found.initialize(repeating: 0, count: TagModel.foundCount)
    reserve(8192)
  }

  deinit {
    tokens.deallocate()
    tags.deallocate()
    units.deallocate()
    places.deallocate()
    unitTags.deallocate()
    open.deallocate()
    openUnits.deallocate()
    isOpen.deallocate()
    scores.deallocate()
    found.deallocate()
  }

  /// Segments and tags `range` of `bytes` and hands the tokens out in batches of a few thousand.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, less than 4 GiB.
  ///   - body: is given tokens in the order of the text, and the tag of each: ``TagID/none`` for white space, and a tag
  ///     for all else if the lexicon's tags are those of the news standard. The buffers are valid during the call only.
  /// - Complexity: O(*n*) in the number of bytes.
  package func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ body: (_ tokens: UnsafeBufferPointer<Token>, _ tags: UnsafeBufferPointer<TagID>) -> Void
  ) {
    begin()
    worker.segment(bytes, range) { batch in
      take(batch, bytes)
      tag(upTo: unitCount - 2, bytes)
      hand(over: tokensDone, body)
    }
    addEdge()
    tag(upTo: unitCount - 2, bytes)
    hand(over: tokenCount, body)
  }

  func begin() {
    tokenCount = 0
    unitCount = 0
    openCount = 0
    addEdge()
    tagged = unitCount
  }

  // MARK: Buffers

  func reserve(_ count: Int) {
    guard count > capacity else { return }
    let room = max(count, 2 * capacity)
    tokens = Self.grown(tokens, tokenCount, to: room)
    tags = Self.grown(tags, tokenCount, to: room)
    // Two edges for each line break, and at both ends.
    let unitRoom = 2 * room + 4
    units = Self.grown(units, unitCount, to: unitRoom)
    places = Self.grown(places, unitCount, to: unitRoom)
    unitTags = Self.grown(unitTags, unitCount, to: unitRoom)
    open = Self.grown(open, openCount, to: unitRoom)
    openUnits = Self.grown(openUnits, 0, to: room)
    isOpen = Self.grown(isOpen, 0, to: unitRoom)
    capacity = room
  }

  private static func grown<T>(_ old: UnsafeMutablePointer<T>, _ count: Int, to room: Int) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: room)
    new.update(from: old, count: count)
    old.deallocate()
    return new
  }

  func addEdge() {
    for place in unitCount..<unitCount + 2 {
      units[place] = TagUnit()
      places[place] = .max
      unitTags[place] = 0
    }
    unitCount += 2
  }

  /// The tokens before the first one whose word is not tagged.
  var tokensDone: Int {
    var unit = tagged
    while unit < unitCount, places[unit] == .max { unit += 1 }
    return unit < unitCount ? Int(places[unit]) : tokenCount
  }

  func hand(
    over count: Int, _ body: (UnsafeBufferPointer<Token>, UnsafeBufferPointer<TagID>) -> Void
  ) {
    if count > 0 {
      body(UnsafeBufferPointer(start: tokens, count: count), UnsafeBufferPointer(start: tags, count: count))
    }
    // What is left moves to the front, with the two units that the next one looks back at.
    let first = max(tagged - 2, 0)
    tokens.update(from: tokens + count, count: tokenCount - count)
    tags.update(from: tags + count, count: tokenCount - count)
    units.update(from: units + first, count: unitCount - first)
    places.update(from: places + first, count: unitCount - first)
    unitTags.update(from: unitTags + first, count: unitCount - first)
    tokenCount -= count
    unitCount -= first
    tagged -= first
    for unit in tagged..<max(unitCount, tagged) where places[unit] != .max { places[unit] -= Int32(count) }
    for index in 0..<openCount { open[index] -= Int32(first) }
  }
}
