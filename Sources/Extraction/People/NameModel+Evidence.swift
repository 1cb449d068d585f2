extension NameModel {
  /// What each part of a name costs, as evidence against it; together ``cost(of:)``.
  ///
  /// - Returns: nothing if the characters cannot be a name.
  func evidence(of scalars: ArraySlice<UInt32>) -> [EvidencePart] {
    let characters = scalars.filter { !Self.isSpace($0) }
    let asChinese = chinese(characters[...])
    let hasSpace = characters.count < scalars.count
    let asForeign = hasSpace ? Float.infinity : foreign(characters[...])
    if min(asChinese, asForeign).isInfinite { return [] }
    return asChinese <= asForeign ? chineseEvidence(characters) : foreignEvidence(characters, total: asForeign)
  }

  private static func part(_ name: String, _ detail: String, _ cost: Float) -> EvidencePart {
    EvidencePart(name: name, detail: detail, nats: -Double(cost))
  }

  private static func text(_ scalars: some Sequence<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private func chineseEvidence(_ scalars: [UInt32]) -> [EvidencePart] {
    let base = Self.part("name", "Chinese", Self.chineseName)
    let surname = character(scalars[0]).surname
    let short = surname.isFinite ? surname + given(scalars[1...]) : .infinity
    let double = scalars.count < 3 ? nil : compoundSurnames[UInt64(scalars[0]) << 32 | UInt64(scalars[1])]
    if let double, double + given(scalars[2...]) < short {
      return [base, Self.part("surname", Self.text(scalars[..<2]), double)] + givenEvidence(Array(scalars[2...]))
    }
    return [base, Self.part("surname", Self.text(scalars[..<1]), surname)]
      + givenEvidence(Array(scalars[1...]))
  }

  private func givenEvidence(_ scalars: [UInt32]) -> [EvidencePart] {
    func part(_ index: Int, _ cost: Float) -> EvidencePart {
      Self.part("given-name", Self.text([scalars[index]]), cost)
    }
    if scalars.count == 1 {
      return [Self.part("given-name", "one character", Self.oneCharacter), part(0, character(scalars[0]).single)]
    }
    return [
      Self.part("given-name", "two characters", Self.twoCharacters), part(0, character(scalars[0]).first),
      part(1, character(scalars[1]).second),
    ]
  }

  private func foreignEvidence(_ scalars: [UInt32], total: Float) -> [EvidencePart] {
    [
      Self.part("name", "foreign", Self.foreignName),
      Self.part("transliteration", Self.text(scalars), total - Self.foreignName),
    ]
  }
}
