import Lexicon

extension SegmentationWeights {
  /// The weights of a feature as seen from a place; zero if it has none.
  ///
  /// For explanations: ``Stretch/score(by:)`` adds the same weights up without naming features.
  func vector(of key: UInt64, place: Int) -> SIMD4<Int32> {
    guard let (kind, a, b) = FeatureKind.parts(of: key), Int(a) < codeCount || kind.sharedStart != nil else {
      return .zero
    }
    if let start = kind.sharedStart { return SIMD4<Int32>(truncatingIfNeeded: shared[start + Int(a)]) }
    let record = UnsafeRawPointer(records + Int(a) * Self.recordWords)
    switch kind {
    case .unigram: return Self.vector(record + Self.unigramOffset, place)
    case .begins: return Self.vector(record + Self.beginsOffset, Int(b) - 1)
    case .ends: return Self.vector(record + Self.endsOffset, Int(b) - 1)
    default:
      let pair = Int(pairBases[Int(a)]) + Int(b)
      return Int(b) < codeCount && pairLabels[pair] == a ? Self.vector(UnsafeRawPointer(pairs + pair), place) : .zero
    }
  }

  private static func vector(_ vectors: UnsafeRawPointer, _ index: Int) -> SIMD4<Int32> {
    SIMD4<Int32>(truncatingIfNeeded: vectors.load(fromByteOffset: index * 4, as: SIMD4<Int8>.self))
  }
}
