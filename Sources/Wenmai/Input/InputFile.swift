#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An input that is open for reading, block by block.
///
/// System calls instead of `FileHandle`: its blocks are new `Data` each time, and its errors lose the reason.
final class InputFile {
  let name: String
  private let descriptor: Int32
  /// Whether nothing is left to read.
  private(set) var isAtEnd = false

  init(_ source: InputSource) throws(InputProblem) {
    name = source.name
    switch source {
    case .standardInput: descriptor = 0
    case .file(let path):
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.problem(path) }
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The size in bytes, where that is known beforehand.
  static func size(of source: InputSource) -> Int? {
    guard case .file(let path) = source else { return nil }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether a path leads to a folder, over links too.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Appends up to `count` bytes to `bytes`; fewer only at the end of the input.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(InputProblem) {
    guard count > 0, !isAtEnd else { return }
    let start = bytes.count
    bytes.resize(to: start + count)
    let end = try fill(&bytes, from: start)
    bytes.resize(to: end)
  }

  /// Reads over what is in `bytes` from `start` on.
  ///
  /// - Returns: where the bytes that were read end; less than the count only at the end of the input.
  func fill(_ bytes: inout [UInt8], from start: Int) throws(InputProblem) -> Int {
    if isAtEnd { return start }
    var filled = start
    var failure: Int32 = 0
    bytes.withUnsafeMutableBytes { buffer in
      while filled < buffer.count, let base = buffer.baseAddress {
        #if canImport(Darwin)
          let got = Darwin.read(descriptor, base + filled, buffer.count - filled)
        #elseif canImport(Musl)
          let got = Musl.read(descriptor, base + filled, buffer.count - filled)
        #else
          let got = Glibc.read(descriptor, base + filled, buffer.count - filled)
        #endif
        if got > 0 {
          filled += got
        } else if got == 0 {
          isAtEnd = true
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 {
      isAtEnd = true
      throw Self.problem(name, failure)
    }
    return filled
  }

  fileprivate static func problem(_ path: String, _ code: Int32 = errno) -> InputProblem {
    // Whoever gave the name has put U+FFFD in place of its bytes.
    let isOtherEncoding = code == ENOENT && path.unicodeScalars.contains("\u{FFFD}")
    let reason = String(cString: strerror(code)) + (isOtherEncoding ? ", or its name is not UTF-8: rename it" : "")
    return InputProblem(input: path, reason: reason)
  }
}

extension InputSource {
  /// What keeps a file from being opened; nil for standard input.
  package var problem: InputProblem? {
    // Not tried: opening a pipe waits for whoever writes into it.
    guard case .file(let path) = self, access(path, R_OK) != 0 else { return nil }
    return InputFile.problem(path)
  }
}
