package import Lexicon

/// A model of a user's own: a table of weights as `wenmai train segment` writes it, laid out for a dictionary that is
/// already compiled.
package enum UserModel {
  /// - Parameters:
  ///   - bytes: the table.
  ///   - file: how errors call it.
  ///   - lexicon: the dictionary that the model will be used with, the one it was trained for.
  /// - Throws: everything that is wrong in it.
  package static func parse(
    _ bytes: [UInt8], file: String, lexicon: Lexicon
  ) throws(DictionaryErrors) -> (weights: SegmentationWeights, warnings: [DictionaryError]) {
    let table = try TableParser.parse(bytes, name: ModelCompiler.tableName, file: file)
    let model = ModelCompiler(table, file: file, codeCount: lexicon.trie.codeCount) { lexicon.code(of: $0) }
    if !model.errors.isEmpty { throw DictionaryErrors(model.errors) }
    let storage = WeightStorage(model)
    let weights = try? SegmentationWeights(
      records: storage.records, pairBases: storage.pairBases, pairLabels: storage.pairLabels, pairs: storage.pairs,
      shared: storage.shared, codeCount: lexicon.trie.codeCount, thorough: true, owner: storage)
    guard let weights else {
      throw DictionaryErrors([DictionaryError(file: file, line: 0, reason: .badHeader("a table with weights"))])
    }
    return (weights, model.warnings)
  }
}

/// The sections of a model in memory of their own.
private final class WeightStorage {
  let records: UnsafeBufferPointer<UInt32>
  let pairBases: UnsafeBufferPointer<UInt32>
  let pairLabels: UnsafeBufferPointer<UInt16>
  let pairs: UnsafeBufferPointer<UInt64>
  let shared: UnsafeBufferPointer<Int16>

  init(_ model: ModelCompiler) {
    records = Self.copy(model.records)
    pairBases = Self.copy(model.pairBases)
    pairLabels = Self.copy(model.pairLabels)
    pairs = Self.copy(model.pairs)
    shared = Self.copy(model.shared)
  }

  deinit {
    for start in [
      UnsafeRawPointer(records.baseAddress), UnsafeRawPointer(pairBases.baseAddress),
      UnsafeRawPointer(pairLabels.baseAddress), UnsafeRawPointer(pairs.baseAddress),
      UnsafeRawPointer(shared.baseAddress),
    ] { start?.deallocate() }
  }

  /// Aligned to cache lines, as in a compiled dictionary.
  private static func copy<T: FixedWidthInteger>(_ values: [T]) -> UnsafeBufferPointer<T> {
    let bytes = values.count * MemoryLayout<T>.stride
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes, 64), alignment: 64)
    values.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: memory[0..<bytes]).copyMemory(from: $0) }
    return UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: memory[0..<bytes]).bindMemory(to: T.self))
  }
}
