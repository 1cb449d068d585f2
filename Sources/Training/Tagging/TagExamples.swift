import Lexicon
import Segmentation

/// A word of the training text as features see it.
struct TagExample {
  /// As one that is known.
  var unit: TagUnit
  /// As one that training did not see.
  var unseen: TagUnit
  var form: TagForm
  /// How often the word stands in the text; 0 if it is no word but a number or a sign.
  var count: Int
  /// The right one.
  var tag: UInt8
}

/// What the segmenter makes of the words of a training text.
final class TagWords {
  struct Entry {
    var kind: TokenKind
    var word: WordID?
    var form: TagForm
    var length: Int
    var count = 0
    var tags: [UInt8: Int] = [:]
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var tags: [String: TagID] = [:]
  /// The text of the words of the lexicon, as they were seen first.
  private(set) var texts: [WordID: String] = [:]
  private let lexicon: Lexicon

  /// Slips of the pen that are no tags are passed over; ``TagID/none`` stands for them.
  init(_ text: TaggedText, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    let worker = Segmenter(lexicon: lexicon, mode: .fast).makeWorker()
    for sentence in text.sentences {
      for (word, name) in zip(sentence.words, sentence.tags) {
        if tags[name] == nil { tags[name] = lexicon.tagID(named: name) ?? TagID.none }
        if entries[word] == nil { entries[word] = Self.entry(word, worker) }
        entries[word]?.count += 1
        if let tag = tags[name], tag != .none { entries[word]?.tags[tag.raw, default: 0] += 1 }
      }
    }
    // In the order of their texts, so that the same text gives the same words for spellings that fold alike.
    for (text, entry) in entries.sorted(by: { $0.key < $1.key }) {
      if let word = entry.word, entry.kind == .word, texts[word] == nil { texts[word] = text }
    }
  }

  /// Cut by itself, a word that is one token is what it is in a text too; any other is one that the lexicon does not have.
  private static func entry(_ text: String, _ worker: SegmentationWorker) -> Entry {
    let bytes = Array(text.utf8)
    let tokens = worker.tokens(in: bytes)
    let lexicon = worker.segmenter.lexicon
    let form = TagForm(bytes, lexicon)
    let length = text.unicodeScalars.count
    if tokens.count == 1, let token = tokens.first {
      return Entry(kind: token.kind, word: token.word(in: lexicon), form: form, length: length)
    }
    return Entry(kind: .word, word: lexicon.lookUp(text), form: form, length: length)
  }

  /// Whether the lexicon has the word only because the news had it.
  func isFromNews(_ word: WordID) -> Bool { lexicon.source(of: word)?.file == "lexicon/news-counts.tsv" }

  /// The group of a word that training did not see.
  func group(_ entry: Entry, _ groups: [UInt16]) -> UInt16 {
    if entry.kind != .word { return TagSymbol.kind(entry.kind) }
    guard let word = entry.word, Int(word.raw) < groups.count, groups[Int(word.raw)] != 0, !isFromNews(word) else {
      return TagSymbol.unknown(length: entry.length)
    }
    return groups[Int(word.raw)]
  }

  /// How often each word and group has which tag: the lines `seen` of the table.
  ///
  /// A group has the words that stand in for those that training did not see: numbers and signs, and rare words.
  func seen(_ groups: [UInt16], rare: Int) -> [UInt32: [UInt8: Int]] {
    var seen: [UInt32: [UInt8: Int]] = [:]
    for entry in entries.values where !entry.tags.isEmpty {
      if entry.kind == .word, let word = entry.word, texts[word] != nil {
        seen[TagSymbol.word(word), default: [:]].merge(entry.tags, uniquingKeysWith: +)
      }
      if entry.kind != .word || entry.count <= rare {
        seen[UInt32(group(entry, groups)), default: [:]].merge(entry.tags, uniquingKeysWith: +)
      }
    }
    return seen
  }
}
