import Foundation
import Wenmai

/// From the start of a process to its first result, the process's end included.
///
/// A process that measures itself leaves out what the loader does before it; so this one starts another.
enum ColdStart {
  static let option = "--first-result"
  static let sentence = "云岭市总工会主席周敏今年3月12日说，近2000名职工参加了竞赛。"

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What the other process does.
  static func firstResult() throws {
    if try Analyzer().analyze(sentence).entities.isEmpty { throw Failure(description: "the first sentence is empty") }
  }

  /// Starts this program again and waits for its result. Not `Process`, whose waiting costs milliseconds.
  static func run() throws {
    var pid: pid_t = 0
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), strdup(option), nil]
    defer { arguments.forEach { free($0) } }
    let code = posix_spawn(&pid, path, nil, nil, &arguments, environ)
    guard code == 0 else { throw Failure(description: "cannot start \(path): \(String(cString: strerror(code)))") }
    var status: CInt = 0
    guard waitpid(pid, &status, 0) == pid, status == 0 else {
      throw Failure(description: "the process of the cold start failed (\(status))")
    }
  }
}
