public import Extraction
import ICU

extension ChineseNumber {
  /// How to write a number in Chinese.
  public enum Style: Sendable, CaseIterable {
    /// 一千二百三十四点五
    case simplified
    /// 一千二百三十四點五
    case traditional
    /// 壹仟贰佰叁拾肆点伍, as on cheques.
    case financial
    /// 壹仟貳佰參拾肆點伍
    case traditionalFinancial
  }

  /// A number in Chinese characters, by ICU's rules; ``init(_:)`` reads it back.
  ///
  /// ```swift
  /// ChineseNumber.spelled(ExactDecimal("20308"), .simplified)   // 二万零三百零八
  /// ```
  /// Nil for numbers of 10 000 兆 and more, which the rules have no name for, and beyond 15 digits, which they round.
  public static func spelled(_ value: ExactDecimal, _ style: Style = .simplified) -> String? {
    let plain = value.description
    let digits = plain.utf8.count { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
    guard digits <= 15, abs(value.double) < 1e16 else { return nil }
    let (rules, locale): (SpelloutFormatter.Style, String) =
      switch style {
      case .simplified: (.cardinal, "zh")
      case .traditional: (.cardinal, "zh_Hant")
      case .financial: (.financial, "zh")
      case .traditionalFinancial: (.financial, "zh_Hant")
      }
    return try? SpelloutFormatter(rules, locale: locale).text(plain)
  }
}
