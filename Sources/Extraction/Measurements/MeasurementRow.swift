import Lexicon
import Segmentation
import Text

/// A sentence as a row of signs.
struct MeasurementRow {
  private(set) var signs: [MeasurementSign] = []

  /// What a sentence brings, in bytes of the block; each list in order.
  struct Parts {
    let range: Range<Int>
    var entities: [(range: Range<Int>, index: Int, category: Entity.Category)]
    var times: [(range: Range<Int>, index: Int)]
    var quantities: [(range: Range<Int>, index: Int)]
  }

  struct Token {
    let range: Range<Int>
    let tag: TagID
  }

  /// - Complexity: O(bytes of the sentence).
  init(_ parts: Parts, tokens: [Token], of bytes: [UInt8], _ vocabulary: MeasurementVocabulary) {
    var (entity, time, quantity, token) = (0, 0, 0, 0)
    var position = parts.range.lowerBound
    var isQuoted = false
    while position < parts.range.upperBound {
      while entity < parts.entities.count, parts.entities[entity].range.lowerBound < position { entity += 1 }
      while time < parts.times.count, parts.times[time].range.lowerBound < position { time += 1 }
      while quantity < parts.quantities.count, parts.quantities[quantity].range.lowerBound < position { quantity += 1 }
      while token < tokens.count, tokens[token].range.upperBound <= position { token += 1 }
      let sign: MeasurementSign
      if entity < parts.entities.count, parts.entities[entity].range.lowerBound == position {
        let found = parts.entities[entity]
        // A post counts as what it is called: 300名教师.
        sign = MeasurementSign(found.category == .title ? .noun : .entity, value: found.index, found.range)
      } else if quantity < parts.quantities.count, parts.quantities[quantity].range.lowerBound == position {
        sign = MeasurementSign(.quantity, value: parts.quantities[quantity].index, parts.quantities[quantity].range)
      } else if time < parts.times.count, parts.times[time].range.lowerBound == position {
        sign = MeasurementSign(.time, value: parts.times[time].index, parts.times[time].range)
      } else {
        var limit = parts.range.upperBound
        if entity < parts.entities.count { limit = min(limit, parts.entities[entity].range.lowerBound) }
        if time < parts.times.count { limit = min(limit, parts.times[time].range.lowerBound) }
        if quantity < parts.quantities.count { limit = min(limit, parts.quantities[quantity].range.lowerBound) }
        sign = Self.word(at: position, limit: limit, tokens[token...], bytes, vocabulary, &isQuoted)
      }
      signs.append(sign)
      position = max(Int(sign.upper), position + 1)
    }
  }

  /// The word of the tables, the mark or the token at `position`.
  private static func word(
    at position: Int, limit: Int, _ tokens: ArraySlice<Token>, _ bytes: [UInt8], _ vocabulary: MeasurementVocabulary,
    _ isQuoted: inout Bool
  ) -> MeasurementSign {
    let (mark, width) = DiscourseMark.at(position, in: bytes)
    switch mark {
    case .space: return MeasurementSign(.space, position..<position + width)
    case .straightQuote:
      isQuoted.toggle()
      return MeasurementSign(isQuoted ? .openQuote : .closeQuote, position..<position + width)
    case .quote(let kind, _):
      return MeasurementSign(kind == .openQuote ? .openQuote : .closeQuote, position..<position + width)
    case .sign(let kind): return MeasurementSign(MeasurementSign.Kind(kind), position..<position + width)
    case .text: break
    }
    var cue: (end: Int, number: Int32)?
    var next = tokens.startIndex
    vocabulary.trie.forEachWord(in: bytes, at: position, limit: limit) { end, number in
      // A word that is cut out of another one does not count: 增加 in 增加值.
      while next < tokens.endIndex, tokens[next].range.upperBound < end { next += 1 }
      let isEdge = end == limit || next < tokens.endIndex && tokens[next].range.upperBound == end
      if isEdge { cue = (end, number) }
    }
    guard let token = tokens.first, token.range.lowerBound <= position else {
      return MeasurementSign(.other, position..<position + width)
    }
    let end = max(min(token.range.upperBound, limit), position + width)
    let opens = token.range.lowerBound == position || cue.map { $0.end >= end } ?? false
    if let cue, opens { return MeasurementSign(.cue, value: Int(cue.number), position..<cue.end) }
    let kind = vocabulary.kind(of: token.tag)
    // 职工之家, 第一产业
    if kind == .particle && bytes[position..<end].elementsEqual("之".utf8)
      || kind == .other && end - position > 3 && bytes[position..<end].starts(with: "第".utf8)
    {
      return MeasurementSign(.modifier, position..<end)
    }
    // 每吨上调150元
    if end - position > 3, bytes[position..<end].starts(with: "每".utf8) {
      return MeasurementSign(.adverb, position..<end)
    }
    let isOf = kind == .particle && end - position == 3 && bytes[position..<end].elementsEqual("的".utf8)
    return MeasurementSign(isOf ? .of : kind, position..<end)
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
