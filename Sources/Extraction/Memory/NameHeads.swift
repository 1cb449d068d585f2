/// How the names of an article begin, so that most places of a text are known to start none.
struct NameHeads {
  private var numbers = KeyNumbers()
  /// By the number of their first two scalars: the lengths of the names, a bit each.
  private var lengths: [UInt64] = []
  /// A bit for each first scalar, by its last ten bits: most scalars begin no name.
  private var firsts = [UInt64](repeating: 0, count: 16)
  /// A bit for each of their first two scalars, several of which may share one.
  private var pairs = [UInt64](repeating: 0, count: 64)

  /// Takes in a name of 2 to 63 scalars.
  mutating func insert(_ name: [UInt32]) {
    let number = numbers.numbering(Self.key(name[0], name[1]))
    if number == lengths.count { lengths.append(0) }
    lengths[number] |= 1 << UInt64(name.count)
    firsts[Int(name[0] >> 6 & 15)] |= 1 << UInt64(name[0] & 63)
    let place = Self.place(name[0], name[1])
    pairs[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// The bit of ``pairs``.
  @inline(__always) private static func place(_ first: UInt32, _ second: UInt32) -> Int {
    Int(truncatingIfNeeded: first &* 31 &+ second) & 4_095
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// The lengths of the names that begin with two scalars, a bit each.
  func lengths(_ first: UInt32, _ second: UInt32) -> UInt64 {
    numbers[Self.key(first, second)].map { lengths[$0] } ?? 0
  }

  /// Whether a name may begin with a scalar.
  @inline(__always) func mayBegin(_ first: UInt32) -> Bool {
    firsts[Int(first >> 6 & 15)] >> UInt64(first & 63) & 1 != 0
  }

  /// The next character that may begin a name together with the one behind it, and where that one starts.
  ///
  /// Characters are told apart by their last ten bits, which lie in their last two bytes: so most need not be decoded.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (start: Int, behind: Int)? {
    firsts.withUnsafeBufferPointer { firsts in
      var start = start
      while start < bytes.count {
        // Ideographs, of three bytes each: nearly all characters.
        while start &+ 3 < bytes.count, bytes[start] & 0xF0 == 0xE0,
          firsts[Int(bytes[start &+ 1] & 15)] &>> UInt64(bytes[start &+ 2] & 63) & 1 == 0
        {
          start &+= 3
        }
        let lead = bytes[start]
        let last = start &+ UTF8Scalar.length(ofLead: lead) &- 1
        // The last character begins no name: names have two at least.
        guard last &+ 1 < bytes.count else { return nil }
        let row = lead < 0x80 ? Int(lead >> 6) : Int(bytes[last &- 1] & 15)
        if firsts[row] &>> UInt64(bytes[last] & 63) & 1 != 0 {
          let (first, behind) = UTF8Scalar.read(bytes, start)
          let place = Self.place(first, UTF8Scalar.read(bytes, behind).scalar)
          if pairs[place >> 6] >> UInt64(place & 63) & 1 != 0 { return (start, behind) }
        }
        start = last &+ 1
      }
      return nil
    }
  }
}

/// Scalars of valid UTF-8, one by one.
enum UTF8Scalar {
  @inline(__always) static func length(ofLead lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The scalar at a position, and where the next one starts.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> (scalar: UInt32, behind: Int) {
    let lead = bytes[position]
    let length = length(ofLead: lead)
    var scalar = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 1) where position + offset < bytes.count {
      scalar = scalar << 6 | UInt32(bytes[position + offset] & 63)
    }
    return (scalar, position + length)
  }
}
