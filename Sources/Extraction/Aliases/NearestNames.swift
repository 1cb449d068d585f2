/// Where in an article names were named, by a key: which one was named last before a place, or first behind it.
///
/// All mentions are noted first; then ``close()`` puts those of a key beside each other, and names are asked for. Its room is
/// kept from one article to the next.
///
/// - Complexity: amortized O(1) to note one, O(*n*) to close, O(log *n*) to ask.
struct NearestNames {
  private struct Place {
    /// The number of the mention, ascending.
    let order: Int32
    let name: Int32
  }

  /// What was noted, in its order, and by it the number of the key.
  private var noted: [Place] = []
  private var keyOf: [Int32] = []
  private var keys = KeyNumbers()
  /// By key: how many names share it.
  private var nameCounts: [Int32] = []
  /// By key: where its places begin in ``places``, which has them in the order of the mentions; and one more.
  private var starts: [Int32] = []
  private var places: [Place] = []

  /// Forgets the article before.
  mutating func begin() {
    noted.removeAll(keepingCapacity: true)
    keyOf.removeAll(keepingCapacity: true)
    keys.removeAll()
    nameCounts.removeAll(keepingCapacity: true)
  }

  /// Notes a mention; they come in ascending order.
  ///
  /// - Parameter isNew: whether the name is noted for the first time; it has the same keys each time.
  mutating func note(_ name: Int, at order: Int, for key: UInt64, isNew: Bool) {
    let number = keys.numbering(key)
    if number == nameCounts.count { nameCounts.append(0) }
    if isNew { nameCounts[number] += 1 }
    noted.append(Place(order: Int32(truncatingIfNeeded: order), name: Int32(truncatingIfNeeded: name)))
    keyOf.append(Int32(truncatingIfNeeded: number))
  }

  /// Ends the noting.
  mutating func close() {
    starts.removeAll(keepingCapacity: true)
    for _ in 0...nameCounts.count { starts.append(0) }
    for key in keyOf { starts[Int(key)] += 1 }
    var end: Int32 = 0
    for key in starts.indices {
      end += starts[key]
      starts[key] = end
    }
    // Each begins where it ends at first, and goes down by its places.
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: noted)
    for index in noted.indices.reversed() {
      let key = Int(keyOf[index])
      starts[key] -= 1
      places[Int(starts[key])] = noted[index]
    }
  }

  /// How many names share the key.
  func count(of key: UInt64) -> Int { keys[key].map { Int(nameCounts[$0]) } ?? 0 }

  /// The names that were named last before `order`, the nearest first, then the first behind it; each once.
  ///
  /// - Parameter limit: mentions looked at on each side.
  func names(of key: UInt64, around order: Int, limit: Int = 12) -> [(name: Int, order: Int, isBefore: Bool)] {
    guard let key = keys[key] else { return [] }
    let list = places[Int(starts[key])..<Int(starts[key + 1])]
    var low = list.startIndex
    var high = list.endIndex
    while low < high {
      let middle = (low + high) / 2
      if list[middle].order < order { low = middle + 1 } else { high = middle }
    }
    var found: [(name: Int, order: Int, isBefore: Bool)] = []
    func add(_ place: Place, isBefore: Bool) {
      if found.contains(where: { $0.name == place.name }) { return }
      found.append((Int(place.name), Int(place.order), isBefore))
    }
    for place in list[max(list.startIndex, low - limit)..<low].reversed() { add(place, isBefore: true) }
    for place in list[low..<min(list.endIndex, low + limit)] where place.order != order { add(place, isBefore: false) }
    return found
  }
}

extension NearestNames {
  /// A key for some characters: themselves where they are three at most, otherwise a hash of them that no other characters of
  /// an article have but by one chance in 2^60.
  static func key(_ scalars: some Collection<UInt32>) -> UInt64 {
    if scalars.count <= 3 { return scalars.reduce(0) { $0 << 21 | UInt64($1 & 0x1F_FFFF) } }
    return scalars.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 } | 1 << 63
  }
}
