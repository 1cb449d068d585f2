import Counters
import Foundation

/// What counts the instructions of a stage: the processor where it lets us, else valgrind, which runs it 50 times slower.
enum InstructionCounter {
  case processor
  case valgrind(path: String, strip: String)
  case none

  /// Bytes of the text that valgrind reads.
  private static let sampleSize = 60_000

  static var available: InstructionCounter {
    let counter = counters_open_instructions()
    if counter >= 0 {
      defer { counters_close(counter) }
      if counters_read(counter) > 0 { return .processor }
    }
    guard let valgrind = program("valgrind"), let strip = program("strip") else { return .none }
    return .valgrind(path: valgrind, strip: strip)
  }

  /// The path of a command.
  private static func program(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Instructions for a character of `input`, once the stage is warm; nil if they cannot be counted.
  func perCharacter(_ stage: Stage, _ run: (Input) -> Int, _ input: Input) throws -> Double? {
    switch self {
    case .none: return nil
    case .processor:
      let counter = counters_open_instructions()
      defer { counters_close(counter) }
      _ = run(input)
      let count = counters_read(counter)
      return count > 0 ? Double(count) / Double(max(input.characterCount, 1)) : nil
    case .valgrind(let path, let strip):
      let sample = input.beginning(Self.sampleSize)
      let folder = FileManager.default.temporaryDirectory.appending(path: "wenmai-bench-\(getpid())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "sample.txt")
      try sample.text.write(to: file, atomically: true, encoding: .utf8)
      // Older valgrinds give up on the debug information that Swift writes.
      let bare = folder.appending(path: "bench").path
      _ = try ChildProcess.run([strip, "-o", bare, ChildProcess.executable])
      // What a process does besides, and the first round, which fills buffers, fall out of the difference.
      let totals = try [1, 3].map { rounds in
        let probe = ChildProcess.probe(stage, text: file, rounds: rounds).dropFirst()
        return try Self.total(valgrind: path, [bare] + probe, log: folder.appending(path: "log"))
      }
      return Double(totals[1] - totals[0]) / 2 / Double(max(sample.characterCount, 1))
    }
  }

  private static func total(valgrind path: String, _ command: [String], log: URL) throws -> Int {
    _ = try ChildProcess.run([path, "--tool=callgrind", "--callgrind-out-file=/dev/null"] + command, error: log)
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    // ==123== Collected : 32519283
    guard let line = lines.first(where: { $0.contains("Collected :") }),
      let count = line.split(separator: " ").last.flatMap({ Int($0) })
    else { throw ChildProcess.Failure(description: "valgrind did not tell the number of instructions") }
    return count
  }
}
