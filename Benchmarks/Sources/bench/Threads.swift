import Foundation
import Synchronization
import Wenmai

/// Several threads, each with a part of the text.
enum Threads {
  static let count = 2
  /// About what a session takes, long enough that the start of the threads does not matter.
  static let sessionSeconds = 0.3

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
    let sessions = (0..<sessions).map { _ in session(stage, analyzer, parts, rounds: rounds) }
    return sessions.min { $0.seconds < $1.seconds }
  }

  private static func session(_ stage: Stage, _ analyzer: Analyzer, _ parts: [Input], rounds: Int) -> Session {
    let cpu = Mutex(0.0)
    let (warm, go, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    for part in parts {
      // Not a queue, which may run one part after the other.
      let thread = Thread {
        let run = stage.makeRun(analyzer)
        _ = run(part)
        warm.signal()
        go.wait()
        let seconds = Clock.thread.seconds {
          for _ in 0..<rounds { _ = run(part) }
        }
        cpu.withLock { $0 += seconds }
        done.signal()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    for _ in parts { warm.wait() }
    let seconds = Clock.wall.seconds {
      for _ in parts { go.signal() }
      for _ in parts { done.wait() }
    }
    return Session(
      seconds: seconds / Double(rounds), share: cpu.withLock { $0 } / seconds / Double(parts.count))
  }
}
