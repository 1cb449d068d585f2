package import Lexicon

/// Lays out the rows of a model as ``EntityWeights`` reads them.
package struct EntityModelBuilder {
  /// A feature as text with its weights, in ``EntityWeights/scale``s of a nat.
  package struct Row: Sendable, Equatable {
    package var feature: String
    package var weights: SIMD4<Int16>
    package init(feature: String, weights: SIMD4<Int16>) {
      self.feature = feature
      self.weights = weights
    }
  }

  package enum Problem: Sendable, Equatable {
    /// The row's weights are out of range: of characters between −127 and 127.
    case weight(row: Int)
    /// The row's feature is none.
    case feature(row: Int)
  }

  package private(set) var characters: [Int8] = []
  package private(set) var pairKeys: [UInt32] = []
  package private(set) var pairs: [Int8] = []
  package private(set) var names: [UInt8] = []
  package private(set) var namedWeights: [Int16] = []
  package private(set) var problems: [Problem] = []

  /// - Parameter code: the code of a folded scalar.
  package init(_ rows: [Row], codeCount: Int, code: (UInt32) -> UInt16) {
    guard !rows.isEmpty else { return }
    characters = [Int8](repeating: 0, count: 4 * EntityWeights.characterVectors * codeCount)
    var vectors: [UInt32: [Int8]] = [:]
    for (index, row) in rows.enumerated() {
      switch EntityFeatureText.characters(row.feature, code: code) {
      case .character(let role, let code):
        guard let bytes = bytes(row.weights, index) else { continue }
        put(bytes, &characters, EntityWeights.characterVectors * Int(code) + role.rawValue)
      case .pair(let role, let first, let second):
        guard let bytes = bytes(row.weights, index) else { continue }
        let empty = [Int8](repeating: 0, count: 4 * EntityWeights.pairVectors)
        put(bytes, &vectors[EntityWeights.key(first, second), default: empty], role.rawValue)
      case .named, nil:
        guard !row.feature.contains(" "), !row.feature.contains("\n") else {
          problems.append(.feature(row: index))
          continue
        }
        names += Array("\(row.feature)\n".utf8)
        for lane in 0..<4 { namedWeights.append(lane < 3 ? row.weights[lane] : 0) }
      }
    }
    layPairs(vectors)
  }

  private mutating func bytes(_ weights: SIMD4<Int16>, _ row: Int) -> SIMD4<Int8>? {
    guard weights.max() <= 127, weights.min() >= -127 else {
      problems.append(.weight(row: row))
      return nil
    }
    return SIMD4<Int8>(truncatingIfNeeded: weights)
  }

  private func put(_ vector: SIMD4<Int8>, _ bytes: inout [Int8], _ index: Int) {
    for lane in 0..<3 { bytes[4 * index + lane] = vector[lane] }
  }

  /// Half of the slots stay free, so that a search ends soon.
  private mutating func layPairs(_ vectors: [UInt32: [Int8]]) {
    var slots = 2
    while slots < 2 * (vectors.count + 1) { slots *= 2 }
    let width = 4 * EntityWeights.pairVectors
    pairKeys = [UInt32](repeating: 0, count: slots)
    pairs = [Int8](repeating: 0, count: slots * width)
    for key in vectors.keys.sorted() {
      var slot = EntityWeights.slot(key, slots - 1)
      while pairKeys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      pairKeys[slot] = key
      pairs.replaceSubrange(slot * width..<(slot + 1) * width, with: vectors[key] ?? [])
    }
  }
}

/// The arrays of a built model in memory of their own.
package final class EntityWeightStorage {
  private let memory: [UnsafeMutableRawBufferPointer]
  private let parts: EntityWeights.Parts
  private let codeCount: Int

  package init(_ built: EntityModelBuilder, codeCount: Int) {
    var memory: [UnsafeMutableRawBufferPointer] = []
    func copy<T, U>(_ values: [T], as type: U.Type) -> UnsafeBufferPointer<U> {
      let bytes = values.count * MemoryLayout<T>.stride
      let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes, 64), alignment: 64)
      values.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: room[0..<bytes]).copyMemory(from: $0) }
      memory.append(room)
      return UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: room[0..<bytes]).bindMemory(to: U.self))
    }
    parts = EntityWeights.Parts(
      characters: copy(built.characters, as: UInt8.self), pairKeys: copy(built.pairKeys, as: UInt32.self),
      pairs: copy(built.pairs, as: UInt8.self), names: copy(built.names, as: UInt8.self),
      namedWeights: copy(built.namedWeights, as: Int16.self))
    self.memory = memory
    self.codeCount = codeCount
  }

  deinit { for room in memory { room.deallocate() } }

  /// The weights, which keep this object alive.
  package var weights: EntityWeights? {
    try? EntityWeights(parts, codeCount: codeCount, owner: self)
  }
}
