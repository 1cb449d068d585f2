/// Kinds of characters by which spans are proposed, of folded text.
enum Characters {
  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00..<0xA000).contains(scalar) || (0x3400..<0x4DC0).contains(scalar) || scalar == 0x3007
      || (0x20000..<0x30000).contains(scalar)
  }
  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
  static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
  static func isNamePart(_ scalar: UInt32) -> Bool { isHan(scalar) || isLetter(scalar) }
  /// Han, Latin, digits, and the points of foreign names.
  static func isLetterLike(_ scalar: UInt32) -> Bool {
    isHan(scalar) || isLetter(scalar) || isDigit(scalar) || (NameModel.isPoint(scalar) && scalar != 0x2E)
  }
  static func isOpening(_ scalar: UInt32) -> Bool { scalar == 0x28 || scalar == 0xFF08 }
  static func isClosing(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 }
  /// What may stand inside the name of an organization: letters, brackets, quotation marks.
  static func mayBeInName(_ scalar: UInt32) -> Bool {
    isLetterLike(scalar) || isOpening(scalar) || isClosing(scalar) || scalar == 0x201C || scalar == 0x201D
  }
  /// Letters, digits and the signs of Latin names: AT&T, Wi-Fi, 3.0.
  static func isLatinPart(_ scalar: UInt32) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == 0x2D || scalar == 0x2E || scalar == 0x26
  }
}
