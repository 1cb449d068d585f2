import ICUShim

/// The general category of a scalar in ICU's version of Unicode, which is that of its scripts and breaks.
///
/// The standard library answers the same from its own, often other, version.
public enum GeneralCategory: Int32, Hashable, Sendable, CaseIterable {
  // In the order of UCharCategory.
  case unassigned, uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter
  case nonspacingMark, enclosingMark, spacingMark
  case decimalNumber, letterNumber, otherNumber
  case spaceSeparator, lineSeparator, paragraphSeparator
  case control, format, privateUse, surrogate
  case dashPunctuation, openPunctuation, closePunctuation, connectorPunctuation, otherPunctuation
  case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
  case initialPunctuation, finalPunctuation

  /// The category of `scalar`.
  public init(of scalar: Unicode.Scalar) {
    self = GeneralCategory(rawValue: icushim_category(scalar.value)) ?? .unassigned
  }
}
