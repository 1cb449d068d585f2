/// The small numbers by which the trie knows characters.
///
/// Several scalars share one code where folding makes them equal (`Ａ`, `A`, `a`; 國, 国). The codes below
/// ``firstPlain`` are those that segmentation looks at more closely; all others are ordinary Han characters.
public enum CharacterCode {
  /// Never the code of a character: labels of free trie nodes.
  @inlinable public static var none: UInt16 { 0 }
  /// The digits 0 to 9 in this order.
  @inlinable public static var digitZero: UInt16 { 1 }
  /// The letters a to z in this order.
  @inlinable public static var letterA: UInt16 { 11 }
  /// The code of characters of a class that stand in no word: `unlisted + class.rawValue`.
  @inlinable public static var unlisted: UInt16 { 40 }
  /// Stands where no word may go on: behind the end, and inside a user's words. No inner node has it as its label.
  @inlinable public static var barrier: UInt16 { unlisted }
  /// From here on to `firstPlain`: numerals, and what else is not Han and stands in words.
  @inlinable public static var firstSpecial: UInt16 { 64 }
  @inlinable public static var firstPlain: UInt16 { 256 }

  /// The code of a character of `class` that stands in no word.
  package static func unlisted(_ class: CharacterClass) -> UInt16 { unlisted + UInt16(`class`.rawValue) }
}

/// The part a character plays in numbers and dates, from `Dictionaries/segmentation/numerals.tsv`.
///
/// The raw values stand in compiled dictionaries: append, never renumber.
public enum NumeralRole: UInt8, Sendable, CaseIterable {
  case none = 0
  /// 一 九 〇 两
  case digit
  /// 十, which dates need apart from the other units
  case ten
  /// 百 千
  case unit
  /// 万 亿, which also follow Arabic digits
  case large
  /// 几, which may stand alone
  case some
  /// 数, which needs a unit after it
  case several
  /// 第
  case ordinal
  /// 点, between digits
  case point
  /// 分 of 分之, and of 8时30分
  case fraction
  /// 之 of 分之
  case of
  /// Arabic digits, however many; stands in no table
  case arabic
  /// 年 月 日 时, which make a time of the number before them
  case year, month, day, hour
  /// 份 of 月份
  case share
}

extension NumeralRole {
  /// The role of that name in `numerals.tsv`.
  package init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = match
  }
}
