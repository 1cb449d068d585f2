import Lexicon
import Text

/// Reads what a sentence says about the short forms and other names of its entities.
///
/// | construction | example |
/// |---|---|
/// | cue in brackets | 云岭大学（以下简称“云大”）；周敏（笔名苏河） |
/// | cue behind a comma | 云岭大学，简称云大，… |
/// | letters in brackets | 世界鸟类学会（WBS） |
struct DefinitionReader {
  /// A definition before texts are made of it. In scalars of the sentence.
  struct Found {
    let full: Range<Int>
    let short: Range<Int>
    /// The type of both.
    let type: UInt8
    /// Whether no entity ends where the full name does, so that the definition is all that speaks for it.
    let isFullNew: Bool
  }

  private let input: RuleInput
  private let tables: AliasTables
  private let standing: [Candidate]
  private static let longestName = 20
  private static let longestFull = 40

  /// - Parameter standing: the entities of the sentence in their order, not overlapping.
  /// - Complexity: linear in the sentence.
  static func definitions(_ standing: [Candidate], in input: RuleInput, tables: AliasTables) -> [Found] {
    // Most sentences define nothing, and show it at a look.
    let hasCue = tables.cue.map { input.classes.contains($0) } ?? false
    let hasBracket = standing.contains { entity in
      entity.type == RuleSet.organization && entity.range.upperBound < input.count
        && isOpen(input.scalars[entity.range.upperBound])
    }
    guard hasCue || hasBracket else { return [] }
    let reader = DefinitionReader(input: input, tables: tables, standing: standing)
    return reader.lettersInBrackets() + reader.cues()
  }

  // MARK: Constructions

  /// 世界鸟类学会（WBS）
  private func lettersInBrackets() -> [Found] {
    standing.compactMap { entity in
      let open = entity.range.upperBound
      guard entity.type == RuleSet.organization, open + 2 < input.count, Self.isOpen(input.scalars[open]) else {
        return nil
      }
      var end = open + 1
      while end < input.count, end - open <= 10, Self.isLetter(input.scalars[end]) { end += 1 }
      guard end < input.count, end - open > 2, Self.isClose(input.scalars[end]) else { return nil }
      return Found(full: entity.range, short: open + 1..<end, type: entity.type, isFullNew: false)
    }
  }

  private func cues() -> [Found] {
    guard let cue = tables.cue else { return [] }
    var found: [Found] = []
    var position = 0
    var next = 0
    while position < input.count {
      defer { position += 1 }
      guard input.place(position).classes.contains(cue),
        let end = input.edges(at: position).last(where: { $0.classes.contains(cue) }).map({ Int($0.end) })
      else { continue }
      var close = position
      while close > 0, position - close < 3, Self.mayLead(input.scalars[close - 1]) { close -= 1 }
      guard close > 0 else { continue }
      while next < standing.count, standing[next].range.upperBound < close { next += 1 }
      let entity = next < standing.count && standing[next].range.upperBound == close ? standing[next] : nil
      // Without bracket or comma a cue is a verb: 他也称…
      if close == position, entity == nil { continue }
      for short in names(from: end, inBrackets: close < position && Self.isOpen(input.scalars[close])) {
        if let full = full(endingAt: close, entity: entity, short: short) { found.append(full) }
      }
      position = max(position, end - 1)
    }
    return found
  }

  // MARK: The parts

