/// Reads credits: `□本报记者 张一 通讯员 李二`, `文/张一 图/李二`, `来源：…`.
///
/// A credit is a sequence of media, cue words and names with separators between them; anything else makes it no credit,
/// so that `记者获悉，…` and `作者简介` are left alone. Looks at no more than the range that it is given.
struct CreditParser {
  let bytes: [UInt8]
  let cues: ArticleCues
  private var offset = 0
  private var limit = 0
  private var names: [Span] = []
  private var agency: Span?
  private var credits = 0
  private var photos = 0
  private var isSet = false  // a mark, a bracket, a separator or a medium sets the credit off from running text
  private var isClosed = false

  init(bytes: [UInt8], cues: ArticleCues) {
    self.bytes = bytes
    self.cues = cues
  }

  /// The credit that fills `range`, or `nil`.
  ///
  /// - Parameters:
  ///   - trusted: names alone will do, for the place tells what they are.
  ///   - bracketed: brackets around the range set it off from running text.
  func credit(in range: Range<Int>, trusted: Bool = false, bracketed: Bool = false) -> Byline? {
    // Most lines are none, and have none of the words that would make them one.
    guard trusted || !cues.kinds(in: range, of: bytes, among: Self.makingCredits).isEmpty else { return nil }
    var parser = self
    parser.isSet = trusted || bracketed
    parser.offset = range.lowerBound
    parser.limit = range.upperBound
    while parser.offset < parser.limit {
      guard parser.step() else { return nil }
    }
    let isNamed = !parser.names.isEmpty
    guard parser.credits + parser.photos > 0 || parser.agency != nil || (trusted && isNamed) else { return nil }
    guard isNamed || parser.agency != nil else { return nil }
    guard parser.isSet || parser.credits + parser.photos > 1 else { return nil }
    return parser.byline(Span(lower: range.lowerBound, upper: range.upperBound))
  }

  /// The credit that opens running text and closes with `报道`: `记者张一 通讯员李二报道：…`, and where it ends.
  func openingCredit(from lower: Int, limit: Int) -> (byline: Byline, end: Int)? {
    let limit = max(lower, min(limit, lower + 120))
    guard cues.kinds(in: lower..<limit, of: bytes, among: .closing) == .closing else { return nil }
    var parser = self
    parser.isSet = true
    parser.offset = lower
    parser.limit = limit
    while parser.offset < parser.limit, !parser.isClosed {
      guard parser.step() else { return nil }
    }
    guard parser.isClosed, parser.credits > 0, !parser.names.isEmpty else { return nil }
    return (parser.byline(Span(lower: lower, upper: parser.offset)), parser.offset)
  }

  private func byline(_ span: Span) -> Byline {
    var span = span
    while span.count > 1 {  // a mark or white space at the start is no part of the credit
      let (value, length) = Scalars.at(span.lower, of: bytes, limit: span.upper)
      guard Scalars.isSpace(value) || Mark(value) == .open || Mark.isBullet(value) else { break }
      span = Span(lower: span.lower + length, upper: span.upper)
    }
    while span.count > 1 {
      let (value, length) = Scalars.before(span.upper, of: bytes, limit: span.lower)
      guard Scalars.isSpace(value) || Mark(value) == .close || Mark(value) == .stop else { break }
      span = Span(lower: span.lower, upper: span.upper - length)
    }
    return Byline(span: span, names: names, agency: agency, isPhotoCredit: photos > 0 && credits == 0)
  }

  /// Reads one separator, cue or name.
  private mutating func step() -> Bool {
    let (value, length) = Scalars.at(offset, of: bytes, limit: limit)
    if isSeparator(value) {
      offset += length
      if credits + photos > 0 || Mark(value) == .open || Mark.isBullet(value) { isSet = true }
      return true
    }
    if let cue = cues.match(bytes, at: offset, limit: limit, of: Self.inCredits), standsAlone(cue.end) {
      return take(cue)
    }
    if let name = name(at: offset) {
      names.append(name)
      offset = name.upper
      return names.count <= 16
    }
    return takeOutlet()
  }

  private static let inCredits = ArticleCues.Kinds(
    .agency, .reporter, .credit, .photo, .closing, .posted, .source, .mark)
  private static let roles = ArticleCues.Kinds(.reporter, .credit, .photo, .closing)
  /// One of these is in every credit whose place does not tell what it is.
  private static let makingCredits = ArticleCues.Kinds(.agency, .reporter, .credit, .photo, .source)

  private mutating func take(_ cue: (kind: ArticleCues.Kind, end: Int)) -> Bool {
    switch cue.kind {
    case .reporter:
      credits += 1
      // 本报记者 is one cue; the medium is its first half.
      if let medium = cues.match(bytes, at: offset, limit: cue.end, of: .agency), medium.end < cue.end {
        isSet = true
        agency = agency ?? Span(lower: offset, upper: medium.end)
      }
    case .credit:
      // `作者简介` and `编辑部` are no credits; `作者：` and `编辑 ` are.
      let isApart =
        cue.end == limit || isSeparator(Scalars.at(cue.end, of: bytes, limit: limit).value)
        || cues.match(bytes, at: cue.end, limit: limit, of: Self.roles) != nil
      guard isApart else { return false }
      credits += 1
    case .photo:
      photos += 1
      if !names.isEmpty { isSet = true }  // 张一 摄
    case .closing: isClosed = true
    case .mark: isSet = true
    case .agency:
      isSet = true
      agency = agency ?? Span(lower: offset, upper: cue.end)
    case .posted:
      return skip(toRoleFrom: cue.end)
    case .source:
      return takeSource(from: cue.end)
    case .lead, .dispatch, .caption, .end, .binding: return false
    }
    offset = cue.end
    return true
  }

