/// A block as a row of signs, sentence after sentence.
struct SignRow {
  private(set) var signs: [Sign] = []
  /// By sentence: its signs.
  private(set) var sentences: [Range<Int>] = []
  /// Whether a quotation mark closes in it.
  private(set) var hasClosingQuote = false
  let vocabulary: DiscourseVocabulary
  private let named: [Sign.Named]

  /// - Parameter named: all entities of the article.
  init(vocabulary: DiscourseVocabulary, named: [Sign.Named]) {
    self.vocabulary = vocabulary
    self.named = named
    signs.reserveCapacity(128)
  }

  /// Makes room for the next block.
  mutating func clear() {
    signs.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    isQuoted = false
    hasClosingQuote = false
  }

  /// Appends a sentence.
  ///
  /// - Parameter firstEntity: the index of its first entity in the article.
  /// - Complexity: O(bytes of the sentence).
  mutating func add(_ sentence: Parts, firstEntity: Int, of bytes: [UInt8]) {
    let first = signs.count
    hasBracket = false
    bytes.withUnsafeBufferPointer { addSigns(of: sentence, firstEntity, $0) }
    if hasBracket { dropAsides(from: first) }
    sentences.append(first..<signs.count)
  }

  /// What a sentence's signs are made of; a whole ``ExtractionWorker/Sentence`` is large to hand over.
  struct Parts {
    /// In bytes of the block, as all ranges here.
    let range: Range<Int>
    /// By entity.
    let ranges: [Range<Int>]
    let times: [(range: Range<Int>, index: Int)]
    let ordinals: [Range<Int>]
    let cues: UnsafeBufferPointer<CueHit>
  }

  private mutating func addSigns(of parts: Parts, _ firstEntity: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let limit = parts.range.upperBound
    var (entity, time, ordinal, cue) = (0, 0, 0, 0)
    var position = parts.range.lowerBound
    otherStart = position
    while position < limit {
      while entity < parts.ranges.count, parts.ranges[entity].lowerBound < position { entity += 1 }
      while time < parts.times.count, parts.times[time].range.lowerBound < position { time += 1 }
      while ordinal < parts.ordinals.count, parts.ordinals[ordinal].lowerBound < position { ordinal += 1 }
      while cue < parts.cues.count, Int(parts.cues[cue].lower) < position { cue += 1 }
      let nextEntity = entity < parts.ranges.count ? parts.ranges[entity].lowerBound : limit
      let nextTime = time < parts.times.count ? parts.times[time].range.lowerBound : limit
      let nextOrdinal = ordinal < parts.ordinals.count ? parts.ordinals[ordinal].lowerBound : limit
      let nextCue = cue < parts.cues.count ? Int(parts.cues[cue].lower) : limit
      let next = min(min(nextEntity, nextTime), min(nextOrdinal, nextCue), limit)
      if position < next {
        position = addMarks(from: position, to: next, of: bytes)
        continue
      }
      let end: Int
      if nextEntity == position {
        flush(position)
        signs.append(sign(ofEntity: entity, parts, firstEntity, cue))
        end = parts.ranges[entity].upperBound
      } else if nextTime == position {
        flush(position)
        signs.append(Sign(.time, value: parts.times[time].index, parts.times[time].range))
        end = parts.times[time].range.upperBound
      } else if nextOrdinal == position {
        flush(position)
        signs.append(Sign(.ordinal, parts.ordinals[ordinal]))
        end = parts.ordinals[ordinal].upperBound
      } else if let hit = longestCue(at: position, from: cue, before: nextEntity, parts.cues) {
        flush(position)
        signs.append(Sign(.cue, value: Int(hit.cue), position..<Int(hit.upper)))
        end = Int(hit.upper)
      } else {
        position = addMarks(from: position, to: position + 1, of: bytes)
        continue
      }
      position = max(end, position + 1)
      otherStart = position
    }
    flush(min(position, limit))
  }

