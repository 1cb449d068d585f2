import ICUShim

/// ICU's numbers in words: 1234 as 一千二百三十四, or 壹仟贰佰叁拾肆 as contracts write it.
///
/// It has a state and is not shared between tasks.
package final class SpelloutFormatter {
  package enum Style: String, Sendable, CaseIterable {
    case cardinal = "%spellout-cardinal"
    /// 壹贰叁 and 拾佰仟, which cannot be changed with a stroke.
    case financial = "%spellout-cardinal-financial"
  }

  private let spellout: OpaquePointer

  /// - Parameter locale: `zh` or `zh_Hant`.
  /// - Throws: `ICUError` for rules that the locale does not have.
  package init(_ style: Style, locale: String = "zh") throws(ICUError) {
    let opened = try checked("open \(style.rawValue) for \(locale)") {
      icushim_spellout_open(locale, style.rawValue, &$0)
    }
    guard let opened else {
      throw ICUError(status: ICUError.illegalArgument, operation: "open \(style.rawValue) for \(locale)")
    }
    spellout = opened
  }

  deinit { icushim_spellout_close(spellout) }

  /// - Parameter number: decimal digits with or without a sign and a point: `-12.5`.
  /// - Throws: `ICUError` for what is no number.
  package func text(_ number: String) throws(ICUError) -> String {
    try utf16Text(capacity: 64, "spell out \(number)") { icushim_spellout_write(spellout, number, $0, $1, &$2) }
  }
}
