import Lexicon

extension TagModel {
  /// The best tag of the unit at `units`, by what is around it.
  ///
  /// - Parameters:
  ///   - scores: 256 numbers, of whatever value.
  ///   - found: room for 64 numbers.
  @inline(__always)
  func bestTag(
    _ units: UnsafePointer<TagUnit>, tag: UInt8, tagBefore: UInt8, _ scores: UnsafeMutablePointer<Int32>,
    _ found: UnsafeMutablePointer<UInt64>, form: () -> TagForm
  ) -> UInt8 {
    let entry = classes[Int(units[0].tagClass)]
    let possible = candidates + Self.firstCandidate(entry)
    let count = Self.candidateCount(entry)
    // Most words have one tag only.
    if count == 1 { return possible[0] }
    for index in 0..<count { scores[Int(possible[index])] = 0 }
    // First all slots are asked for, without a branch, so that the memory answers all of them at once.
    var features = 0
    units.forEachTagFeature(tag: tag, tagBefore: tagBefore, form: form) { key in
      let hash = FeatureHash.hash(key)
      found[features] = hash
      found[features &+ 32] = slots[2 &* (Int(truncatingIfNeeded: hash) & mask)]
      features &+= 1
    }
    for feature in 0..<features {
      add(found[feature], first: found[feature &+ 32], possible, count, to: scores)
    }
    var best = possible[0]
    var bestScore = scores[Int(best)]
    for index in 1..<count where scores[Int(possible[index])] > bestScore {
      best = possible[index]
      bestScore = scores[Int(best)]
    }
    return best
  }

  @inline(__always)
  private func add(
    _ hash: UInt64, first: UInt64, _ possible: UnsafePointer<UInt8>, _ count: Int,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    let check = UInt32(truncatingIfNeeded: hash >> 32) | 1
    var at = Int(truncatingIfNeeded: hash) & mask
    var slot = first
    while true {
      let found = UInt32(truncatingIfNeeded: slot)
      if found == check {
        addWeights(slot >> 32, slots[2 &* at &+ 1], possible, count, to: scores)
        return
      }
      if found == 0 { return }
      at = (at &+ 1) & mask
      slot = slots[2 &* at]
    }
  }

  /// - Parameters: the pairs of a slot, the first two of them in the low half of `low`.
  @inline(__always)
  private func addWeights(
    _ low: UInt64, _ high: UInt64, _ possible: UnsafePointer<UInt8>, _ count: Int,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    if UInt8(truncatingIfNeeded: low) == Self.isRow {
      let row = rows + Int(truncatingIfNeeded: high)
      for index in 0..<count { scores[Int(possible[index])] &+= Int32(row[Int(possible[index])]) }
      return
    }
    addPair(low, to: scores)
    addPair(low >> 16, to: scores)
    addPair(high, to: scores)
    // Hardly any slot holds more, and those that do hold four at least.
    if UInt8(truncatingIfNeeded: high >> 16) == Self.noTag { return }
    addPair(high >> 16, to: scores)
    addPair(high >> 32, to: scores)
    addPair(high >> 48, to: scores)
  }

  @inline(__always) private func addPair(_ pair: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    scores[Int(pair & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pair >> 8))
  }
}
