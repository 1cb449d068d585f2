import Indexing
import Text

/// What one thread does in one go for an archive.
enum ArchiveJob: Sendable {
  case articles(Articles)
  case records(LineBatchReader.Batch, name: String)
  /// An input that is in the archive as it is.
  case skipped(String, hash: [UInt8], articleCount: Int, readCount: Int)
  /// All of an input was handed out.
  case finished(String, hash: [UInt8])
  /// Nothing to do, but to be told in its turn.
  case problem(InputProblem)
  /// The archive cannot be read.
  case failure(ArchiveError)

  /// Some articles of a file.
  struct Articles: Sendable {
    let document: Document
    let name: String
    /// Where the document begins in the file, in decoded bytes.
    let offset: Int
    let isFirst: Bool
    let isLast: Bool
    let known: KnownArticles
    let readCount: Int
  }
}
