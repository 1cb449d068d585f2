/// The words by which a page tells its articles, credits and captions, from `Dictionaries/articles/byline-cues.tsv`.
///
/// A plain value, because this module knows no dictionary: whoever loads the tables builds it.
public struct ArticleCues: Sendable {
  /// What a cue is a sign of; the raw values are those of the table's column `kind`.
  public enum Kind: String, Sendable, CaseIterable {
    /// Opens the text of a report: `本报讯`.
    case lead
    /// A medium: `新华社`, `本报`.
    case agency
    /// Closes a dateline: `电`, `讯`.
    case dispatch
    /// Stands before the name of a reporter, often without a space: `记者`.
    case reporter
    /// Stands beside the name of who wrote or edited, with a mark or a space between: `责编`.
    case credit
    /// Stands beside the name of who took or drew a picture: `摄`, `图`.
    case photo
    /// Closes a credit: `报道`.
    case closing
    /// Stands before the place a reporter is posted to: `驻`.
    case posted
    /// Opens the name of a source: `来源`.
    case source
    /// Opens the words below a picture: `图为`.
    case caption
    /// Opens a credit or a headline without being a word: `□`.
    case mark
    /// Stands in brackets below an article: `（完）`.
    case end
    /// One character that cannot end a headline or a sentence, so that the line goes on: `的`.
    case binding
  }

  /// A set of kinds, one bit each.
  struct Kinds: OptionSet {
    let rawValue: UInt16
    static let all = Kinds(rawValue: .max)
    // Made once: they are asked for at each character of a line.
    static let agency = Kinds(Kind.agency)
    static let binding = Kinds(Kind.binding)
    static let caption = Kinds(Kind.caption)
    static let dispatch = Kinds(Kind.dispatch)
    static let end = Kinds(Kind.end)
    static let lead = Kinds(Kind.lead)
    static let posted = Kinds(Kind.posted)
    static let reporter = Kinds(Kind.reporter)
    static let closing = Kinds(Kind.closing)

    init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ kinds: Kind...) {
      rawValue = kinds.reduce(0) { $0 | 1 << UInt16(Kind.allCases.firstIndex(of: $1) ?? 0) }
    }
  }

  private struct Cue: Sendable {
    let bytes: [UInt8]
    let kind: Kind
    let bit: UInt16
  }

  /// By first scalar, longest first, so that `实习记者` is found before `实习`.
  private let byFirst: [UInt32: [Cue]]
  /// By the last twelve bits of a first scalar: the kinds of the cues that begin so. Most scalars begin none.
  private let kindsByFirst: [UInt16]
  private static let firstBits: UInt32 = 0xFFF
  /// The same of cues that are one scalar; and a bit for each pair of scalars that longer ones begin with.
  private let kindsOfSingles: [UInt16]
  private let pairs: [UInt64]

  /// No words at all: pages are told apart by their shape alone.
  public static let none = ArticleCues([])

  /// Empty words are left out; the order does not matter.
  public init(_ cues: [(word: String, kind: Kind)]) {
    var table: [UInt32: [Cue]] = [:]
    for cue in cues {
      guard let first = cue.word.unicodeScalars.first else { continue }
      table[first.value, default: []].append(
        Cue(bytes: Array(cue.word.utf8), kind: cue.kind, bit: Kinds(cue.kind).rawValue))
    }
    var kinds = [UInt16](repeating: 0, count: Int(Self.firstBits) + 1)
    var singles = kinds
    var pairs = [UInt64](repeating: 0, count: Self.pairLimit / 64)
    for cue in cues {
      let scalars = cue.word.unicodeScalars.prefix(2).map { Int($0.value & Self.firstBits) }
      guard let first = scalars.first else { continue }
      let bit = Kinds(cue.kind).rawValue
      kinds[first] |= bit
      if scalars.count == 1 {
        singles[first] |= bit
      } else {
        let pair = Self.pair(first, scalars[1])
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }
    kindsByFirst = kinds
    kindsOfSingles = singles
    self.pairs = pairs
    byFirst = table.mapValues { list in list.sorted { $0.bytes.count > $1.bytes.count } }
  }

  /// The longest cue at `offset` that ends at or before `limit` and is of a kind in `kinds`.
  func match(_ bytes: [UInt8], at offset: Int, limit: Int, of kinds: Kinds = .all) -> (kind: Kind, end: Int)? {
    guard offset < limit else { return nil }
    let first = Scalars.at(offset, of: bytes, limit: limit).value
    guard mayBegin(first, of: kinds), let list = byFirst[first] else { return nil }
    for cue in list where kinds.rawValue & cue.bit != 0 && offset + cue.bytes.count <= limit {
      if bytes[offset..<offset + cue.bytes.count].elementsEqual(cue.bytes) {
        return (cue.kind, offset + cue.bytes.count)
      }
    }
    return nil
  }

  /// Whether a cue of one of the kinds may begin with the scalar; most scalars begin none.
  @inline(__always)
  func mayBegin(_ scalar: UInt32, of kinds: Kinds) -> Bool {
    kindsByFirst[Int(scalar & Self.firstBits)] & kinds.rawValue != 0
  }

  /// Which of `kinds` the cues that begin in `range` have, and perhaps some more: what is not in the result need not be
  /// looked for.
  ///
  /// - Complexity: O(n), some instructions a character, where to look for the cues themselves takes a hundred.
  func kinds(in range: Range<Int>, of bytes: [UInt8], among kinds: Kinds) -> Kinds {
    var found: UInt16 = 0
    kindsByFirst.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { text in
        var offset = range.lowerBound
        while offset < range.upperBound {
          let (first, length) = Self.bits(at: offset, of: text, bytes, limit: range.upperBound)
          offset += length
          if table[first] & kinds.rawValue == 0 { continue }
          found |= kindsOfSingles[first]
          if offset == range.upperBound { break }
          let pair = Self.pair(first, Self.bits(at: offset, of: text, bytes, limit: range.upperBound).bits)
          if pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0 { found |= table[first] }
        }
      }
    }
    return Kinds(rawValue: found & kinds.rawValue)
  }

  /// The last twelve bits of the scalar at `offset`, and its length; `text` is the memory of `bytes`.
  @inline(__always)
  private static func bits(
    at offset: Int, of text: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8], limit: Int
  ) -> (bits: Int, length: Int) {
    // Of a scalar of three bytes the last two have them.
    if text[offset] & 0xF0 == 0xE0, offset + 3 <= limit {
      return (Int(text[offset + 1] & 0x3F) << 6 | Int(text[offset + 2] & 0x3F), 3)
    }
    let (value, length) = Scalars.at(offset, of: bytes, limit: limit)
    return (Int(value & firstBits), length)
  }

  /// The bit of the first two scalars of a cue, of each the last twelve bits.
  @inline(__always)
  private static func pair(_ first: Int, _ second: Int) -> Int { (first &* 31 ^ second) & (pairLimit - 1) }
  private static let pairLimit = 1 << 14
}
