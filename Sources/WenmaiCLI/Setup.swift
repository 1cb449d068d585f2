import ArgumentParser
import Wenmai

/// Tells what is wrong with what the command was given.
enum Setup {
  /// Runs `make`; what is wrong in dictionaries, rules and files is told line by line, and ends the command.
  static func reportingErrors<T>(_ make: () throws -> T) throws -> T {
    do {
      return try make()
    } catch {
      for line in "\(error)".split(separator: "\n") { Terminal.complain("wenmai: \(line)\n") }
      throw ExitCode(1)
    }
  }

  static func tell(_ warnings: [DictionaryError], isQuiet: Bool) {
    if isQuiet { return }
    for warning in warnings { Terminal.complain("wenmai: warning: \(warning)\n") }
  }
}
