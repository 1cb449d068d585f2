extension RulePatternParser {
  /// The rest of a set: characters, and ranges of them; a hyphen at either end is one.
  mutating func set() throws(Failure) -> [UInt32] {
    let start = at
    let members = try text(until: "]")
    var set: Set<UInt32> = []
    var index = 0
    while index < members.count {
      if index + 2 < members.count, members[index + 1] == 0x2D {
        let (low, high) = (members[index], members[index + 2])
        guard low <= high, high - low < RulePattern.rangeLimit else {
          let range = Self.string(Array(members[index...index + 2]))
          throw Failure(position: start + index, reason: .badRange(range))
        }
        set.formUnion(low...high)
        index += 3
      } else {
        set.insert(members[index])
        index += 1
      }
    }
    return set.sorted()
  }

  mutating func number() throws(Failure) -> Int {
    _ = peek
    var value = 0
    let start = at
    while at < scalars.count, let digit = Int(String(scalars[at])), at - start < 3 {
      value = value * 10 + digit
      at += 1
    }
    if at == start { throw failure(.expected("a number")) }
    return value
  }

  mutating func text(until end: Unicode.Scalar) throws(Failure) -> [UInt32] {
    let start = at
    while at < scalars.count, scalars[at] != end { at += 1 }
    guard at < scalars.count else { throw failure(.expected("'\(end)'")) }
    defer { at += 1 }
    return scalars[start..<at].map(\.value)
  }

  static func string(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// Whether `let` can give the name: what a pattern reads as a definition.
  static func isDefinitionName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return isLower(first) && name.unicodeScalars.allSatisfy(isName)
  }

  /// Whether results can be of that type: `PRODUCT`, `LAW-CASE`.
  static func isTypeName(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { isName($0) && $0 != "." }
  }

  static func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
  static func isName(_ scalar: Unicode.Scalar) -> Bool {
    isLower(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
  }
}
