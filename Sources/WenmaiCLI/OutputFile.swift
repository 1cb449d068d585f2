#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output, or a file that appears under its name only when it is whole.
final class OutputFile {
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    var description: String { "\(path): \(Terminal.reason(code))" }
  }

  private let path: String?
  private let temporaryPath: String
  private var descriptor: Int32

  /// - Parameter path: nil, or `-`, for standard output.
  init(_ path: String?) throws(Failure) {
    guard let path, path != "-" else {
      self.path = nil
      temporaryPath = ""
      descriptor = 1
      return
    }
    self.path = path
    // In the same folder, because renaming is atomic within one file system only.
    temporaryPath = "\(path).\(getpid()).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Failure(path: path, code: errno) }
  }

  deinit {
    // Only after a failure: what is unfinished is taken away.
    if path != nil, descriptor >= 0 {
      close(descriptor)
      unlink(temporaryPath)
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    let code = bytes.withUnsafeBufferPointer { Terminal.writeAll($0, to: descriptor) }
    if let code { throw Failure(path: path ?? "standard output", code: code) }
  }

  /// Gives the file its name.
  func finish() throws(Failure) {
    guard let path else { return }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporaryPath, path) == 0 else {
      let code = errno
      unlink(temporaryPath)
      throw Failure(path: path, code: code)
    }
  }
}
