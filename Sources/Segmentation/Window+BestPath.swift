import Lexicon

/// Costs of what stands in no lexicon, in units of ``Trie/costScale``; found on news of January 1998.
enum PathCost {
  @inline(__always) private static func nats(_ value: Double) -> UInt32 { UInt32(value * Trie.costScale) }
  static var numberStart: UInt32 { nats(4.5) }
  static var numberStep: UInt32 { nats(1.5) }
  static var time: UInt32 { nats(5) }
  /// High, so that a word with letters in it (卡拉OK, B超) wins against its parts.
  static var latin: UInt32 { nats(14) }
}

/// A step of a path as one number, so that the least number is the best step: the cost, then 255 less the characters
/// (of two equal ones the longer wins).
private enum Step {
  /// All ones if `code` leads to the node, else 0.
  @inline(__always) static func mask(_ node: UInt64, _ code: UInt16) -> UInt64 {
    // No branch: it would be guessed wrong every other time.
    UInt64(bitPattern: (Int64(Trie.label(node) ^ code) &- 1) >> 63)
  }

  /// The step by a node's word; dearer than any path where `mask` is 0.
  @inline(__always) static func of(_ node: UInt64, _ length: Int, _ mask: UInt64) -> UInt64 {
    let step = (node >> 16) & 0xFFFF_FF00 | UInt64(255 &- length)
    return step & mask | (1 << 56) & ~mask
  }

  @inline(__always) static func cost(_ step: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: step >> 8) }

  @inline(__always) static func length(_ step: UInt64) -> UInt16 { 255 &- UInt16(truncatingIfNeeded: step & 0xFF) }

  @inline(__always) static func least(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let difference = Int64(bitPattern: a &- b)
    return b &+ UInt64(bitPattern: difference & (difference >> 63))
  }
}

extension Window {
  /// Looks up what two and three characters from each position lead to, all positions after each other.
  ///
  /// Nothing here hangs on what was found before: the processor has many look-ups under way at once, and no branch to
  /// guess wrong. That, not the sums, is what the best path costs.
  private func lookAhead() {
    let nodes = trie.nodes
    let root = trie.nodes + trie.root
    let codes = codes
    let seconds = seconds
    let thirds = thirds
    let beyond = beyond
    // No node's label, so that nothing goes on past the end.
    codes[count &+ 1] = CharacterCode.barrier
    codes[count &+ 2] = CharacterCode.barrier
    let count = count
    var i = 0
    while i < count {
      let second = codes[i &+ 1]
      let third = codes[i &+ 2]
      let two = nodes[Trie.base(root[Int(codes[i])]) &+ Int(second)]
      let isTwo = Step.mask(two, second)
      let three = nodes[Trie.base(two & isTwo) &+ Int(third)]
      let isThree = Step.mask(three, third)
      seconds[i] = Step.of(two, 2, isTwo)
      thirds[i] = Step.of(three, 3, isThree)
      beyond[i] = UInt32(truncatingIfNeeded: Trie.base(three & isThree))
      i &+= 1
    }
  }

  /// Finds the cheapest way through the window, from its end to its beginning, and leaves the best token of each
  /// position in ``tokens``.
  ///
  /// Costs of words are added without asking whether segmentation may use them: ``Trie/noCost`` loses by itself.
  func findBestPath() {
    lookAhead()
    let root = trie.nodes + trie.root
    let codes = codes
    let costs = costs
    let tokens = tokens
    let seconds = seconds
    let thirds = thirds
    let beyond = beyond
    var special = specialCount &- 1
    var time = timeCount &- 1
    var nextSpecial = special >= 0 ? Int(specials[special].position) : -1
    costs[count] = 0
    // The costs of what follows one, two and three characters further on.
    var rest1: UInt64 = 0
    var rest2: UInt64 = 0
    var rest3: UInt64 = 0
    var i = count &- 1
    while i >= 0 {
      let one = Step.of(root[Int(codes[i])], 1, .max) &+ rest1
      var best = Step.least(Step.least(one, seconds[i] &+ rest2), thirds[i] &+ rest3)
      if beyond[i] != 0 { best = longer(i, best) }
      costs[i] = Step.cost(best)
      tokens[i] = Step.length(best)
      rest3 = rest2
      rest2 = rest1
      rest1 = best & ~0xFF
      if i == nextSpecial {
        resolve(i, &special, &time)
        nextSpecial = special >= 0 ? Int(specials[special].position) : -1
        rest1 = UInt64(costs[i]) << 8
      }
      i &-= 1
    }
  }

