public import Indexing
import Lexicon

extension Analyzer {
  /// Opens the archive at `path`, or makes a new one where there is no file.
  ///
  /// ```swift
  /// let archive = try analyzer.archive(at: "news.wenmai")
  /// _ = try await archive.update([("page-1.txt", analyzer.analyze(text))])
  /// for hit in try await archive.search("朝阳区总工会").hits { print(hit.title, hit.snippet.text) }
  /// ```
  ///
  /// - Throws: ``ArchiveError``; a file that is no archive is left as it was.
  public func archive(at path: String) throws(ArchiveError) -> ArchiveIndex {
    try ArchiveIndex(path: path, lexicon: lexicon)
  }

  /// The same for a command that may wait long.
  package func archive(
    at path: String, longestWait: Duration, onWait: @escaping @Sendable () -> Void
  ) throws(ArchiveError) -> ArchiveIndex {
    try ArchiveIndex(path: path, lexicon: lexicon, longestWait: longestWait, onWait: onWait)
  }
}
