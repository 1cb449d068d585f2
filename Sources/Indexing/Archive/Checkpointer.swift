import GRDB
import Synchronization

/// Moves what was committed from the write-ahead log into the file while the writer goes on.
///
/// SQLite does so at the end of a commit if it is let, and the writer waits for the disk (measured: a seventh of the time
/// of building). Here another connection does it, on a thread of its own.
final class Checkpointer: Sendable {
  private let queue: DatabaseQueue
  private let log = Mutex(Log())
  private let longestLog: Int

  private struct Log {
    /// How long it was, in pages, when it was last looked at.
    var length = 0
    /// Commits that nobody has looked at yet: the other thread may get no processor for a while.
    var waiting = 0
  }

  /// So many commits may wait.
  private static let waitingLimit = 4

  /// - Parameter longestLog: in pages. The log begins anew only when all of it was moved, which the writer must wait for.
  init(path: String, longestLog: Int) throws {
    queue = try DatabaseQueue(path: path)
    self.longestLog = longestLog
  }

  /// Begins to move what is committed by now.
  func start() {
    log.withLock { $0.waiting += 1 }
    queue.asyncWriteWithoutTransaction { [self] db in
      // What fails is tried again after the next commit, and when the archive is closed, which tells errors.
      let result = try? db.checkpoint(.passive)
      log.withLock {
        $0.waiting -= 1
        if let result { $0.length = result.walFrameCount }
      }
    }
  }

  /// Waits where the log has grown long; called before a transaction begins.
  func keepLogShort() {
    guard log.withLock({ $0.length >= longestLog || $0.waiting >= Self.waitingLimit }) else { return }
    // Comes after what was begun.
    queue.inDatabase { _ in }
    log.withLock { $0.length = 0 }
  }

  /// Moves the rest and empties the log: whoever opens a file beside a long one must read all of it first.
  func close() throws {
    // Someone who still reads from the log keeps it.
    queue.inDatabase { db in _ = try? db.checkpoint(.truncate) }
    try queue.close()
  }
}
