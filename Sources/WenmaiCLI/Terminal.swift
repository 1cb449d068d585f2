#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the terminal is, and the few system calls that the command makes.
enum Terminal {
  /// A descriptor of the process.
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// The columns of the terminal at standard output or standard error; nil where there is none.
  static func width(_ stream: Stream) -> Int? {
    guard isTerminal(stream) else { return nil }
    var size = winsize()
    guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func restoreBrokenPipeSignal() { signal(SIGPIPE, SIG_DFL) }

  /// Writes a message on standard error.
  static func complain(_ message: String) {
    var message = message
    message.withUTF8 { _ = writeAll($0, to: Stream.error.rawValue) }
  }

  /// Writes all of `bytes`; the system's error number if that fails.
  static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32? {
    guard let base = bytes.baseAddress else { return nil }
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, base + done, bytes.count - done)
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        // A pipe that someone set non-blocking: wait until it takes more.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }

  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
