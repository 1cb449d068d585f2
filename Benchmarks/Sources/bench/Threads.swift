import Foundation
import Synchronization
import Wenmai

/// Several threads, each with a part of the text.
enum Threads {
  static let count = 2

  /// Seconds on the wall for the whole text, the best of `sessions`; nil where there are not as many cores.
  static func seconds(_ stage: Stage, _ analyzer: Analyzer, _ input: Input, rounds: Int, sessions: Int = 3) -> Double? {
    guard ProcessInfo.processInfo.activeProcessorCount >= count else { return nil }
    let parts = input.parts(count)
    return (0..<sessions).map { _ in
      // From when the first thread is warm until the last is done.
      let span = Mutex<(start: Double, end: Double)>((.infinity, 0))
      DispatchQueue.concurrentPerform(iterations: count) { part in
        let run = stage.makeRun(analyzer)
        _ = run(parts[part])
        let start = Clock.wall.now
        for _ in 0..<rounds { _ = run(parts[part]) }
        let end = Clock.wall.now
        span.withLock { $0 = (min($0.start, start), max($0.end, end)) }
      }
      return span.withLock { $0.end - $0.start } / Double(rounds)
    }.min()
  }
}
