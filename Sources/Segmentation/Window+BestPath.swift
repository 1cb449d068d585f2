import Lexicon

/// Costs of what stands in no lexicon, in units of ``Trie/costScale``; found on news of January 1998.
enum PathCost {
  private static func nats(_ value: Double) -> UInt32 { UInt32(value * Trie.costScale) }
  static let numberStart = nats(4.5)
  static let numberStep = nats(1.5)
  static let time = nats(5)
  /// High, so that a word with letters in it (卡拉OK, B超) wins against its parts.
  static let latin = nats(14)
}

extension Window {
  /// Finds the cheapest way through the window, from its end to its beginning, and leaves the best token of each
  /// position in ``tokens``.
  ///
  /// The first pass looks up the first two characters at every position, without branches, so that the memory's answers
  /// overlap; the second loops only for longer words.
  func findBestPath() {
    let nodes = trie.nodes
    let root = trie.nodes + trie.root
    let none = Trie.noCost << 24
    let codes = codes
    let second = second
    let single = single
    let costs = costs
    let tokens = tokens
    let count = count
    var i = 0
    while i < count {
      let first = root[Int(codes[i])]
      let code = UInt64(codes[i &+ 1])
      let next = nodes[Trie.base(first) &+ Int(code)]
      second[i] = next >> 48 == code && code != 0 ? next & 0xFFFF_FFFF_FFFF : none
      single[i] = UInt32(truncatingIfNeeded: Trie.cost(first))
      i &+= 1
    }
    var special = 0
    while special < specialCount {
      second[Int(specials[special].position)] |= 1 << 63
      special &+= 1
    }
    special &-= 1
    var time = timeCount &- 1
    costs[count] = 0
    costs[count &+ 1] = 0
    i = count &- 1
    while i >= 0 {
      var node = second[i]
      let isSpecial = Int64(bitPattern: node) < 0
      node &= 0x7FFF_FFFF_FFFF_FFFF
      var best = single[i] &+ costs[i &+ 1]
      let cost2 = UInt32(truncatingIfNeeded: node >> 24)
      let candidate2 = cost2 == UInt32(Trie.noCost) ? UInt32.max : cost2 &+ costs[i &+ 2]
      var length = candidate2 <= best ? 2 : 1
      best = min(best, candidate2)
      if node & 0xFF_FFFF != 0 {
        var k = i &+ 2
        while true {
          let code = UInt64(codes[k])
          node = nodes[Int(node & 0xFF_FFFF) &+ Int(code)]
          if node >> 48 != code || code == 0 { break }
          k &+= 1
          let cost = UInt32(truncatingIfNeeded: node >> 24) & 0xFF_FFFF
          let candidate = cost == UInt32(Trie.noCost) ? UInt32.max : cost &+ costs[k]
          length = candidate <= best ? k &- i : length
          best = min(best, candidate)
        }
      }
      costs[i] = best
      tokens[i] = UInt16(truncatingIfNeeded: length)
      if isSpecial { resolve(i, &special, &time) }
      i &-= 1
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
    let role = role(i)
    var rest = UInt32.max
    var numberEnd = end
    if end <= count, Self.mayEndNumber(role) { rest = costs[end] }
    if role == .fraction, self.role(i + 1) != .of {
      numberCosts[i] = Self.impossible
      return
    }
    let next = end < count ? self.role(end) : .none
    if Self.follows(role, next), hasNumberCost(next, end), numberCosts[end] <= rest {
      rest = numberCosts[end]
      numberEnd = Int(numberEnds[end])
    }
    if rest >= Self.impossible {
      numberCosts[i] = Self.impossible
      return
    }
    numberCosts[i] = rest &+ PathCost.numberStep
    numberEnds[i] = UInt16(truncatingIfNeeded: numberEnd)
    if Self.mayBeginNumber(role) { offer(i, numberEnd, .number, PathCost.numberStart &+ numberCosts[i] &- costs[numberEnd]) }
  }

  /// Whether the element at `position`, of role `next`, has been given a number's cost in this window.
  private func hasNumberCost(_ next: NumeralRole, _ position: Int) -> Bool {
    switch next {
    case .point, .fraction: roles[position - 1] != 0
    case .none, .of, .year, .month, .day, .hour, .share: false
    default: true
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
