package import Lexicon
import PrefetchShim

/// Cuts texts into words and tags them, with buffers that it keeps; one task uses it at a time.
///
/// What it gives for a text depends on the text, the segmenter and the tagger alone, not on the texts before. A word's tag
/// depends on the words of its line.
package final class TaggingWorker {
  package let worker: SegmentationWorker
  private let tagger: Tagger
  private let model: TagModel?
  /// ICU does not say which word of the lexicon a token is.
  private let findsWords: Bool

  private var tokens: UnsafeMutablePointer<Token>
  private var tags: UnsafeMutablePointer<TagID>
  private var units: UnsafeMutablePointer<TagUnit>
  /// By unit: its token; for the edges of lines ``Int32/max``.
  private var places: UnsafeMutablePointer<Int32>
  /// By unit: its tag; until it is decided, the most frequent one.
  private var unitTags: UnsafeMutablePointer<UInt8>
  /// The units whose tags are to be decided.
  private var open: UnsafeMutablePointer<Int32>
  private var openCount = 0
  /// Of a text that is tagged as one asks: by token its unit if its tag is to be decided, else -1; by unit 1 as long as it
  /// is not.
  private var openUnits: UnsafeMutablePointer<Int32>
  private var isOpen: UnsafeMutablePointer<UInt8>
  private let scores: UnsafeMutablePointer<Int32>
  private let found: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  private var tokenCount = 0
  private var unitCount = 0
  /// The units below are tagged.
  private var tagged = 0

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

  private func begin() {
    tokenCount = 0
    unitCount = 0
    openCount = 0
    addEdge()
    tagged = unitCount
  }

  // MARK: Tags as one asks for them

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
    while next <= unit {
      if isOpen[next] != 0 { decide(next, bytes) }
      next += 1
    }
    return tags[index]
  }

  /// The tags that a token of the text opened last may get; nil if its tag is decided.
  package func possibleTags(ofToken index: Int) -> UnsafeBufferPointer<UInt8>? {
    let unit = Int(openUnits[index])
    guard unit >= 0, isOpen[unit] != 0, let model else { return nil }
    let entry = model.classes[Int(units[unit].tagClass)]
    return UnsafeBufferPointer(
      start: model.candidates + TagModel.firstCandidate(entry), count: TagModel.candidateCount(entry))
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

  // MARK: Buffers

  private func reserve(_ count: Int) {
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

  private func addEdge() {
    for place in unitCount..<unitCount + 2 {
      units[place] = TagUnit()
      places[place] = .max
      unitTags[place] = 0
    }
    unitCount += 2
  }

  /// The tokens before the first one whose word is not tagged.
  private var tokensDone: Int {
    var unit = tagged
    while unit < unitCount, places[unit] == .max { unit += 1 }
    return unit < unitCount ? Int(places[unit]) : tokenCount
  }

  private func hand(
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

  // MARK: Tagging

  private func take(_ batch: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(tokenCount + batch.count)
    let lexicon = tagger.lexicon
    // Copies: what lies in an object is checked and loaded anew at each use.
    let (tokens, tags, units, places, unitTags, open) = (tokens, tags, units, places, unitTags, open)
    var (tokenCount, unitCount, openCount) = (tokenCount, unitCount, openCount)
    let nodeWords = lexicon.trie.words
    for index in batch.indices {
      let token = batch[index]
      ask(for: batch, after: index, nodeWords, model)
      tokens[tokenCount] = token
      switch token.kind {
      case .space: tags[tokenCount] = .none
      case .lineBreak:
        tags[tokenCount] = .none
        self.unitCount = unitCount
        addEdge()
        unitCount = self.unitCount
      default:
        guard !token.isPart, let model else {
          tags[tokenCount] = tagger.tag(of: token)
          break
        }
        let word: WordID?
        if token.kind == .word, !findsWords {
          let raw = token.origin == 0 ? .max : nodeWords[Int(token.origin)]
          word = raw == .max ? nil : WordID(raw: raw)
        } else {
          word = findsWords && token.kind == .word ? find(token, bytes) : token.word(in: lexicon)
        }
        let unit = tagger.unit(token.kind, word) { TagForm.length(of: token, in: bytes) }
        let entry = model.classes[Int(unit.tagClass)]
        var tag = model.candidates[TagModel.firstCandidate(entry)]
        // Most words have one tag only, and so have those that the user gave one.
        var isOpen = TagModel.candidateCount(entry) > 1
        if token.kind == .user, let word, let given = tagger.lexicalTag(of: word) {
          tag = given.raw
          isOpen = false
        }
        units[unitCount] = unit
        places[unitCount] = Int32(truncatingIfNeeded: tokenCount)
        unitTags[unitCount] = tag
        tags[tokenCount] = TagID(raw: tag)
        open[openCount] = Int32(truncatingIfNeeded: unitCount)
        openCount &+= isOpen ? 1 : 0
        unitCount &+= 1
      }
      tokenCount &+= 1
    }
    (self.tokenCount, self.unitCount, self.openCount) = (tokenCount, unitCount, openCount)
  }

  /// Asks for what tokens further on will look up: the words of the trie's nodes, and sooner before their use the classes.
  @inline(__always) private func ask(
    for batch: UnsafeBufferPointer<Token>, after index: Int, _ nodeWords: UnsafePointer<UInt32>, _ model: TagModel?
  ) {
    let last = batch.count &- 1
    let far = batch[min(index &+ 16, last)]
    memory_prefetch(nodeWords + (far.kind == .word ? Int(far.origin) : 0))
    let near = batch[min(index &+ 8, last)]
    guard let model, near.kind == .word else { return }
    let word = Int(nodeWords[Int(near.origin)])
    memory_prefetch(model.wordClasses + (word < model.wordCount ? word : 0))
  }

  /// So many units ahead the weights are asked for: enough for the time that memory takes, fewer than it can answer at once.
  private static var ahead: Int { 4 }

  private func tag(upTo end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    tagged = max(tagged, end)
    guard let model else { return }
    let trie = tagger.lexicon.trie
    let (units, places, unitTags, tokens, tags) = (units, places, unitTags, tokens, tags)
    let (scores, found, open) = (scores, found, open)
    var count = openCount
    while count > 0, open[count - 1] >= end { count -= 1 }
    for index in 0..<min(Self.ahead, count) { prefetch(Int(open[index]), units, unitTags, model) }
    for index in 0..<count {
      if index &+ Self.ahead < count { prefetch(Int(open[index &+ Self.ahead]), units, unitTags, model) }
      let unit = Int(open[index])
      let place = Int(places[unit])
      let tag = model.bestTag(
        units + unit, tag: unitTags[unit &- 1], tagBefore: unitTags[unit &- 2], scores, found
      ) {
        TagForm(tokens[place], in: bytes, trie)
      }
      unitTags[unit] = tag
      tags[place] = TagID(raw: tag)
    }
    open.update(from: open + count, count: openCount - count)
    openCount -= count
  }

  @inline(__always) private func prefetch(
    _ unit: Int, _ units: UnsafeMutablePointer<TagUnit>, _ unitTags: UnsafeMutablePointer<UInt8>, _ model: TagModel
  ) {
    model.prefetch(units + unit, tag: unitTags[unit &- 1], tagBefore: unitTags[unit &- 2])
  }

  /// The word of the lexicon that the token is.
  private func find(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> WordID? {
    guard let base = bytes.baseAddress else { return nil }
    let lexicon = tagger.lexicon
    var at = Int(token.start)
    let end = Int(token.end)
    var node: Int?
    while at < end {
      let (scalar, length) = Window.scalar(base, at, end)
      let code = lexicon.code(of: scalar)
      node = node.map { lexicon.trie.child(of: $0, by: code) } ?? (lexicon.trie.root + Int(code))
      if node == nil { return nil }
      at += length
    }
    return node.flatMap { lexicon.word(atNode: $0) }
  }
}
