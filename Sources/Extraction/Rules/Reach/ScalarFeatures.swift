/// The features of each scalar that has any: a hash table with open addressing, so that the others cost one look.
struct ScalarFeatures: Sendable {
  /// A scalar (high half), and where its features are in ``lists``; 0 is free. A power of two, at most a quarter taken.
  private let slots: Table<UInt64>
  private let mask: Int
  /// How many features, then these; the first element is not used.
  private let lists: Table<Int32>

  init(_ features: [UInt32: [Int32]]) {
    var lists: [Int32] = [0]
    var count = 256
    while count < 4 * features.count { count *= 2 }
    mask = count - 1
    slots = Table(repeating: 0, count: count)
    for (scalar, own) in features.sorted(by: { $0.key < $1.key }) {
      var at = Self.hash(scalar) & mask
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = UInt64(scalar) << 32 | UInt64(lists.count)
      lists.append(Int32(own.count))
      lists += own.sorted()
    }
    self.lists = Table(lists)
  }

  /// Calls `body` with each feature of the scalar.
  @inline(__always) func forEach(of scalar: UInt32, _ body: (Int32) -> Void) {
    var at = Self.hash(scalar) & mask
    while true {
      let slot = slots[at]
      if slot == 0 { return }
      if slot >> 32 == UInt64(scalar) {
        var feature = lists.start + Int(slot & 0xFFFF_FFFF)
        let last = feature + Int(feature.pointee)
        while feature < last {
          feature += 1
          body(feature.pointee)
        }
        return
      }
      at = (at &+ 1) & mask
    }
  }

  @inline(__always) private static func hash(_ scalar: UInt32) -> Int {
    Int(truncatingIfNeeded: (scalar &* 0x9E37_79B1) >> 15)
  }
}
