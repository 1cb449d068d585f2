/// The digits of what may be a telephone number and the groups they were written in, without any storage of their own.
struct DigitGroups {
  /// Where the last digit or parenthesis ends.
  var end: Int
  /// Digits without an extension.
  private(set) var count = 0
  /// The first four digits.
  private(set) var leading: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
  /// Lengths of the groups, four bits each, the first one lowest.
  private(set) var groups: UInt64 = 0
  private(set) var groupCount = 0
  private var run = 0
  var hasPlus = false
  var hasParenthesis = false

  init(end: Int) { self.end = end }

  mutating func append(_ digit: UInt32) {
    let value = UInt8(truncatingIfNeeded: digit &- 0x30)
    switch count {
    case 0: leading.0 = value
    case 1: leading.1 = value
    case 2: leading.2 = value
    case 3: leading.3 = value
    default: break
    }
    count += 1
    run += 1
  }

  mutating func closeGroup() {
    guard run > 0 else { return }
    if groupCount < 16 { groups |= UInt64(min(run, 15)) << UInt64(groupCount * 4) }
    groupCount += 1
    run = 0
  }

  /// The length of a group; 0 beyond the last one.
  func group(_ i: Int) -> Int { i < min(groupCount, 16) ? Int(groups >> UInt64(i * 4) & 15) : 0 }

  var lastGroup: Int { group(groupCount - 1) }

  func isGrouped(_ a: Int, _ b: Int = 0, _ c: Int = 0) -> Bool {
    group(0) == a && group(1) == b && group(2) == c && groupCount == (c > 0 ? 3 : b > 0 ? 2 : 1)
  }
}