  /// Appends the marks that begin before `end`; returns where what follows them begins.
  private mutating func addMarks(from start: Int, to end: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < end {
      // Han characters, E4–E9, are nothing here and nearly everything.
      if bytes[position] >= 0xE4, bytes[position] <= 0xE9 {
        position += 3
        continue
      }
      let (mark, width) = DiscourseMark.at(position, in: bytes)
      let range = position..<position + width
      position = range.upperBound
      if case .text = mark { continue }
      flush(range.lowerBound)
      otherStart = position
      switch mark {
      case .text, .space: break
      case .sign(let kind):
        signs.append(Sign(kind, range))
        if kind == .open { hasBracket = true }
      case .quote(let kind, let style):
        signs.append(Sign(kind, value: style, range))
        if kind == .closeQuote { hasClosingQuote = true }
      case .straightQuote:
        signs.append(Sign(isQuoted ? .closeQuote : .openQuote, value: 0, range))
        if isQuoted { hasClosingQuote = true }
        isQuoted.toggle()
      }
    }
    return position
  }

  /// Appends the text before `position` that is nothing else.
  private mutating func flush(_ position: Int) {
    if otherStart < position { signs.append(Sign(.other, otherStart..<position)) }
  }

  /// Where the text begins that is nothing else so far.
  private var otherStart = 0
  /// Whether the sentence has a bracket that opens.
  private var hasBracket = false
  /// Whether a straight quotation mark stands open.
  private var isQuoted = false

  private func sign(ofEntity index: Int, _ parts: Parts, _ firstEntity: Int, _ firstCue: Int) -> Sign {
    let range = parts.ranges[index]
    let number = firstEntity + index
    var sign = Sign(named[number].kind, value: number, range)
    sign.body = named[number].body
    guard sign.kind == .title else { return sign }
    sign.ownsLevel = named[number].ownsLevel
    var cue = firstCue
    while cue < parts.cues.count, Int(parts.cues[cue].lower) < range.upperBound {
      let hit = parts.cues[cue]
      let what = vocabulary.cues[Int(hit.cue)]
      if Int(hit.upper) == range.upperBound {
        if what.ownsLevel { sign.ownsLevel = true }
        if let body = what.body { sign.body = body }
      }
      if let qualifier = what.qualifier, qualifier != .former || !named[number].isForLife,
        Int(hit.lower) == range.lowerBound,
        Int(hit.upper) < range.upperBound
      {
        sign.qualifier = qualifier
        sign.qualifierUpper = hit.upper
      }
      cue += 1
    }
    return sign
  }

  /// The longest word at `position` that ends before the next entity.
  private func longestCue(
    at position: Int, from cue: Int, before limit: Int, _ cues: UnsafeBufferPointer<CueHit>
  ) -> CueHit? {
    var longest: CueHit?
    var index = cue
    while index < cues.count, Int(cues[index].lower) == position {
      let hit = cues[index]
      if hit.upper > longest?.upper ?? 0, Int(hit.upper) <= limit { longest = hit }
      index += 1
    }
    return longest
  }

  /// Takes out brackets that hold no entity and no verb, or another name of the organization before them:
  /// 陈小华（女，回族）, 市总工会（以下简称“市总”）.
  private mutating func dropAsides(from first: Int) {
    guard let open = signs[first...].firstIndex(where: { $0.kind == .open }) else { return }
    var kept = open
    var index = open
    while index < signs.count {
      if signs[index].kind == .open, let end = asideEnd(from: index) {
        index = end
      } else {
        signs[kept] = signs[index]
        kept += 1
        index += 1
      }
    }
    signs.removeSubrange(kept...)
  }

  private func asideEnd(from open: Int) -> Int? {
    var mayName = open > 0 && signs[open - 1].kind == .organization
    for index in open + 1..<max(open + 1, min(signs.count, open + 8)) {
      switch signs[index].kind {
      case .close: return index + 1
      case .other, .comma, .enumeration, .time, .ordinal, .openQuote, .closeQuote: continue
      case .organization where mayName: mayName = false
      default: return nil
      }
    }
    return nil
  }
}
