import Lexicon

/// Costs of what stands in no lexicon, in units of ``Trie/costScale``.
///
/// Those of numbers were found by a sweep for the mean F1 of mode `fast` over four texts (news, encyclopaedia, Weibo, a
/// novel): a whole number is cheaper than its parts as words. That of times is below a number and any word 年 behind it.
enum PathCost {
  @inline(__always) private static func nats(_ value: Double) -> UInt32 { UInt32(value * Trie.costScale) }
  static var numberStart: UInt32 { nats(1) }
  static var numberStep: UInt32 { nats(0.5) }
  static var time: UInt32 { nats(2.5) }
  /// High, so that a word with letters in it (卡拉OK, B超) wins against its parts.
  static var latin: UInt32 { nats(14) }
}

extension Window {
  /// Finds the cheapest way through the window, from its end to its beginning, and leaves the best token of each
  /// position in ``tokens``.
  ///
  /// Expects ``lookUpWords()`` to have been called: what is left is a few sums and comparisons at most positions.
  func findBestPath() {
    let shortCosts = shortCosts
    let tripleCosts = tripleCosts
    let costs = costs
    let tokens = tokens
    // A copy: each look at a class's property is checked for exclusive access.
    let count = count
    var long = longCount &- 1
    var special = specialCount &- 1
    var time = timeCount &- 1
    var nextLong = long >= 0 ? Int(longs[long].position) : -1
    var nextSpecial = special >= 0 ? Int(specials[special].position) : -1
    costs[count] = 0
    costs[count &+ 1] = 0
    costs[count &+ 2] = 0
    var i = count &- 1
    while i >= 0 {
      let stop = max(nextLong, nextSpecial, 0)
      // A way's cost and, below it in two bits, how many characters its word lacks to three: so the least is the cheapest,
      // the longest if several are as cheap, and no branch depends on which.
      var next = UInt64(costs[i &+ 1]) << 2
      var second = UInt64(costs[i &+ 2]) << 2
      var third = UInt64(costs[i &+ 3]) << 2
      while true {
        let short = shortCosts[i]
        let one = (short & 0xFFFF_FFFF) << 2 &+ next | 2
        let two = (short >> 32) << 2 &+ second | 1
        let three = UInt64(tripleCosts[i]) << 2 &+ third
        let best = min(one, min(two, three))
        third = second
        second = next
        next = best & ~3
        costs[i] = UInt32(truncatingIfNeeded: best >> 2)
        tokens[i] = 3 &- UInt16(truncatingIfNeeded: best & 3)
        if i <= stop { break }
        i &-= 1
      }
      if i == nextLong {
        addLongWords(i, longs[long].node)
        long &-= 1
        nextLong = long >= 0 ? Int(longs[long].position) : -1
      }
      if i == nextSpecial {
        resolve(i, count, &special, &time)
        nextSpecial = special >= 0 ? Int(specials[special].position) : -1
      }
      i &-= 1
    }
  }

  /// Lets the words of four characters and more that start at `i` compete.
  ///
  /// - Parameter first: the node that the first four characters lead to.
  @inline(__always) private func addLongWords(_ i: Int, _ first: UInt32) {
    let nodes = trie.nodes
    let longNodes = wordNodes + 3 * Self.room
    var index = Int(first)
    var best = costs[i]
    var length = 0
    var k = i &+ 4
    while true {
      let node = nodes[index]
      let candidate = Self.pathCost(node) &+ costs[k]
      if candidate <= best {
        best = candidate
        length = k &- i
        longNodes[i] = UInt32(truncatingIfNeeded: index)
      }
      let code = codes[k]
      if Trie.mayHaveChild(node, code) == 0 { break }
      index = Trie.base(node) &+ Int(code)
      if Trie.label(nodes[index]) != code { break }
      k &+= 1
    }
    if length != 0 {
      costs[i] = best
      tokens[i] = UInt16(truncatingIfNeeded: length)
    }
  }

  /// Lets what is no word of the lexicon compete at position `i`.
  private func resolve(_ i: Int, _ count: Int, _ special: inout Int, _ time: inout Int) {
    while special >= 0, Int(specials[special].position) == i {
      let end = Int(specials[special].end)
      switch specials[special].kind {
      case .blocked: costs[i] = Self.impossible
      case .numeral: continueNumber(i, end, count)
      case .number: offer(i, end, .number, PathCost.numberStart + PathCost.numberStep)
      case .time: offer(i, end, .time, PathCost.time)
      case .latin: offer(i, end, .latin, PathCost.latin)
      case .address: offer(i, end, .address, PathCost.latin)
      case .user:
        costs[i] = costs[end]
        setToken(i, end, .user)
      case .preferred: offer(i, end, .user, preferredCost(i, end))
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
  private func continueNumber(_ i: Int, _ end: Int, _ count: Int) {
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
    if wordsCrossLimit { return settleLimitBetweenTokens() }
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
