import Foundation
package import Indexing

/// An archive for commands that only look: no analyzer is made, no rules are compiled.
package enum ArchiveReader {
  /// - Throws: ``ArchiveError``, also where there is no archive: looking for something makes no file.
  package static func read<Value>(_ path: String, _ body: (ArchiveIndex) throws -> Value) throws -> Value {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ArchiveError.unavailable(path: path, reason: "No such file")
    }
    let index = try ArchiveIndex(path: path, lexicon: try Analyzer.embeddedLexicon())
    let value = try body(index)
    try index.close()
    return value
  }
}
