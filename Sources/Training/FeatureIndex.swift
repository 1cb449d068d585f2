import Segmentation

/// Numbers for the features seen often enough: where the vectors of each begin.
struct FeatureIndex {
  private(set) var starts: [UInt64: Int32] = [:]
  private(set) var vectorCount = 0

  init(_ counts: [UInt64: Int32], minimumCount: Int) {
    // By key, so that the same text gives the same numbers.
    for key in counts.keys.sorted() where Int(counts[key] ?? 0) >= minimumCount {
      starts[key] = Int32(vectorCount)
      vectorCount += Self.placeCount(key)
    }
  }

  static func placeCount(_ key: UInt64) -> Int {
    FeatureKind(rawValue: UInt8(truncatingIfNeeded: key >> 48))?.placeCount ?? 1
  }
}
