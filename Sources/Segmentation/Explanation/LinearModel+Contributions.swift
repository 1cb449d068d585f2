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
      for place in 0..<(FeatureKind.parts(of: key)?.kind.placeCount ?? 0) {
        let unit = target - place
        let vector = weights.vector(of: key, place: place)
        if stretch.hasUnit(unit), vector != .zero {
          found.append(Contribution(unit: unit, feature: names.text(key, place: place) ?? "?", weights: vector))
        }
      }
    }
    return found
  }
}

extension Stretch {
  fileprivate func hasUnit(_ unit: Int) -> Bool { unit >= 0 && unit < count }
}
