import Lexicon
import PrefetchShim

/// Words become units, and units get their tags.
extension TaggingWorker {
  func take(_ batch: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>) {
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
  static var ahead: Int { 4 }

  func tag(upTo end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
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
