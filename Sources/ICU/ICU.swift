import ICUShim

/// Facts about the ICU library that is loaded.
public enum ICU {
  /// The version of the library, `72.1`. Boundaries and names may differ between versions.
  public static let version = text(icushim_version)

  /// The version of Unicode whose characters the library knows, `15.0`.
  public static let unicodeVersion = text(icushim_unicode_version)

  private static func text(_ write: (UnsafeMutablePointer<CChar>) -> Void) -> String {
    var text = [CChar](repeating: 0, count: 20)
    write(&text)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
