/// Whether a short form is made of characters of a full one, in their order: 国资委 of 国有资产监督管理委员会.
enum Abbreviation {
  /// How many characters short forms have.
  static let lengths = 2...6

  /// Whether all characters of `short` stand in `full`, in their order, and `full` is longer.
  ///
  /// - Complexity: O(*n*) in the length of `full`.
  static func isInside(_ short: some Collection<UInt32>, _ full: some Collection<UInt32>) -> Bool {
    guard !short.isEmpty, short.count < full.count else { return false }
    var rest = full[...]
    for scalar in short {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// Whether `short` names `full`: it begins where the name begins, or behind the places at its front, its characters
  /// stand in the name in their order, and the last one in the last word.
  ///
  /// 云大 of 云岭|大学; 国资委 of 云南省|国有资产|监督|管理|委员会.
  static func names(_ short: [UInt32], _ full: NameMention) -> Bool {
    let count = full.scalars.count
    guard lengths ~= short.count, short.count < count, count < 64 else { return false }
    let last = (0..<count).last { full.isBoundary($0) } ?? 0
    let starts = [0] + full.leads.map(\.upperBound)
    return starts.contains { start in
      guard start < count, full.scalars[start] == short[0] else { return false }
      // The front of a name is what it belongs to: 云岭大学 of 云岭大学附属中学.
      if full.scalars[start...].starts(with: short) { return false }
      return isInside(short, full.scalars[start...])
        && full.scalars[max(last, start + 1)...].contains(short[short.count - 1])
    }
  }
}
