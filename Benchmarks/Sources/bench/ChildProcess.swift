import Foundation

/// Another process, for what a process cannot tell of itself. Not `Process`, whose waiting costs milliseconds.
enum ChildProcess {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]

  /// The arguments of a `bench` that runs `stage` alone.
  static func probe(_ stage: Stage, text: URL? = nil, rounds: Int = 1) -> [String] {
    [executable, "probe", stage.name, "--rounds", "\(rounds)"] + (text.map { ["--text", $0.path] } ?? [])
  }

  /// Runs `arguments`, the first of them the path of the program, and waits for the end.
  ///
  /// - Parameter error: where its standard error goes; nil leaves it where it is.
  /// - Returns: what it wrote to its standard output.
  static func run(_ arguments: [String], error: URL? = nil) throws -> String {
    let output = FileManager.default.temporaryDirectory.appending(path: "wenmai-bench-\(getpid()).out")
    defer { try? FileManager.default.removeItem(at: output) }
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let mode = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.path, mode, 0o600)
    if let error { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error.path, mode, 0o600) }

    var list: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { list.forEach { free($0) } }
    // Hashes are the same in each run, so that instructions are.
    setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments[0], &actions, nil, &list, environ)
    guard code == 0 else {
      throw Failure(description: "cannot start \(arguments[0]): \(String(cString: strerror(code)))")
    }
    var status: CInt = 0
    guard waitpid(pid, &status, 0) == pid, status == 0 else {
      throw Failure(description: "\(arguments.joined(separator: " ")) failed (\(status))")
    }
    return try String(contentsOf: output, encoding: .utf8)
  }
}
