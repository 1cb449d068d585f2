import Indexing

/// Tells whether a file was changed since it was read into an archive.
enum InputHash {
  /// - Returns: the hash of a file's bytes and of how they are read; nil for what can be read only once.
  /// - Complexity: reads the file, in bounded memory.
  static func hash(of source: InputSource, options: InputOptions) throws(InputProblem) -> [UInt8]? {
    guard InputFile.size(of: source) != nil else { return nil }
    let file = try InputFile(source)
    var hash = ContentHash()
    hash.add(Array("\(options.format.map { "\($0)" } ?? "") \(options.encoding?.rawValue ?? "")".utf8))
    var block: [UInt8] = []
    repeat {
      block.removeAll(keepingCapacity: true)
      try file.read(1 << 20, into: &block)
      hash.add(block)
    } while !block.isEmpty
    return hash.bytes
  }
}
