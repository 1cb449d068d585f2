/// What ICU's rules say of a word segment.
///
/// The values are the tags of ICU's word rules (`UWordBreak`), which come in ranges of a hundred.
package enum WordStatus: UInt8, Sendable {
  /// Spaces, punctuation, symbols.
  case none
  case number
  /// Letters that are no ideographs or kana.
  case letter
  case kana
  case ideograph

  init(rule: Int32) {
    switch rule {
    case 100..<200: self = .number
    case 200..<300: self = .letter
    case 300..<400: self = .kana
    case 400..<500: self = .ideograph
    default: self = .none
    }
  }
}
