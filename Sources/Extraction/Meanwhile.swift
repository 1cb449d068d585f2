import Foundation

/// A value that another thread makes while the caller goes on with something else.
final class Meanwhile<Value: Sendable>: @unchecked Sendable {
  private let isMade = DispatchSemaphore(value: 0)
  /// Written by the other thread before it signals, read once it has.
  private var result: Result<Value, any Error>?

  /// - Parameter make: runs on the other thread, to its end even if nobody asks for the value.
  init(_ make: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [self] in
      result = Result(catching: make)
      isMade.signal()
    }
  }

  /// Waits for the value; asked for once.
  ///
  /// - Throws: what making it threw.
  func value() throws -> Value {
    isMade.wait()
    guard let result else { preconditionFailure("a value is made before it is signalled") }
    return try result.get()
  }
}
