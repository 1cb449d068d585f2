import Lexicon

extension LinearModel {
  /// What one feature adds to the scores of one unit, by tag: B, M, E, S.
  struct Contribution {
    var unit: Int
    var feature: String
    var weights: SIMD4<Int32>
  }

  /// Each feature of a filled stretch that has weights, for explanations.
  ///
  /// - Parameter names: writes features as text.
  /// - Complexity: O(*n*) in the number of units; allocates for each feature.
  func contributions(_ window: Window, _ stretch: Stretch, names: FeatureText) -> [Contribution] {
    var found: [Contribution] = []
    stretch.forEachFeature { key, target in
      let hash = WeightTable.hash(key)
      var at = Int(truncatingIfNeeded: hash) & table.mask
      while table.slots[at] != 0 {
        let slot = table.slots[at]
        if (slot ^ hash) >> 32 == 0 {
          var places = UInt8(truncatingIfNeeded: slot)
          var vector = WeightTable.firstVector(slot)
          while places != 0 {
            let place = places.trailingZeroBitCount
            let unit = target - place
            if unit >= 0, unit < stretch.count {
              found.append(
                Contribution(
                  unit: unit, feature: names.text(key, place: place) ?? "?",
                  weights: SIMD4(truncatingIfNeeded: table.vectors[vector])))
            }
            vector += 1
            places &= places &- 1
          }
          break
        }
        at = (at + 1) & table.mask
      }
    }
    return found
  }
}
