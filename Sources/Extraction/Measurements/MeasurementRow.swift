import Lexicon
import Segmentation

/// A sentence as a row of signs.
///
/// The part of speech of a word is decided when it is asked for: what is said of a quantity stands beside it, and most
/// words of its sentence are never looked at.
struct MeasurementRow {
  /// Below ``count``; changed by those who read, so the copies of a row know the same.
  let signs: Table<MeasurementSign>
  let count: Int
  private let bytes: [UInt8]
  private let vocabulary: MeasurementVocabulary
  private let tagging: TaggingWorker?

  /// A row without signs.
  init(_ vocabulary: MeasurementVocabulary) {
    signs = Table(capacity: 1)
    count = 0
    bytes = []
    self.vocabulary = vocabulary
    tagging = nil
  }

  /// - Parameters:
  ///   - words: those that the sentence was cut into; empty if that is still to be done.
  ///   - tagging: cuts and tags the sentence; the row is read before the worker takes another text.
  ///   - signs: room for the signs, which the row before may have used.
  /// - Complexity: O(bytes of the sentence).
  init(
    _ parts: MeasurementParts, of bytes: [UInt8], _ words: UnsafeBufferPointer<Token>,
    _ vocabulary: MeasurementVocabulary, _ tagging: TaggingWorker, _ signs: inout Table<MeasurementSign>
  ) {
    signs.reserve(parts.range.count)
    self.signs = signs
    self.bytes = bytes
    self.vocabulary = vocabulary
    self.tagging = tagging
    count = bytes.withUnsafeBufferPointer { bytes in
      let tokens = words.isEmpty ? tagging.open(bytes, parts.range) : tagging.open(words, of: bytes)
      return Self.fill(signs, parts, bytes, tokens, vocabulary)
    }
  }

  private static func fill(
    _ signs: Table<MeasurementSign>, _ parts: MeasurementParts, _ bytes: UnsafeBufferPointer<UInt8>,
    _ tokens: UnsafeBufferPointer<Token>, _ vocabulary: MeasurementVocabulary
  ) -> Int {
    var count = 0
    var token = 0
    var position = parts.range.lowerBound
    var isQuoted = false
    var walk = MeasurementParts.Walk(parts)
    while position < parts.range.upperBound {
      if walk.next < position { walk.skip(to: position) }
      let sign: MeasurementSign
      if walk.next == position, let part = walk.sign {
        sign = part
      } else {
        while token < tokens.count, Int(tokens[token].end) <= position { token += 1 }
        sign = word(at: position, limit: walk.next, tokens, token, bytes, vocabulary, &isQuoted)
      }
      signs[count] = sign
      count += 1
      position = max(Int(sign.upper), position + 1)
    }
    return count
  }

  /// The word of the tables, the mark or the token at `position`.
  ///
  /// - Parameter token: the first one that ends behind `position`.
  private static func word(
    at position: Int, limit: Int, _ tokens: UnsafeBufferPointer<Token>, _ token: Int,
    _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: MeasurementVocabulary, _ isQuoted: inout Bool
  ) -> MeasurementSign {
    let (mark, width) = DiscourseMark.at(position, in: bytes)
    switch mark {
    case .space:
      let kind: MeasurementSign.Kind = partsClauses(position, width, bytes) ? .comma : .space
      return MeasurementSign(kind, position..<position + width)
    case .straightQuote:
      isQuoted.toggle()
      return MeasurementSign(isQuoted ? .openQuote : .closeQuote, position..<position + width)
    case .quote(let kind, _):
      return MeasurementSign(kind == .openQuote ? .openQuote : .closeQuote, position..<position + width)
    case .sign(let kind): return MeasurementSign(MeasurementSign.Kind(kind), position..<position + width)
    case .text: break
    }
    var cue: (end: Int, number: Int32)?
    var next = token
    vocabulary.trie.forEachWord(in: bytes, at: position, limit: limit) { end, sense in
      // A word that is cut out of another one does not count: 增加 in 增加值.
      while next < tokens.count, Int(tokens[next].end) < end { next += 1 }
      let isEdge = end == limit || next < tokens.count && Int(tokens[next].end) == end
      if isEdge { cue = (end, sense.payload) }
    }
    guard token < tokens.count, Int(tokens[token].start) <= position else {
      return MeasurementSign(.other, position..<position + width)
    }
    let end = max(min(Int(tokens[token].end), limit), position + width)
    let opens = Int(tokens[token].start) == position || cue.map { $0.end >= end } ?? false
    if let cue, opens { return MeasurementSign(.cue, value: Int(cue.number), position..<cue.end) }
    return MeasurementSign(.word, value: token, position..<end)
  }

  /// Whether a space stands between characters of Chinese, as it does between the clauses of a headline.
  private static func partsClauses(_ position: Int, _ width: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let next = position + width
    // 《 and 》 are spaces, too.
    return width == 1 && position > 0 && next < bytes.count && (0xE4...0xE9).contains(bytes[next])
      && bytes[position - 1] >= 0x80
  }

  // MARK: Reading

  /// What a sign is, as far as no part of speech is asked for: every word is a ``MeasurementSign/Kind/word``.
  @inline(__always) func mark(_ index: Int) -> MeasurementSign.Kind { signs[index].kind }

  /// What a sign is.
  @inline(__always) func kind(_ index: Int) -> MeasurementSign.Kind {
    let kind = signs[index].kind
    return kind == .word ? decide(index) : kind
  }

  func value(_ index: Int) -> Int { Int(signs[index].value) }
  func range(_ index: Int) -> Range<Int> { signs[index].range }

  @inline(never) private func decide(_ index: Int) -> MeasurementSign.Kind {
    let sign = signs[index]
    let kind = bytes.withUnsafeBufferPointer { bytes in
      let tag = tagging?.tag(ofToken: Int(sign.value), in: bytes) ?? TagID.none
      return Self.kind(vocabulary.kind(of: tag), UnsafeBufferPointer(rebasing: bytes[sign.range]))
    }
    signs[index].kind = kind
    return kind
  }

  /// What a word is by its part of speech, but for a few that do more.
  private static func kind(
    _ kind: MeasurementSign.Kind, _ word: UnsafeBufferPointer<UInt8>
  ) -> MeasurementSign.Kind {
    // 职工之家, 第一产业
    if kind == .particle && word.elementsEqual("之".utf8)
      || kind == .other && word.count > 3 && word.starts(with: "第".utf8)
    {
      return .modifier
    }
    // 每吨上调150元
    if word.count > 3, word.starts(with: "每".utf8) { return .adverb }
    return kind == .particle && word.elementsEqual("的".utf8) ? .of : kind
  }
}

extension MeasurementSign.Kind {
  /// The same mark in a row of discourse signs.
  init(_ kind: Sign.Kind) {
    switch kind {
    case .comma: self = .comma
    case .enumeration: self = .enumeration
    case .semicolon: self = .semicolon
    case .colon: self = .colon
    case .stop: self = .stop
    case .open: self = .open
    case .close: self = .close
    default: self = .other
    }
  }
}
