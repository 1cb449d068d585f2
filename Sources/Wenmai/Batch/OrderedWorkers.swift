import Foundation

/// Does jobs on several threads and hands the results out in the order of the jobs.
///
/// At most a few jobs a thread are under way, so that memory stays bounded whatever comes in. With one thread everything
/// happens on the caller's, without any start-up cost.
final class OrderedWorkers<Job: Sendable, Result: Sendable> {
  typealias Work = (Job) -> Result

  private let queue: Queue?
  private let inline: Work?
  private let emit: (consuming Result) throws -> Void

  /// - Parameters:
  ///   - ahead: how many jobs a thread are under way at most; more where results are taken in bursts.
  ///   - makeWorker: makes the function that one thread uses, with buffers of its own; called on that thread.
  ///   - emit: takes results, in order, on the caller's thread.
  init(
    threads: Int, ahead: Int = 2, makeWorker: @escaping @Sendable () -> Work,
    emit: @escaping (consuming Result) throws -> Void
  ) {
    self.emit = emit
    if threads <= 1 {
      inline = makeWorker()
      queue = nil
      return
    }
    inline = nil
    let queue = Queue(limit: ahead * threads)
    self.queue = queue
    for _ in 0..<threads {
      let thread = Thread {
        let work = makeWorker()
        while let (number, job) = queue.nextJob() { queue.store(work(job), number) }
      }
      // As much as a main thread has: parsers of markup recurse.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  deinit { queue?.close() }

  /// Adds a job; hands out results when enough are under way. Throws what `emit` throws.
  func submit(_ job: Job) throws {
    guard let queue else {
      if let inline { try emit(inline(job)) }
      return
    }
    while queue.isFull { try emit(queue.takeResult()) }
    queue.add(job)
    while let result = queue.takeReadyResult() { try emit(result) }
  }

  /// Waits for all jobs.
  func finish() throws {
    guard let queue else { return }
    while !queue.isEmpty { try emit(queue.takeResult()) }
    queue.close()
  }

  /// Jobs that wait and results that are not yet taken; every access holds the lock.
  private final class Queue: @unchecked Sendable {
    private let condition = NSCondition()
    private let limit: Int
    private var jobs: [(Int, Job)] = []
    private var results: [Int: Result] = [:]
    private var added = 0
    private var taken = 0
    private var isClosed = false
    /// Whether the caller waits for the oldest result. It is woken for nothing else: each time costs a thread its processor.
    private var isAwaited = false

    init(limit: Int) { self.limit = limit }

    private func locked<T>(_ body: () -> T) -> T {
      condition.lock()
      defer { condition.unlock() }
      return body()
    }

    var isFull: Bool { locked { added - taken >= limit } }
    var isEmpty: Bool { locked { added == taken } }

    func add(_ job: Job) {
      locked {
        jobs.append((added, job))
        added += 1
        // Only threads without a job can be waiting: the caller is here.
        condition.signal()
      }
    }

    func close() {
      locked {
        isClosed = true
        condition.broadcast()
      }
    }

    func nextJob() -> (Int, Job)? {
      locked {
        while jobs.isEmpty, !isClosed { condition.wait() }
        return jobs.isEmpty || isClosed ? nil : jobs.removeFirst()
      }
    }

    func store(_ result: Result, _ number: Int) {
      locked {
        results[number] = result
        if isAwaited, number == taken { condition.broadcast() }
      }
    }

    func takeReadyResult() -> Result? {
      locked {
        guard let result = results.removeValue(forKey: taken) else { return nil }
        taken += 1
        return result
      }
    }

    /// Waits for the oldest job. Precondition: there is one under way.
    func takeResult() -> Result {
      locked {
        isAwaited = true
        defer { isAwaited = false }
        while true {
          if let result = results.removeValue(forKey: taken) {
            taken += 1
            return result
          }
          condition.wait()
        }
      }
    }
  }
}
