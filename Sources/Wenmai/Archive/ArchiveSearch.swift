import Foundation
package import Indexing

/// A search without an analyzer: only the dictionary is opened, no rules are compiled.
package enum ArchiveSearch {
  /// - Throws: ``ArchiveError``, also where there is no archive: looking for something makes no file.
  package static func run(_ query: String, archive path: String, limit: Int) throws -> SearchResult {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ArchiveError.unavailable(path: path, reason: "No such file")
    }
    let index = try ArchiveIndex(path: path, lexicon: try Analyzer.embeddedLexicon())
    let result = try index.blockingSearch(query, limit: limit)
    try index.close()
    return result
  }
}
