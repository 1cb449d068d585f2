package import Lexicon
import Segmentation

/// Lays out the weights of `models/segment` as ``SegmentationWeights`` reads them.
package struct ModelCompiler {
  package private(set) var records: [UInt32] = []
  package private(set) var pairBases: [UInt32] = []
  package private(set) var pairLabels: [UInt16] = []
  package private(set) var pairs: [UInt64] = []
  package private(set) var shared: [Int16] = []
  package private(set) var errors: [DictionaryError] = []
  package private(set) var warnings: [DictionaryError] = []
  private(set) var featureCount = 0

  static let tableName = "models/segment"
  private static let tags = ["b", "m", "e", "s"]
  private let file: String

  var byteCount: Int {
    4 * (records.count + pairBases.count) + 2 * pairLabels.count + 8 * pairs.count + 2 * shared.count
  }

  private struct Weights {
    var key: UInt64
    var place: Int
    var vector: SIMD4<Int16>
    var line: Int32
  }

  /// - Parameters:
  ///   - table: columns `feature`, `b`, `m`, `e`, `s`.
  ///   - file: how errors call it.
  ///   - codeCount: of the dictionary that the model belongs to.
  ///   - code: the code of a folded scalar.
  package init(
    _ table: Table?, file: String = tableName + ".tsv", codeCount: Int, code: @escaping @Sendable (UInt32) -> UInt16
  ) {
    self.file = file
    guard let table else { return }
    let columns = (["feature"] + Self.tags).compactMap(table.column)
    guard columns.count == 5 else {
      errors.append(DictionaryError(file: file, line: 1, reason: .badHeader("columns: feature, b, m, e, s")))
      return
    }
    let weights = read(table, columns, FeatureText(code: code))
    featureCount = weights.count
    if weights.isEmpty { return }
    records = [UInt32](repeating: 0, count: SegmentationWeights.recordWords * codeCount)
    shared = [Int16](repeating: 0, count: 4 * SegmentationWeights.sharedCount)
    lay(weights, codeCount)
  }

  private mutating func read(_ table: Table, _ columns: [Int], _ text: FeatureText) -> [Weights] {
    var weights: [Weights] = []
    for (row, line) in zip(table.rows, table.lines) {
      let feature = row[columns[0]]
      guard let parsed = text.parse(feature) else {
        fail(line, .badField(column: "feature", value: feature, expected: "a feature (see models/README.md)"))
        continue
      }
      guard parsed.isKnown else {
        warnings.append(DictionaryError(file: file, line: Int(line), reason: .neverMatches(feature)))
        continue
      }
      let isShared = FeatureKind.parts(of: parsed.key).map { $0.kind.sharedStart != nil } ?? false
      let bound = isShared ? SegmentationWeights.greatestShared : Int16(Int8.max)
      var vector = SIMD4<Int16>.zero
      var isSound = true
      for (tag, column) in columns.dropFirst().enumerated() {
        if let weight = Int16(row[column]), abs(Int(weight)) <= Int(bound) {
          vector[tag] = weight
        } else {
          isSound = false
          fail(line, .badField(column: Self.tags[tag], value: row[column], expected: "between -\(bound) and \(bound)"))
        }
      }
      if isSound { weights.append(Weights(key: parsed.key, place: parsed.place, vector: vector, line: line)) }
    }
    return weights.sorted { ($0.key, $0.place, $0.line) < ($1.key, $1.place, $1.line) }
  }

  private mutating func fail(_ line: Int32, _ reason: DictionaryError.Reason) {
    errors.append(DictionaryError(file: file, line: Int(line), reason: reason))
  }

  private mutating func lay(_ weights: [Weights], _ codeCount: Int) {
    var grams: [PairPlacement.Pair] = []
    var previous: Weights?
    for weight in weights {
      // Two spellings of one feature: folding made them equal. The first counts.
      if let previous, previous.key == weight.key, previous.place == weight.place { continue }
      previous = weight
      guard let (kind, a, b) = FeatureKind.parts(of: weight.key) else { continue }
      let bytes = SIMD4<Int8>(truncatingIfNeeded: weight.vector)
      switch kind {
      case .unigram: put(bytes, SegmentationWeights.unigramOffset + 4 * weight.place, a)
      case .begins: put(bytes, SegmentationWeights.beginsOffset + 4 * (Int(b) - 1), a)
      case .ends: put(bytes, SegmentationWeights.endsOffset + 4 * (Int(b) - 1), a)
      case .bigram:
        if grams.last?.first != a || grams.last?.second != b { grams.append(.init(first: a, second: b)) }
        grams[grams.count - 1].set(bytes, at: weight.place)
      case .reach, .path, .repeats, .after:
        guard let start = kind.sharedStart else { continue }
        for tag in 0..<4 { shared[4 * (start + Int(a)) + tag] = weight.vector[tag] }
      }
    }
    let placement = PairPlacement(grams, codeCount: codeCount)
    pairLabels = placement.labels
    pairs = placement.vectors
    pairBases = [UInt32](repeating: 0, count: codeCount)
    for (code, base) in placement.bases { pairBases[Int(code)] = UInt32(base) }
  }

  /// Puts a vector at a byte of a character's record.
  private mutating func put(_ vector: SIMD4<Int8>, _ offset: Int, _ code: UInt16) {
    let word = UInt32(truncatingIfNeeded: PairPlacement.word(vector))
    records[Int(code) * SegmentationWeights.recordWords + offset / 4] = word
  }
}
