import Lexicon

/// Finds a slot for each feature of a tagging model such that no two of them meet; see ``TagModel``.
struct TagSlotLayout {
  /// By key: its slot.
  private(set) var places: [Int] = []
  /// A power of two.
  private(set) var slotCount = 2
  private(set) var shifts: [UInt16] = []

  /// - Parameter hashes: no two of them the same.
  /// - Returns: nil if there are too many, or two that look the same to ``TagModel``: of 150,000, once in millions.
  /// - Complexity: some tens of steps a key.
  init?(_ hashes: [UInt64]) {
    // A tenth of the slots must stay free, else the last keys seek theirs for long.
    while 9 * slotCount < 10 * hashes.count { slotCount *= 2 }
    while !lay(hashes) {
      slotCount *= 2
      if slotCount > Self.mostSlots { return nil }
    }
  }

  /// More would be of a model that no longer fits any cache.
  private static let mostSlots = 1 << 24

  private mutating func lay(_ hashes: [UInt64]) -> Bool {
    let shiftCount = max(slotCount / 4, 1)
    var groups = [[Int]](repeating: [], count: shiftCount)
    for (index, hash) in hashes.enumerated() { groups[TagModel.shiftIndex(hash, shiftCount - 1)].append(index) }
    shifts = [UInt16](repeating: 0, count: shiftCount)
    places = [Int](repeating: 0, count: hashes.count)
    var isTaken = [Bool](repeating: false, count: slotCount)
    // The largest groups first, while most slots are free.
    let order = groups.indices.filter { !groups[$0].isEmpty }.sorted {
      (groups[$1].count, $0) < (groups[$0].count, $1)
    }
    for number in order {
      guard let shift = shift(for: groups[number], hashes, isTaken) else { return false }
      shifts[number] = shift
      for index in groups[number] {
        places[index] = TagModel.slot(hashes[index], shift: shift, slotCount - 1)
        isTaken[places[index]] = true
      }
    }
    return true
  }

  /// The first shift by which the keys come into slots that are free.
  private func shift(for group: [Int], _ hashes: [UInt64], _ isTaken: [Bool]) -> UInt16? {
    var found: [Int] = []
    return (0...UInt16.max).first { shift in
      found.removeAll(keepingCapacity: true)
      for index in group {
        let place = TagModel.slot(hashes[index], shift: shift, slotCount - 1)
        if isTaken[place] || found.contains(place) { return false }
        found.append(place)
      }
      return true
    }
  }
}
