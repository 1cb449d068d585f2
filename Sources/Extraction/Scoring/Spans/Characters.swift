/// Kinds of characters by which spans are proposed, of folded text.
enum Characters {
  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00..<0xA000).contains(scalar) || (0x3400..<0x4DC0).contains(scalar) || scalar == 0x3007
      || (0x20000..<0x30000).contains(scalar)
  }
  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
  static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
  /// The points of foreign names; a full stop is none here.
  static func isPoint(_ scalar: UInt32) -> Bool { NameModel.isPoint(scalar) && scalar != 0x2E }
  static func isOpening(_ scalar: UInt32) -> Bool { scalar == 0x28 || scalar == 0xFF08 }
  static func isClosing(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 }
  static func isQuote(_ scalar: UInt32) -> Bool { scalar == 0x201C || scalar == 0x201D }
  /// Letters, digits and the signs of Latin names: AT&T, Wi-Fi, 3.0.
  static func isLatinPart(_ scalar: UInt32) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == 0x2D || scalar == 0x2E || scalar == 0x26
  }

  static func kind(of scalar: UInt32) -> CharacterKinds {
    if isHan(scalar) { return .han }
    if isLetter(scalar) { return .letter }
    if isDigit(scalar) { return .digit }
    if isPoint(scalar) { return .point }
    if isOpening(scalar) { return .opening }
    if isClosing(scalar) { return .closing }
    return isQuote(scalar) ? .quote : []
  }
}

/// Kinds of characters as bits, told once for each position of a sentence.
struct CharacterKinds: OptionSet, BitwiseCopyable {
  let rawValue: UInt8
  // Computed, so that they are constants in loops.
  static var han: CharacterKinds { CharacterKinds(rawValue: 1) }
  static var letter: CharacterKinds { CharacterKinds(rawValue: 1 << 1) }
  static var digit: CharacterKinds { CharacterKinds(rawValue: 1 << 2) }
  static var point: CharacterKinds { CharacterKinds(rawValue: 1 << 3) }
  static var opening: CharacterKinds { CharacterKinds(rawValue: 1 << 4) }
  static var closing: CharacterKinds { CharacterKinds(rawValue: 1 << 5) }
  static var quote: CharacterKinds { CharacterKinds(rawValue: 1 << 6) }
  /// The dictionary has the character among those of transliterations.
  static var transliteration: CharacterKinds { CharacterKinds(rawValue: 1 << 7) }

  static var brackets: CharacterKinds { [.opening, .closing] }
  static var namePart: CharacterKinds { [.han, .letter] }
  static var letterLike: CharacterKinds { [.han, .letter, .digit, .point] }
  /// What may stand inside the name of an organization: letters, brackets, quotation marks.
  static var organizationPart: CharacterKinds { [.letterLike, .brackets, .quote] }

  /// Whether it is of one of the kinds.
  @inline(__always) func meets(_ kinds: CharacterKinds) -> Bool { rawValue & kinds.rawValue != 0 }
}
