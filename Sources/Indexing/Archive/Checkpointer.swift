import GRDB
import Synchronization

/// Moves what was committed from the write-ahead log into the file while the writer goes on.
///
/// SQLite does so at the end of a commit if it is let, and the writer waits for the disk (measured: a seventh of the time
/// of building). Here another connection does it, on a thread of its own.
final class Checkpointer: Sendable {
  private let queue: DatabaseQueue
  /// How long the log was, in pages, when it was last looked at.
  private let length = Mutex(0)

  private let longestLog: Int

  /// - Parameter longestLog: in pages. The log begins anew only when all of it was moved, which the writer must wait for.
  init(path: String, longestLog: Int) throws {
    queue = try DatabaseQueue(path: path)
    self.longestLog = longestLog
  }

  /// Begins to move what is committed by now.
  func start() {
    queue.asyncWriteWithoutTransaction { [self] db in
      // What fails is tried again after the next commit, and when the archive is closed, which tells errors.
      guard let result = try? db.checkpoint(.passive) else { return }
      length.withLock { $0 = result.walFrameCount }
    }
  }

  /// Waits where the log has grown long; called before a transaction begins.
  func keepLogShort() {
    guard length.withLock({ $0 }) >= longestLog else { return }
    // Comes after what was begun.
    queue.inDatabase { _ in }
    length.withLock { $0 = 0 }
  }

  /// Moves the rest and empties the log: whoever opens a file beside a long one must read all of it first.
  func close() throws {
    // Someone who still reads from the log keeps it.
    queue.inDatabase { db in _ = try? db.checkpoint(.truncate) }
    try queue.close()
  }
}