  /// A cue of one character must not be the first of a name or a word: `文/张一`, `图：李二`, `张一摄`.
  private func standsAlone(_ end: Int) -> Bool {
    guard end - offset <= 4, end < limit else { return true }
    let (first, length) = Scalars.at(offset, of: bytes, limit: limit)
    guard length == end - offset, Scalars.isHan(first) else { return true }
    let next = Scalars.at(end, of: bytes, limit: limit).value
    return isSeparator(next) || cues.match(bytes, at: offset, limit: limit, of: .posted) != nil
  }

  /// `驻华盛顿记者`: the place, then the cue.
  private mutating func skip(toRoleFrom start: Int) -> Bool {
    guard let role = roleOffset(from: start, scalars: 8) else { return false }
    offset = role
    return true
  }

  /// A medium that is in no table, right before the cue: `朝阳新闻记者`.
  private mutating func takeOutlet() -> Bool {
    guard isSet, credits + photos == 0, agency == nil, names.isEmpty else { return false }
    guard let role = roleOffset(from: offset, scalars: 14) else { return false }
    agency = Span(lower: offset, upper: role)
    offset = role
    return true
  }

  private func roleOffset(from start: Int, scalars: Int) -> Int? {
    var end = start
    for _ in 0..<scalars where end < limit {
      let (value, length) = Scalars.at(end, of: bytes, limit: limit)
      guard Scalars.isHan(value) || value == 0xB7 || Scalars.isLatinOrDigit(value) else { return nil }
      end += length
      if cues.match(bytes, at: end, limit: limit, of: .reporter) != nil { return end }
    }
    return nil
  }

  /// `来源：北京日报`: the rest up to white space is the medium.
  private mutating func takeSource(from start: Int) -> Bool {
    guard start < limit else { return false }
    let (value, length) = Scalars.at(start, of: bytes, limit: limit)
    guard Mark(value) == .colon || Scalars.isSpace(value) else { return false }
    var lower = start + length
    while lower < limit {
      let (value, length) = Scalars.at(lower, of: bytes, limit: limit)
      guard Scalars.isSpace(value) else { break }
      lower += length
    }
    var upper = lower
    while upper < limit {
      let (value, length) = Scalars.at(upper, of: bytes, limit: limit)
      if Scalars.isSpace(value) || Mark(value) == .close { break }
      guard Mark(value) != .stop, Mark(value) != .comma || value == 0x3001 else { return false }
      upper += length
    }
    guard lower < upper, upper - lower <= 90 else { return false }
    isSet = true
    credits += 1
    agency = Span(lower: lower, upper: upper)
    offset = upper
    return true
  }

  /// A name: two to four Han characters, `王　五`, or a foreign one with `·`.
  private func name(at lower: Int) -> Span? {
    let roles = Self.roles
    var end = lower
    var count = 0
    var dotted = false
    while end < limit {
      let (value, length) = Scalars.at(end, of: bytes, limit: limit)
      if value == 0xB7 || value == 0x2022 || value == 0x30FB {
        dotted = true
      } else if !Scalars.isHan(value) {
        break
      } else if count >= 2, cues.mayBegin(value, of: roles),
        let cue = cues.match(bytes, at: end, limit: limit, of: roles)
      {
        if cue.end - end > 4 || cue.end == limit { break }
        if isSeparator(Scalars.at(cue.end, of: bytes, limit: limit).value) { break }
      }
      count += 1
      end += length
      if count > 16 { return nil }
    }
    if count == 1 { return spacedName(from: lower, firstEnd: end) }
    return count >= 2 && (dotted || count <= 4) ? Span(lower: lower, upper: end) : nil
  }

  private func spacedName(from lower: Int, firstEnd: Int) -> Span? {
    var next = firstEnd
    while next < limit {
      let (value, length) = Scalars.at(next, of: bytes, limit: limit)
      guard Scalars.isSpace(value) else { break }
      next += length
    }
    guard next > firstEnd, next < limit, next - firstEnd <= 8 else { return nil }
    let (value, length) = Scalars.at(next, of: bytes, limit: limit)
    guard Scalars.isHan(value) else { return nil }
    let end = next + length
    if end < limit, Scalars.isHan(Scalars.at(end, of: bytes, limit: limit).value),
      cues.match(bytes, at: end, limit: limit, of: Self.roles) == nil
    {
      return nil
    }
    return Span(lower: lower, upper: end)
  }

  private func isSeparator(_ value: UInt32) -> Bool {
    if Scalars.isSpace(value) { return true }
    switch value {
    // / ／ | ｜ : ： 、 ， （ ） ( ) [ ] 【 】 and dashes
    case 0x2F, 0xFF0F, 0x7C, 0xFF5C, 0x3A, 0xFF1A, 0x3001, 0xFF0C, 0xFF08, 0xFF09, 0x28, 0x29, 0x5B, 0x5D, 0x3010,
      0x3011, 0x2014, 0x25A0...0x25FF:
      return true
    default: return false
    }
  }
}
