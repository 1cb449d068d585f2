import ICUShim

/// Names of countries, currencies and units in one language, from ICU's locale data (CLDR).
public struct LocaleNames: Sendable {
  /// The language of the names: `zh`, `zh_Hant`, `en`.
  public let locale: String

  public init(locale: String = "zh") { self.locale = locale }

  /// The name of a country by its ISO 3166 code: `FR` gives 法国. Nil for codes that ICU does not know.
  public func country(_ code: String) -> String? {
    name("country \(code)") { icushim_country_name(code, locale, $0, $1, &$2) }
  }

  /// The name of a currency by its ISO 4217 code: `EUR` gives 欧元. Nil for codes that ICU does not know.
  public func currency(_ code: String) -> String? {
    name("currency \(code)") { icushim_currency_name(code, locale, $0, $1, &$2) }
  }

  /// The name of a unit by its CLDR identifier: `kilometer` gives 公里. Nil for units that ICU does not know.
  public func unit(_ identifier: String) -> String? {
    name("unit \(identifier)") { icushim_unit_name(identifier, locale, $0, $1, &$2) }
  }

  private func name(
    _ what: String, _ call: (UnsafeMutablePointer<UInt16>, Int32, inout Int32) -> Int32
  ) -> String? {
    try? utf16Text(capacity: 64, "name \(what)", call)
  }
}
