import Foundation

/// The time that rounds are measured in, in seconds.
///
/// The thread's CPU time: other programs on the machine do not count. A stage that starts a process needs the clock
/// on the wall.
enum Clock {
  case thread, wall

  var now: Double {
    var time = timespec()
    clock_gettime(self == .thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension Clock {
  func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }
}
