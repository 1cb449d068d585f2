/// A block as a row of signs, sentence after sentence.
struct SignRow {
  private(set) var signs: [Sign] = []
  /// By sentence: its signs.
  private(set) var sentences: [Range<Int>] = []
  let vocabulary: DiscourseVocabulary

  /// What a sentence brings, all ranges in bytes of the block.
  struct Parts {
    let range: Range<Int>
    var entities: [(range: Range<Int>, category: Entity.Category)]
    /// The index of the first entity in the article.
    let firstEntity: Int
    var times: [(range: Range<Int>, index: Int)]
    var ordinals: [Range<Int>]
    var cues: [CueHit]
  }

  init(vocabulary: DiscourseVocabulary) { self.vocabulary = vocabulary }

  /// Appends a sentence.
  ///
  /// - Complexity: O(bytes of the sentence).
  mutating func add(_ parts: Parts, of bytes: [UInt8]) {
    let first = signs.count
    var entity = 0
    var time = 0
    var ordinal = 0
    var cue = 0
    var position = parts.range.lowerBound
    var otherStart = position
    func flush(_ signs: inout [Sign], _ position: Int) {
      if otherStart < position { signs.append(Sign(.other, otherStart..<position)) }
    }
    while position < parts.range.upperBound {
      while entity < parts.entities.count, parts.entities[entity].range.lowerBound < position { entity += 1 }
      while time < parts.times.count, parts.times[time].range.lowerBound < position { time += 1 }
      while ordinal < parts.ordinals.count, parts.ordinals[ordinal].lowerBound < position { ordinal += 1 }
      while cue < parts.cues.count, Int(parts.cues[cue].lower) < position { cue += 1 }
      let end: Int
      if entity < parts.entities.count, parts.entities[entity].range.lowerBound == position {
        flush(&signs, position)
        signs.append(sign(ofEntity: entity, parts, cue))
        end = parts.entities[entity].range.upperBound
      } else if time < parts.times.count, parts.times[time].range.lowerBound == position {
        flush(&signs, position)
        signs.append(Sign(.time, value: parts.times[time].index, parts.times[time].range))
        end = parts.times[time].range.upperBound
      } else if ordinal < parts.ordinals.count, parts.ordinals[ordinal].lowerBound == position {
        flush(&signs, position)
        signs.append(Sign(.ordinal, parts.ordinals[ordinal]))
        end = parts.ordinals[ordinal].upperBound
      } else if let hit = longestCue(at: position, from: cue, entity: entity, parts) {
        flush(&signs, position)
        signs.append(Sign(.cue, value: Int(hit.cue), position..<Int(hit.upper)))
        end = Int(hit.upper)
      } else {
        let (kind, width) = DiscourseMark.at(position, in: bytes)
        if case .text = kind {
          position += width
          continue
        }
        flush(&signs, position)
        end = position + width
        switch kind {
        case .text, .space: break
        case .sign(let kind): signs.append(Sign(kind, position..<end))
        case .quote(let kind, let style): signs.append(Sign(kind, value: style, position..<end))
        case .straightQuote:
          signs.append(Sign(isQuoted ? .closeQuote : .openQuote, value: 0, position..<end))
          isQuoted.toggle()
        }
      }
      position = max(end, position + 1)
      otherStart = position
    }
    flush(&signs, min(position, parts.range.upperBound))
    dropAsides(from: first)
    sentences.append(first..<signs.count)
  }

  /// Whether a straight quotation mark stands open.
  private var isQuoted = false

  private func sign(ofEntity index: Int, _ parts: Parts, _ firstCue: Int) -> Sign {
    let entity = parts.entities[index]
    var sign = Sign(Sign.Kind(entity.category), value: parts.firstEntity + index, entity.range)
    guard sign.kind == .title else { return sign }
    var cue = firstCue
    while cue < parts.cues.count, Int(parts.cues[cue].lower) < entity.range.upperBound {
      let hit = parts.cues[cue]
      let what = vocabulary.cues[Int(hit.cue)]
      if what.ownsLevel, Int(hit.upper) == entity.range.upperBound { sign.ownsLevel = true }
      if let qualifier = what.qualifier, Int(hit.lower) == entity.range.lowerBound,
        Int(hit.upper) < entity.range.upperBound
      {
        sign.qualifier = qualifier
        sign.qualifierUpper = hit.upper
      }
      cue += 1
    }
    return sign
  }

  /// The longest word at `position` that ends before the next entity.
  private func longestCue(at position: Int, from cue: Int, entity: Int, _ parts: Parts) -> CueHit? {
    let limit = entity < parts.entities.count ? parts.entities[entity].range.lowerBound : parts.range.upperBound
    var longest: CueHit?
    var index = cue
    while index < parts.cues.count, Int(parts.cues[index].lower) == position {
      let hit = parts.cues[index]
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
