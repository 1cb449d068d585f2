import Foundation
import Synchronization
import Wenmai

/// Several threads, each with a part of the text.
enum Threads {
  static let count = 2

  /// What the best of several sessions took.
  struct Session: Codable {
    /// On the wall, for the whole text.
    let seconds: Double
    /// The part of their time on the wall in which the threads ran: less than 1 if they waited, or the machine was busy.
    let share: Double
  }

  /// Nil where there are not as many cores.
  static func measure(
    _ stage: Stage, _ analyzer: Analyzer, _ input: Input, rounds: Int, sessions: Int = 3
  ) -> Session? {
    guard ProcessInfo.processInfo.activeProcessorCount >= count else { return nil }
    let parts = input.parts(count)
    let sessions = (0..<sessions).map { _ in
      // From when the first thread is warm until the last is done.
      let span = Mutex<(start: Double, end: Double, cpu: Double)>((.infinity, 0, 0))
      DispatchQueue.concurrentPerform(iterations: count) { part in
        let run = stage.makeRun(analyzer)
        _ = run(parts[part])
        let start = Clock.wall.now
        let cpu = Clock.thread.seconds {
          for _ in 0..<rounds { _ = run(parts[part]) }
        }
        let end = Clock.wall.now
        span.withLock { $0 = (min($0.start, start), max($0.end, end), $0.cpu + cpu) }
      }
      let (start, end, cpu) = span.withLock { $0 }
      return Session(seconds: (end - start) / Double(rounds), share: cpu / (end - start) / Double(count))
    }
    return sessions.min { $0.seconds < $1.seconds }
  }
}
