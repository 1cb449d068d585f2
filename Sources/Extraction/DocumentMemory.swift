import Lexicon

/// The names of an article: what was found with good evidence once is found wherever it stands.
///
/// Remembered are names of people in full, the last part of foreign ones, given names of two characters where they act
/// (志远说), organizations, and the short forms that the article defines or makes. Places are not: the tables know them,
/// and a name that is no place elsewhere should not become one.
///
/// - Complexity: linear in the text that is asked about; at most ``limit`` names.
struct DocumentMemory {
  /// Where a remembered name counts.
  private enum Condition: Comparable {
    case anywhere
    /// With words' ends at both sides.
    case words
    /// So, and right before a verb of saying or doing.
    case subject
  }

  private struct Name {
    let type: UInt8
    let condition: Condition
    let evidence: Float
  }

  /// Evidence, in nats, from which on a name is remembered, and that it lends to its other places.
  private static let remembered: Float = 3
  private static let lent: Float = 2.5
  /// What the article itself defines is sure; what could be a short form of it is not.
  private static let defined: Float = 4
  private static let computed: Float = 1
  /// More names than an article has; keeps a file without articles from growing a list without end.
  private static let limit = 4_096
  private static let longest = 62

  private let tables: AliasTables
  private var numbers = NameNumbers(capacity: 32)
  /// By number.
  private var names: [Name] = []
  private var headNumbers = KeyNumbers()
  /// By the number of their first two scalars: the lengths of the names, a bit each.
  private var lengths: [UInt64] = []
  /// A bit for each first scalar, by its last ten bits: most scalars begin no name.
  private var firsts = [UInt64](repeating: 0, count: 16)
  /// A bit for each of their first two scalars, several of which may share one.
  private var heads = [UInt64](repeating: 0, count: 64)
  private var surnames: Set<[UInt32]> = []

  init(tables: AliasTables) { self.tables = tables }

  var isEmpty: Bool { names.isEmpty && surnames.isEmpty }

  // MARK: Taking in

  /// Takes in the names of people and organizations of a sentence.
  mutating func remember(_ standing: [Candidate], in input: borrowing RuleInput) {
    for candidate in standing where candidate.range.count >= 2 {
      switch candidate.type {
      case RuleSet.person where candidate.evidence >= Self.remembered:
        rememberPerson(Array(input.scalars[candidate.range]))
      case RuleSet.organization where candidate.range.count >= 4:
        let scalars = Array(input.scalars[candidate.range])
        if candidate.evidence >= Self.remembered { add(scalars, RuleSet.organization, .words, Self.lent) }
        rememberHeads(of: scalars, candidate.range, in: input)
      default: break
      }
    }
  }

  /// Takes in a short form that the sentence defines, and the full name if only the definition speaks for it.
  mutating func remember(_ definition: DefinitionReader.Found, in input: borrowing RuleInput) {
    if definition.isFullNew { add(Array(input.scalars[definition.full]), definition.type, .anywhere, Self.defined) }
    // A word of two characters can stand inside another one by chance.
    let condition: Condition = definition.short.count > 2 ? .anywhere : .words
    add(Array(input.scalars[definition.short]), definition.type, condition, Self.defined)
  }

  private mutating func rememberPerson(_ scalars: [UInt32]) {
    guard add(scalars, RuleSet.person, .anywhere, Self.lent) else { return }
    if let point = scalars.lastIndex(where: NameMention.isPoint) {
      let last = scalars[(point + 1)...]
      // 华盛顿 and 林肯 are places and cars as well.
      if last.count >= 2, !tables.isEntry(last, of: tables.place), !tables.isEntry(last, of: tables.country),
        last.count > 2 || tables.lexicon.lookUp(folded: last) == nil
      {
        add(Array(last), RuleSet.person, last.count > 2 ? .anywhere : .words, Self.lent)
      }
    } else if let length = tables.surnameLength(of: scalars) {
      surnames.insert(Array(scalars[..<length]))
      let given = scalars[length...]
      if given.count == 2, !isOrdinaryWord(given) { add(Array(given), RuleSet.person, .subject, Self.computed) }
    }
  }

