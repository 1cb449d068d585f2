import Lexicon

/// Sets of ``CharacterClass`` as bits. Computed, so that they become constants in the loop.
private enum ClassBits {
  @inline(__always) static func bit(_ class: CharacterClass) -> UInt32 { 1 << UInt32(`class`.rawValue) }
  @inline(__always) static var runs: UInt32 { bit(.letter) | bit(.digit) | bit(.kana) | bit(.hangul) | bit(.numeral) }
  @inline(__always) static var attached: UInt32 { bit(.mark) | bit(.ignorable) }
  @inline(__always) static var closed: UInt32 {
    bit(.space) | bit(.break) | bit(.open) | bit(.close) | bit(.punct)
  }
  /// Characters of the closed classes that stand in no word, as bits by code.
  @inline(__always) static var closedCodes: UInt64 { UInt64(closed) << UInt64(CharacterCode.unlisted) }
}

extension Window {
  /// Reads text from `start` until the window is full or `end` is reached, and decides how far it is to be segmented:
  /// up to the last sign that ends words, if the window is full.
  ///
  /// Expects valid UTF-8; whatever else it is given, it reads nothing outside `start..<end`.
  func fill(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    specialCount = 0
    timeCount = 0
    // Roles are only written where they are not none.
    roles.update(repeating: 0, count: usedRoom)
    // So that nothing of the window before is ever taken for an element of a number.
    numberCosts.update(repeating: Self.impossible, count: usedRoom)
    var cut = 0
    let stop = decode(bytes, start, end, &cut)
    // A run that found no more room may have left something behind the last position.
    usedRoom = stop < end ? Self.room : count + 8
    codes[count] = CharacterCode.barrier
    offsets[count] = UInt32(truncatingIfNeeded: stop)
    isCutAnywhere = stop < end && cut == 0
    limit = stop < end && cut > 0 ? cut : count
    findTimes()
  }

  private func decode(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ cut: inout Int) -> Int {
    let classes = trie.classes
    let roleOf = trie.roles
    let codes = codes
    let offsets = offsets
    var i = start
    var k = 0
    while true {
      (i, k) = decodePlain(bytes, i, end, k, &cut)
      if i >= end || k >= Self.capacity { break }
      let (code, length) = self.code(bytes, i, end)
      let kind = UInt32(classes[Int(code)])
      if ClassBits.runs >> kind & 1 != 0 {
        // A copy, so that the position itself can stay in a register.
        var position = k
        guard let next = run(bytes, i, end, &position) else { break }
        k = position
        i = next
        continue
      }
      if ClassBits.attached >> kind & 1 != 0, k > 0 {
        i &+= length
        continue
      }
      offsets[k] = UInt32(truncatingIfNeeded: i)
      codes[k] = code
      let role = roleOf[Int(code)]
      if role != 0 { noteNumeral(k, role) }
      k &+= 1
      i &+= length
      // A sign that stands in words may lie inside one.
      let endsWords = code < CharacterCode.firstSpecial && ClassBits.closed >> kind & 1 != 0
      if endsWords, k <= Self.capacity &- Self.margin { cut = k }
    }
    count = k
    return i
  }

  /// Reads Han characters and signs of three bytes up to anything else, or until the window is full.
  ///
  /// - Returns: the offset and the position behind them.
  @inline(__always)
  private func decodePlain(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ position: Int, _ cut: inout Int
  ) -> (Int, Int) {
    let map = trie.codes
    let codes = codes
    let offsets = offsets
    let last = end &- 3
    var i = start
    var k = position
    while i <= last, k < Self.capacity {
      let byte = bytes[i]
      if byte &- 0xE0 >= 16 { break }
      let code = map[(Int(byte) & 15) << 12 | (Int(bytes[i &+ 1]) & 63) << 6 | (Int(bytes[i &+ 2]) & 63)]
      if code < CharacterCode.firstPlain {
        // Most signs: told apart without a branch for each class.
        if code >= 64 || ClassBits.closedCodes &>> UInt64(code) & 1 == 0 { break }
        if k < Self.capacity &- Self.margin { cut = k &+ 1 }
      }
      offsets[k] = UInt32(truncatingIfNeeded: i)
      codes[k] = code
      k &+= 1
      i &+= 3
    }
    return (i, k)
  }

  /// 1 if the code is that of a character that stands in no run, as those of most text do; 0 if it may.
  @inline(__always) static func standsInNoRun(_ code: UInt16) -> Int {
    // By signs, without a branch.
    let isPlain = (Int(CharacterCode.firstPlain) &- 1 &- Int(code)) >> 63
    let isListed = (63 &- Int(code)) >> 63
    return (Int(truncatingIfNeeded: ClassBits.closedCodes &>> UInt64(code)) & ~isListed | isPlain) & 1
  }

  /// Code and length in bytes of the scalar at `i`; never looks past `end`.
  @inline(__always)
  func code(_ bytes: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> (code: UInt16, length: Int) {
    let byte = bytes[i]
    if byte < 0x80 { return (trie.codes[Int(byte)], 1) }
    let (scalar, length) = Self.scalar(bytes, i, end)
    return (scalar < 0x10000 ? trie.codes[Int(scalar)] : lexicon.code(of: scalar), length)
  }

  /// The scalar at `i`; bytes that are no UTF-8 give one of their own, and nothing past `end` is read.
  @inline(__always)
  static func scalar(_ bytes: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
    let byte = UInt32(bytes[i])
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[i &+ offset]) & 63 }
    if byte < 0x80 { return (byte, 1) }
    if byte < 0xE0 {
      return byte >= 0xC0 && i &+ 2 <= end ? ((byte & 31) << 6 | tail(1), 2) : (0xFFFD, 1)
    }
    if byte < 0xF0 {
      return i &+ 3 <= end ? ((byte & 15) << 12 | tail(1) << 6 | tail(2), 3) : (0xFFFD, 1)
    }
    return i &+ 4 <= end ? ((byte & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4) : (0xFFFD, 1)
  }
}
