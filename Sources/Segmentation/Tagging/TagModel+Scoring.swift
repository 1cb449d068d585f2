import Lexicon
import PrefetchShim

extension TagModel {
  /// Room for what ``bestTag(_:tag:tagBefore:_:form:)`` adds up: 256 numbers for each of three.
  static var scoreCount: Int { 3 * 256 }
  /// Room for the features of a unit: two numbers each.
  static var foundCount: Int { 64 }

  /// Asks for the slots of the features of the unit at `units`, as far as they do not depend on its characters.
  ///
  /// - Parameters:
  ///   - tag, tagBefore: what the tags of the words before will most likely be.
  @inline(__always) func prefetch(_ units: UnsafePointer<TagUnit>, tag: UInt8, tagBefore: UInt8) {
    units.forEachContextFeature(tag: tag, tagBefore: tagBefore) { key in
      memory_prefetch(slots + 2 &* place(FeatureHash.hash(key)))
    }
  }

  /// The best tag of the unit at `units`, by what is around it.
  ///
  /// - Parameters:
  ///   - scores: ``scoreCount`` numbers, of whatever value.
  ///   - found: room for ``foundCount`` numbers.
  @inline(__always)
  func bestTag(
    _ units: UnsafePointer<TagUnit>, tag: UInt8, tagBefore: UInt8, _ scores: UnsafeMutablePointer<Int32>,
    _ found: UnsafeMutablePointer<UInt64>, form: () -> TagForm
  ) -> UInt8 {
    let entry = classes[Int(units[0].tagClass)]
    let possible = candidates + Self.firstCandidate(entry)
    let count = Self.candidateCount(entry)
    if count == 1 { return possible[0] }
    for index in 0..<count {
      let tag = Int(possible[index])
      scores[tag] = 0
      scores[tag &+ 256] = 0
      scores[tag &+ 512] = 0
    }
    // First all places are computed, so that the memory can answer for all of them at once.
    var features = 0
    units.forEachTagFeature(tag: tag, tagBefore: tagBefore, form: form) { key in
      let hash = FeatureHash.hash(key)
      found[features] = hash
      found[features &+ 32] = UInt64(truncatingIfNeeded: 2 &* place(hash))
      features &+= 1
    }
    // Then what is there is read, and the rows are asked for.
    for feature in 0..<features {
      let slot = slots + Int(truncatingIfNeeded: found[feature &+ 32])
      // What is found depends on the text too much to be foreseen; a branch would cost more than adding zeros. This is all
      // ones if the checks are equal, and written so that the compiler makes no branch of it.
      let difference = UInt32(truncatingIfNeeded: slot[0]) ^ Self.check(found[feature])
      let all = UInt64(bitPattern: (Int64(difference) &- 1) >> 63)
      let low = slot[0] >> 32 & all
      let high = slot[1] & all
      found[feature] = low
      found[feature &+ 32] = high
      let isRow = ((low & 0xFF) &+ 1) >> 8
      memory_prefetch(rows + Int(truncatingIfNeeded: high &* isRow))
    }
    for feature in 0..<features {
      addWeights(found[feature], found[feature &+ 32], possible, count, to: scores)
    }
    var best = possible[0]
    var bestScore = Int32.min
    for index in 0..<count {
      let tag = Int(possible[index])
      let score = scores[tag] &+ scores[tag &+ 256] &+ scores[tag &+ 512]
      if score > bestScore { (best, bestScore) = (possible[index], score) }
    }
    return best
  }

  @inline(__always) private func place(_ hash: UInt64) -> Int {
    Self.slot(hash, shift: shifts[Self.shiftIndex(hash, shiftMask)], mask)
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
    // Three sums a tag, so that an addition seldom waits for the one before.
    addPair(low, to: scores)
    addPair(low >> 16, to: scores + 256)
    addPair(high, to: scores + 512)
    // Hardly any slot holds more.
    if high >> 16 == 0 { return }
    addPair(high >> 16, to: scores)
    addPair(high >> 32, to: scores + 256)
    addPair(high >> 48, to: scores + 512)
  }

  @inline(__always) private func addPair(_ pair: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    scores[Int(pair & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pair >> 8))
  }
}
