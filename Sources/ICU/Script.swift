import ICUShim

/// The script of a scalar, as Unicode assigns it.
public struct Script: RawRepresentable, Hashable, Sendable {
  /// ICU's number of the script (`UScriptCode`), which is stable between versions.
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The script of `scalar`; ``common`` for digits and punctuation.
  public init(of scalar: Unicode.Scalar) { rawValue = icushim_script(scalar.value) }

  /// The four letters of ISO 15924: `Hani`.
  public var code: String { icushim_script_name(rawValue).map { String(cString: $0) } ?? "Zzzz" }

  // Values of UScriptCode; a test compares each with its code.
  public static let common = Script(rawValue: 0)
  public static let inherited = Script(rawValue: 1)
  public static let arabic = Script(rawValue: 2)
  public static let bopomofo = Script(rawValue: 5)
  public static let cyrillic = Script(rawValue: 8)
  public static let greek = Script(rawValue: 14)
  public static let han = Script(rawValue: 17)
  public static let hangul = Script(rawValue: 18)
  public static let hiragana = Script(rawValue: 20)
  public static let katakana = Script(rawValue: 22)
  public static let latin = Script(rawValue: 25)
  public static let mongolian = Script(rawValue: 27)
  public static let thai = Script(rawValue: 38)
  public static let tibetan = Script(rawValue: 39)
}