  /// 云岭|大学: 云大. Longer rows of words have no such form that could be told.
  private mutating func rememberHeads(of scalars: [UInt32], _ range: Range<Int>, in input: borrowing RuleInput) {
    var heads: [UInt32] = []
    for position in range where input.isBoundary(position) { heads.append(input.scalars[position]) }
    if 2...4 ~= heads.count, heads.count < scalars.count, !isOrdinaryWord(heads[...]) {
      add(heads, RuleSet.organization, .words, Self.computed)
    }
  }

  private func isOrdinaryWord(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard let word = tables.lexicon.lookUp(folded: scalars) else { return false }
    return tables.lexicon.cost(of: word) != nil && !tables.lexicon.tagName(of: word).hasPrefix("nr")
  }

  @discardableResult
  private mutating func add(_ scalars: [UInt32], _ type: UInt8, _ condition: Condition, _ evidence: Float) -> Bool {
    guard 2...Self.longest ~= scalars.count, names.count < Self.limit else { return false }
    let name = Name(type: type, condition: condition, evidence: evidence)
    let number = numbers.numbering(scalars)
    if number < names.count {
      if names[number].condition <= condition, names[number].evidence >= evidence { return false }
      names[number] = name
      return true
    }
    names.append(name)
    let head = headNumbers.numbering(Self.head(scalars, 0))
    if head == lengths.count { lengths.append(0) }
    lengths[head] |= 1 << UInt64(scalars.count)
    firsts[Int(scalars[0] >> 6 & 15)] |= 1 << UInt64(scalars[0] & 63)
    let place = Self.headPlace(scalars[0], scalars[1])
    heads[place >> 6] |= 1 << UInt64(place & 63)
    return true
  }

  /// The bit of ``heads``.
  @inline(__always) private static func headPlace(_ first: UInt32, _ second: UInt32) -> Int {
    Int(truncatingIfNeeded: first &* 31 &+ second) & 4_095
  }

  private static func head(_ scalars: [UInt32], _ position: Int) -> UInt64 {
    UInt64(scalars[position]) << 32 | UInt64(scalars[position + 1])
  }

  /// The lengths of the names that begin with two scalars, a bit each.
  private func lengths(at head: UInt64) -> UInt64 { headNumbers[head].map { lengths[$0] } ?? 0 }

  // MARK: Asking

  /// Whether a remembered name stands in the range of the text where nothing of that extent was found.
  ///
  /// - Parameters:
  ///   - ranges: of what was found, in the order of the text, not overlapping.
  ///   - loneSurnames: surnames that stand alone before a title.
  ///   - name: a buffer that is kept from one sentence to the next.
  func misses(
    in bytes: [UInt8], _ range: Range<Int>, found ranges: [Range<Int>], loneSurnames: [[UInt32]], name: inout [UInt32]
  ) -> Bool {
    if loneSurnames.contains(where: surnames.contains) { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
      var next = 0
      var start = range.lowerBound
      while let (found, behind) = nextHead(bytes, from: start) {
        while next < ranges.count, ranges[next].upperBound <= found { next += 1 }
        let known = next < ranges.count && ranges[next].lowerBound <= found ? ranges[next].upperBound : found
        if holdsName(bytes, found, beyond: known, &name) { return true }
        start = behind
      }
      return false
    }
  }

