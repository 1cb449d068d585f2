/// Where in a sentence each rule may begin: a row of bits for each rule, one for each position.
///
/// All rules are asked at once what stands at a position (``RuleGroup``), and then each rule is run from its own starts:
/// most rules have none in most sentences.
struct RuleStarts {
  private var bits = Table<UInt64>()
  /// Of each row.
  private var words = 0

  /// Takes in a sentence.
  mutating func load(_ groups: [RuleGroup], _ input: borrowing RuleInput) {
    words = (input.count + 63) / 64
    bits.reset(to: 0, count: groups.count * RuleGroup.limit * words)
    for (index, group) in groups.enumerated() {
      let row = index * RuleGroup.limit
      for position in 0..<input.count {
        add(group.starts(input.place(position), isBoundary: input.isBoundary(position)), row, position)
      }
    }
  }

  /// Adds the starts that a result of that type at `position` makes.
  mutating func add(
    resultOf type: UInt8, at position: Int, _ groups: [RuleGroup], _ input: borrowing RuleInput
  ) {
    let isBoundary = input.isBoundary(position)
    for (index, group) in groups.enumerated() {
      add(group.starts(withResultOf: Int(type), isBoundary: isBoundary), index * RuleGroup.limit, position)
    }
  }

  @inline(__always) private func add(_ rules: UInt64, _ row: Int, _ position: Int) {
    let bit: UInt64 = 1 << UInt64(position & 63)
    RuleGroup.forEachBit(rules) { bits[(row &+ $0) &* words &+ position >> 6] |= bit }
  }

  /// Whether the rule may begin anywhere.
  @inline(__always) func has(_ rule: Int) -> Bool {
    var open: UInt64 = 0
    for word in 0..<words { open |= bits[rule &* words &+ word] }
    return open != 0
  }

  /// The starts of the rule, as bits, in the word number `word` of the positions.
  @inline(__always) func row(of rule: Int, _ word: Int) -> UInt64 { bits[rule &* words &+ word] }
}