  /// The best of `best` and the words of four characters or more from `i` on.
  @inline(__always) private func longer(_ i: Int, _ best: UInt64) -> UInt64 {
    let nodes = trie.nodes
    var best = best
    var base = Int(beyond[i])
    var k = i &+ 3
    while true {
      let code = codes[k]
      let node = nodes[base &+ Int(code)]
      if Trie.label(node) != code { return best }
      base = Trie.base(node)
      k &+= 1
      best = Step.least(best, Step.of(node, k &- i, .max) &+ UInt64(costs[k]) << 8)
    }
  }

  /// Lets what is no word of the lexicon compete at position `i`.
  private func resolve(_ i: Int, _ special: inout Int, _ time: inout Int) {
    while special >= 0, Int(specials[special].position) == i {
      let end = Int(specials[special].end)
      switch specials[special].kind {
      case .blocked: costs[i] = Self.impossible
      case .numeral: continueNumber(i, end)
      case .number: offer(i, end, .number, PathCost.numberStart + PathCost.numberStep)
      case .time: offer(i, end, .time, PathCost.time)
      case .latin: offer(i, end, .latin, PathCost.latin)
      case .address: offer(i, end, .address, PathCost.latin)
      case .user:
        costs[i] = costs[end]
        setToken(i, end, .user)
      }
      special &-= 1
    }
    while time >= 0, Int(times[time].position) >= i {
      if Int(times[time].position) == i, costs[i] < Self.impossible {
        offer(i, Int(times[time].end), .time, PathCost.time)
      }
      time &-= 1
    }
  }

  /// A number at `i` goes on with the element at `end`, or ends there.
  private func continueNumber(_ i: Int, _ end: Int) {
    let role = roles[i]
    numberCosts[i] = Self.impossible
    if end > count || role == NumeralRole.fraction.rawValue && roles[i &+ 1] != NumeralRole.of.rawValue { return }
    var rest = grammar.ends >> UInt32(role) & 1 != 0 ? costs[end] : UInt32.max
    var numberEnd = end
    let next = roles[end]
    if grammar.followers[Int(role)] >> UInt32(next) & 1 != 0, numberCosts[end] <= rest {
      rest = numberCosts[end]
      numberEnd = Int(numberEnds[end])
    }
    if rest >= Self.impossible { return }
    numberCosts[i] = rest &+ PathCost.numberStep
    numberEnds[i] = UInt16(truncatingIfNeeded: numberEnd)
    if grammar.begins >> UInt32(role) & 1 != 0 {
      offer(i, numberEnd, .number, PathCost.numberStart &+ numberCosts[i] &- costs[numberEnd])
    }
  }

  @inline(__always) private func offer(_ i: Int, _ end: Int, _ kind: TokenKind, _ cost: UInt32) {
    let total = cost &+ costs[end]
    if total < costs[i] {
      costs[i] = total
      setToken(i, end, kind)
    }
  }

  @inline(__always) private func setToken(_ i: Int, _ end: Int, _ kind: TokenKind) {
    tokens[i] = UInt16(kind.rawValue) << 12 | UInt16(truncatingIfNeeded: end &- i)
  }

  /// Moves ``limit`` back, in a window that was cut anywhere, to the last token end that later text cannot change much.
  func settleLimit() {
    guard isCutAnywhere, count > Self.margin else { return }
    var i = 0
    while i < count {
      let next = i + Int(tokens[i] & 0xFFF)
      if next > count - Self.margin, i > 0 { break }
      i = next
    }
    limit = i
  }
}