  /// The next character that may begin a name together with the one behind it, and where that one starts.
  ///
  /// Characters are told apart by their last ten bits, which lie in their last two bytes: so most need not be decoded.
  private func nextHead(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (start: Int, behind: Int)? {
    firsts.withUnsafeBufferPointer { firsts in
      var start = start
      while start < bytes.count {
        let lead = bytes[start]
        let last = start &+ Self.length(ofLead: lead) &- 1
        // The last character begins no name: names have two at least.
        guard last &+ 1 < bytes.count else { return nil }
        let row = lead < 0x80 ? Int(lead >> 6) : Int(bytes[last &- 1] & 15)
        if firsts[row] &>> UInt64(bytes[last] & 63) & 1 != 0 {
          let (first, behind) = Self.scalar(bytes, start)
          let place = Self.headPlace(first, Self.scalar(bytes, behind).scalar)
          if heads[place >> 6] >> UInt64(place & 63) & 1 != 0 { return (start, behind) }
        }
        start = last &+ 1
      }
      return nil
    }
  }

  /// Whether a remembered name starts at `start` and ends behind `known`.
  private func holdsName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, beyond known: Int, _ name: inout [UInt32]
  ) -> Bool {
    name.removeAll(keepingCapacity: true)
    var position = start
    var open: UInt64 = .max
    while position < bytes.count, open >> UInt64(name.count) > 1 {
      let (scalar, behind) = Self.scalar(bytes, position)
      name.append(scalar)
      position = behind
      if name.count == 2 { open = lengths(at: Self.head(name, 0)) }
      if name.count >= 2, open >> UInt64(name.count) & 1 != 0, position > known, numbers[name] != nil { return true }
    }
    return false
  }

  @inline(__always) private static func length(ofLead lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The scalar at a position, and where the next one starts.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> (scalar: UInt32, behind: Int) {
    let lead = bytes[position]
    let length = length(ofLead: lead)
    var scalar = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 1) where position + offset < bytes.count {
      scalar = scalar << 6 | UInt32(bytes[position + offset] & 63)
    }
    return (scalar, position + length)
  }

  /// A candidate for each place of the sentence where a remembered name stands.
  func candidates(in input: borrowing RuleInput) -> [Candidate] {
    var result: [Candidate] = []
    let scalars = input.scalars
    for start in 0..<input.count {
      forEachName(at: start, in: scalars) { length, name in
        let range = start..<start + length
        guard stands(name, range, in: input) else { return }
        let rule: Int32 = name.evidence >= Self.defined ? CandidateSource.definition : CandidateSource.memory
        result.append(Candidate(type: name.type, kind: -1, range: range, rule: rule, evidence: name.evidence))
      }
    }
    if !surnames.isEmpty { result += loneSurnames(in: input) }
    return result
  }

  /// The candidates with those of the memory, but none that cuts through a name that the article defines (文化总经理 where
  /// 青禾文化 is defined).
  ///
  /// - Complexity: linear in the candidates and the sentence.
  func joined(_ candidates: [Candidate], in input: borrowing RuleInput) -> [Candidate] {
    let own = self.candidates(in: input)
    var candidates = candidates
    // Where the article names a 马骏, 马校长 is a surname and a title.
    let lone = Set(own.filter { $0.range.count < 3 && surnames.contains(Array(input.scalars[$0.range])) }.map(\.range))
    if !lone.isEmpty {
      candidates.removeAll { candidate in
        candidate.type == RuleSet.person && candidate.range.count < 5
          && Self.surnameBeforeTitle(candidate.range, in: input, tables: tables).map(lone.contains) ?? false
      }
    }
    let defined = own.filter { $0.rule == CandidateSource.definition }
    guard !defined.isEmpty else { return candidates + own }
    // By scalar: the number of the defined name that covers it, counted from 1.
    var cover = [Int](repeating: 0, count: input.count)
    for (index, name) in defined.enumerated() { for position in name.range { cover[position] = index + 1 } }
    let kept = candidates.filter { candidate in
      for position in [candidate.range.lowerBound, candidate.range.upperBound - 1] where cover[position] > 0 {
        let name = defined[cover[position] - 1].range
        let isApart = candidate.range.clamped(to: name) == candidate.range || name.clamped(to: candidate.range) == name
        if !isApart { return false }
      }
      return true
    }
    return kept + own
  }

