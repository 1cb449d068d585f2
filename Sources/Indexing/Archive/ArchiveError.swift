import GRDB

/// Why an archive could not be opened, read or written. The file is as it was before.
public enum ArchiveError: Error, Sendable, Equatable {
  /// The file is none of ours: another database, or no database at all.
  case foreign(path: String)
  /// The file was written by a later version.
  case tooNew(path: String, version: Int)
  /// The file is ours and broken.
  case damaged(path: String, reason: String)
  /// Another process writes and does not come to an end.
  case busy(path: String)
  /// Two processes wrote different things of one source.
  case changedMeanwhile(source: String)
  /// The system does not let us read or write the file.
  case unavailable(path: String, reason: String)
  /// The query cannot be read.
  case query(QueryError)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .foreign(let path): "\(path): not a Wenmai archive; it was left as it is"
    case .tooNew(let path, let version):
      "\(path): written by a later version of Wenmai (schema \(version), this one reads \(ArchiveSchema.version))"
    case .damaged(let path, let reason): "\(path): the archive is damaged: \(reason)"
    case .busy(let path): "\(path): another process is writing; try again later"
    case .changedMeanwhile(let source): "\(source): another process wrote the same source; run the command again"
    case .unavailable(let path, let reason): "\(path): \(reason)"
    case .query(let error): error.description
    }
  }
}

extension ArchiveError {
  /// What an error of SQLite means for the archive at `path`.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ArchiveError: self = error
    case let error as DatabaseError:
      let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_NOTADB: self = .foreign(path: path)
      case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      default: self = .unavailable(path: path, reason: reason)
      }
    default: self = .unavailable(path: path, reason: "\(error)")
    }
  }
}