  /// The names behind a cue: “云大”或“学校”; without quotes up to the next mark.
  private func names(from start: Int, inBrackets: Bool) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var position = start
    while position < input.count, Self.mayFollowCue(input.scalars[position]) { position += 1 }
    while position < input.count, names.count < 4 {
      if let closing = Self.closingQuote(input.scalars[position]) {
        let lower = position + 1
        var upper = lower
        while upper < input.count, upper - lower <= Self.longestName, input.scalars[upper] != closing { upper += 1 }
        guard upper < input.count, input.scalars[upper] == closing, upper - lower >= 2 else { break }
        names.append(lower..<upper)
        position = upper + 1
        while position < input.count, Self.joins(input.scalars[position]) { position += 1 }
      } else {
        guard names.isEmpty else { break }
        var upper = position
        while upper < input.count, upper - position <= Self.longestName, !Self.endsName(input.scalars[upper]) {
          upper += 1
        }
        // Unquoted, only a mark tells where the name ends.
        let limit = inBrackets ? Self.longestName : 8
        if upper - position >= 2, upper - position <= limit, upper == input.count || Self.endsName(input.scalars[upper])
        {
          names.append(position..<upper)
        }
        break
      }
    }
    return names
  }

  private func full(endingAt end: Int, entity: Candidate?, short: Range<Int>) -> Found? {
    let characters = input.scalars[short]
    if let entity, entity.type != RuleSet.title {
      let isShorter =
        entity.type != RuleSet.organization || Abbreviation.isInside(characters, input.scalars[entity.range])
      if !isShorter, let start = anchor(characters, before: end), start < entity.range.lowerBound {
        return Found(full: start..<end, short: short, type: RuleSet.organization, isFullNew: true)
      }
      return Found(full: entity.range, short: short, type: entity.type, isFullNew: false)
    }
    guard let start = anchor(characters, before: end), endsLikeOrganization(start..<end) else { return nil }
    return Found(full: start..<end, short: short, type: RuleSet.organization, isFullNew: true)
  }

  /// Where a full name begins that no rule has found: as near as all characters of the short form stand in it, and with
  /// the places right before it.
  private func anchor(_ short: ArraySlice<UInt32>, before end: Int) -> Int? {
    guard let first = short.first else { return nil }
    var lowest = end
    while lowest > 0, end - lowest < Self.longestFull, !Self.parts(input.scalars[lowest - 1]) { lowest -= 1 }
    var start = end - 1
    while start >= lowest {
      if input.scalars[start] == first, input.isBoundary(start),
        Abbreviation.isInside(short, input.scalars[start..<end])
      {
        break
      }
      start -= 1
    }
    guard start >= lowest else { return nil }
    for _ in 0..<3 {
      var earlier = start
      input.forEachResult(ofType: RuleSet.place, at: start, .backward) { other in
        if other >= lowest { earlier = min(earlier, other) }
      }
      if earlier == start { break }
      start = earlier
    }
    return start
  }

  private func endsLikeOrganization(_ range: Range<Int>) -> Bool {
    guard let suffix = tables.organizationSuffix else { return false }
    return range.dropFirst().contains { start in
      input.edges(at: start).contains { Int($0.end) == range.upperBound && $0.classes.contains(suffix) }
    }
  }

  // MARK: Marks, folded to half width

  private static func isOpen(_ scalar: UInt32) -> Bool { scalar == 0x28 || scalar == 0xFF08 }
  private static func isClose(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 }
  private static func isLetter(_ scalar: UInt32) -> Bool { 0x61...0x7A ~= scalar || 0x41...0x5A ~= scalar }
  /// Before a cue: a bracket, a comma, a space.
  private static func mayLead(_ scalar: UInt32) -> Bool { isOpen(scalar) || isComma(scalar) || scalar == 0x20 }
  private static func isComma(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == 0xFF0C }
  private static func mayFollowCue(_ scalar: UInt32) -> Bool { "为是:： ".unicodeScalars.contains { $0.value == scalar } }
  private static func joins(_ scalar: UInt32) -> Bool { "、或和及".unicodeScalars.contains { $0.value == scalar } }
  private static func endsName(_ scalar: UInt32) -> Bool {
    "()（）,，。;；、:：”’」』》!！?？".unicodeScalars.contains { $0.value == scalar }
  }
  /// What a full name does not hold.
  private static func parts(_ scalar: UInt32) -> Bool {
    ",，。;；、:：”“’‘「」『』!！?？ ".unicodeScalars.contains { $0.value == scalar }
  }
  private static func closingQuote(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x201C: 0x201D
    case 0x2018: 0x2019
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    case 0x300A: 0x300B
    case 0x22, 0x27: scalar
    default: nil
    }
  }
}