  /// 方 in 方主席, if the article names a 方志远.
  private func loneSurnames(in input: borrowing RuleInput) -> [Candidate] {
    var starts: Set<Int> = []
    for title in input.results where title.type == RuleSet.title && title.evidence >= 0 {
      // 孔师傅 is named as such.
      if !tables.isEntry(input.scalars[title.range], of: tables.honorific) { starts.insert(title.range.lowerBound) }
    }
    return starts.sorted().compactMap { end in
      guard let range = Self.loneSurname(before: end, in: input, tables: tables),
        surnames.contains(Array(input.scalars[range]))
      else { return nil }
      return Candidate(type: RuleSet.person, kind: -1, range: range, rule: CandidateSource.memory, evidence: Self.lent)
    }
  }

  /// The surname that stands as a word right before `end`, where a title begins.
  static func loneSurname(before end: Int, in input: borrowing RuleInput, tables: AliasTables) -> Range<Int>? {
    for length in [2, 1] where end >= length {
      let range = end - length..<end
      if input.isBoundary(range.lowerBound), tables.isEntry(input.scalars[range], of: tables.surname) { return range }
    }
    return nil
  }

  /// The surname of what looks like a name and is nothing but a surname and a title: 马 in 马校长.
  static func surnameBeforeTitle(
    _ range: Range<Int>, in input: borrowing RuleInput, tables: AliasTables
  ) -> Range<Int>? {
    for length in [2, 1] where length < range.count {
      let split = range.lowerBound + length
      var isTitle = false
      input.forEachResult(ofType: RuleSet.title, at: split, .forward) { end in
        isTitle = isTitle || end == range.upperBound
      }
      if tables.isEntry(input.scalars[split..<range.upperBound], of: tables.honorific) { isTitle = false }
      if isTitle, let surname = loneSurname(before: split, in: input, tables: tables), surname.count == length {
        return surname
      }
    }
    return nil
  }

  private func stands(_ name: Name, _ range: Range<Int>, in input: borrowing RuleInput) -> Bool {
    // Letters go on: WHO does not stand in WHOLE.
    if range.lowerBound > 0, Self.isLetter(input.scalars[range.lowerBound]),
      Self.isLetter(input.scalars[range.lowerBound - 1])
    {
      return false
    }
    if range.upperBound < input.count, Self.isLetter(input.scalars[range.upperBound - 1]),
      Self.isLetter(input.scalars[range.upperBound])
    {
      return false
    }
    if name.condition == .anywhere { return true }
    guard input.isBoundary(range.lowerBound), input.isBoundary(range.upperBound) else { return false }
    return name.condition == .words || isVerb(at: range.upperBound, in: input)
  }

  private func isVerb(at position: Int, in input: borrowing RuleInput) -> Bool {
    guard let say = tables.sayVerb, let act = tables.personVerb else { return false }
    return input.edges(at: position).contains { $0.classes.contains(say) || $0.classes.contains(act) }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    0x61...0x7A ~= scalar || 0x41...0x5A ~= scalar || 0x30...0x39 ~= scalar
  }

  /// Calls `body` with the length of each remembered name that starts at `start`.
  private func forEachName(at start: Int, in scalars: [UInt32], _ body: (Int, Name) -> Void) {
    let first = scalars[start]
    guard start + 1 < scalars.count, firsts[Int(first >> 6 & 15)] >> UInt64(first & 63) & 1 != 0 else { return }
    var open = lengths(at: Self.head(scalars, start))
    while open != 0 {
      let length = open.trailingZeroBitCount
      open &= open &- 1
      guard start + length <= scalars.count else { return }
      if let number = numbers[Array(scalars[start..<start + length])] { body(length, names[number]) }
    }
  }
}
