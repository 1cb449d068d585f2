import ICUShim

/// Unicode normalization by ICU.
public enum Normalizer {
  /// The compatibility composition (NFKC) of `text`: `Ⅷ㎏ﾊﾝ` gives `VIIIkgハン`.
  ///
  /// Meant for short text, such as dictionary entries; articles are folded by tables, which keep positions.
  /// - Complexity: O(n), with two copies.
  public static func nfkc(_ text: String) throws(ICUError) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let units = Array(text.utf16)
    guard let count = Int32(exactly: units.count) else {
      throw ICUError(status: ICUError.illegalArgument, operation: "normalize \(units.count) units at once")
    }
    return try utf16Text(capacity: units.count + 16, "normalize text") { result, capacity, status in
      icushim_nfkc(units, count, result, capacity, &status)
    }
  }
}
