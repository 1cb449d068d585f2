// What shows without the words of a sentence, so that those of most need not be cut and tagged

extension MeasurementReader {
  /// Whether one of the sentence's quantities may say something of a subject: counted things, sums and shares may always, bare
  /// numbers, lengths of time and ranks only with a word before them in their clause that holds, measures or ranks them.
  ///
  /// Never false where ``read(_:)`` would find something.
  /// - Complexity: O(bytes of the sentence).
  func mayMeasure(_ parts: MeasurementParts) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      parts.quantities.contains { Self.needs(of: quantities[$0.index].kind, bytes, $0.range) == nil }
        || hasClaim(parts, bytes)
    }
  }

  /// Which claims let a quantity of that kind be measured; nil if it needs none.
  static func needs(
    of kind: NumericKind, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> MeasurementVocabulary.Claim? {
    switch kind {
    case .phone, .ratio: []
    // 总人口4.2万
    case .number where endsInSection(bytes, range): nil
    case .number, .duration: [.holds, .names]
    case .ordinal: [.holds, .ranks]
    default: nil
    }
  }

  /// Whether a number ends in 万 or 亿.
  private static func endsInSection(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    let last = UnsafeBufferPointer(rebasing: bytes[range.upperBound - 3..<range.upperBound])
    return last.elementsEqual("万".utf8) || last.elementsEqual("亿".utf8)
  }

  private func hasClaim(_ parts: MeasurementParts, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var walk = MeasurementParts.Walk(parts)
    var claims: MeasurementVocabulary.Claim = []
    var lastPlace = -1
    var position = parts.range.lowerBound
    while position < parts.range.upperBound {
      if walk.next < position { walk.skip(to: position) }
      if walk.next == position, let part = walk.sign {
        if part.kind == .quantity, let needs = Self.needs(of: quantities[Int(part.value)].kind, bytes, part.range) {
          if !claims.isDisjoint(with: needs) || lastPlace == position && needs.contains(.ranks) { return true }
        }
        position = max(Int(part.upper), position + 1)
        if part.kind == .entity, entities[Int(part.value)].category == .place { lastPlace = position }
        continue
      }
      let (mark, width) = DiscourseMark.at(position, in: bytes)
      switch mark {
      case .sign(.comma), .sign(.semicolon), .sign(.stop):
        if partsWords(position, width, bytes) { claims = [] }
      // What holds may stand before the brackets.
      case .sign(.close): claims = [.holds, .names, .ranks]
      default:
        vocabulary.claims.forEachWord(in: bytes, at: position, limit: walk.next) { _, claim in
          claims.formUnion(.init(rawValue: claim.payload))
        }
        if claims.contains(.lists) { return true }
      }
      position += width
    }
    return false
  }

  /// Whether the mark at `position` cannot stand inside a number, a name in letters or a word of the user.
  private func partsWords(_ position: Int, _ width: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    width == 3 && !vocabulary.hasUserWords && position > 0 && bytes[position - 1] >= 0x80
      && (position + width == bytes.count || bytes[position + width] >= 0x80)
  }

  /// Goes over a sentence whose quantities say nothing: what it leaves for the next one is the time it opens with.
  mutating func skim(_ parts: MeasurementParts) {
    var walk = MeasurementParts.Walk(parts)
    let opening = bytes.withUnsafeBufferPointer { bytes in beforeTime(parts.range.lowerBound, walk.next, bytes) }
    if opening.end == walk.next, let first = walk.sign, first.kind == .time, isMoment(times[Int(first.value)]) {
      let isAsOf = opening.isAsOf || bytes[first.range].starts(with: "截".utf8)
      openingTime = (Int(first.value), first.range, isAsOf)
      return
    }
    while let part = walk.sign {
      if part.kind == .time {
        openingTime = nil
        return
      }
      walk.skip(to: max(Int(part.upper), walk.next + 1))
    }
  }

  /// Past what may stand before the time that a sentence opens with: spaces, a quotation mark, 截至.
  private func beforeTime(
    _ start: Int, _ limit: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, isAsOf: Bool) {
    var position = start
    // Of the last two signs.
    var (isAsOf, wasAsOf, isSpace, isQuoted) = (false, false, false, false)
    while position < limit {
      let (mark, width) = DiscourseMark.at(position, in: bytes)
      var end = position + width
      var asOf = false
      switch mark {
      case .space: break
      case .straightQuote where !isQuoted: isQuoted = true
      case .quote(.openQuote, _): break
      case .text:
        guard let word = asOfWord(position, limit, bytes) else { return (position, false) }
        (end, asOf) = (word, true)
      default: return (position, false)
      }
      (isAsOf, wasAsOf) = (asOf, isAsOf)
      if case .space = mark { isSpace = true } else { isSpace = false }
      position = end
    }
    return (position, isAsOf || wasAsOf && isSpace)
  }

  private func asOfWord(_ position: Int, _ limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var longest: (end: Int, sense: WordTrie.Sense)?
    vocabulary.trie.forEachWord(in: bytes, at: position, limit: limit) { longest = ($0, $1) }
    guard let longest, vocabulary.cues[Int(longest.sense.payload)].meaning == .asOf else { return nil }
    return longest.end
  }
}
