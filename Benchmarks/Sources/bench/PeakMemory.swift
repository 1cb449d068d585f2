import Foundation

/// The most memory that a process has held.
enum PeakMemory {
  /// That of a process which runs `stage` over the text of `file` and does nothing else, in bytes.
  static func bytes(of stage: Stage, text file: URL) throws -> Int? {
    let output = try ChildProcess.run(ChildProcess.probe(stage, text: file))
    return Int(output.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap { $0 > 0 ? $0 : nil }
  }

  /// That of this process, in bytes. Not `ru_maxrss` on Linux, where a process inherits that of the one that started it.
  static var bytes: Int? {
    #if os(Linux)
      guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
        let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
      else { return nil }
      return kilobytes * 1024
    #else
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : nil
    #endif
  }
}
