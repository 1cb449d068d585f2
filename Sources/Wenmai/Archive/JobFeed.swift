import Foundation

/// Makes jobs on a thread of its own, a few ahead of who takes them.
///
/// Whoever writes the archive is busy all the time; reading files and telling their articles apart must not wait for it.
final class JobFeed<Job: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let limit: Int
  private var jobs: [Job] = []
  private var isFinished = false
  private var isCancelled = false

  /// - Parameters:
  ///   - limit: how many jobs may wait to be taken.
  ///   - produce: makes the jobs and puts them into the feed; called on the other thread. It ends when ``put(_:)`` says so.
  init(limit: Int, produce: @escaping @Sendable (JobFeed) -> Void) {
    self.limit = limit
    let thread = Thread { [self] in
      produce(self)
      locked {
        isFinished = true
        condition.broadcast()
      }
    }
    // As much as a main thread has: parsers of markup recurse.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Adds a job when there is room for it; false if nobody wants any more.
  func put(_ job: Job) -> Bool {
    locked {
      while jobs.count >= limit, !isCancelled { condition.wait() }
      if isCancelled { return false }
      jobs.append(job)
      condition.broadcast()
      return true
    }
  }

  /// The next job; nil after the last one.
  func next() -> Job? {
    locked {
      while jobs.isEmpty, !isFinished { condition.wait() }
      if jobs.isEmpty { return nil }
      condition.broadcast()
      return jobs.removeFirst()
    }
  }

  /// Lets the other thread end; it may be waiting for an input that never comes.
  func cancel() {
    locked {
      isCancelled = true
      condition.broadcast()
    }
  }

  private func locked<T>(_ body: () -> T) -> T {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }
}
