import ArgumentParser
import Wenmai

/// Tells what is wrong with what the command was given.
enum Setup {
  /// Runs `make`; what is wrong in dictionaries, rules and files is told line by line, and ends the command.
  static func reportingErrors<T>(_ make: () throws -> T) throws -> T {
    do {
      return try make()
    } catch {
      complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// Tells errors: a line for each, and below it what it shows of the file, which is indented.
  static func complain(_ errors: String) {
    for line in errors.split(separator: "\n") {
      Terminal.complain(line.hasPrefix("  ") ? "\(line)\n" : "wenmai: \(line)\n")
    }
  }

  static func tell(_ warnings: [DictionaryError], isQuiet: Bool) {
    if isQuiet { return }
    for warning in warnings { Terminal.complain("wenmai: warning: \(warning)\n") }
  }
}
