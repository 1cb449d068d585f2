import ArgumentParser
import Wenmai

/// Runs a batch for a command: opens the output, shows progress, names what failed, and ends with the right status.
enum BatchRun {
  static func perform(
    _ input: InputArguments, _ output: OutputArguments, _ run: ([InputSource], BatchSink) throws -> Void
  ) throws {
    try perform(input, path: output.output, run)
  }

  /// - Parameter path: of the output; nil for standard output.
  static func perform(
    _ input: InputArguments, path: String?, _ run: ([InputSource], BatchSink) throws -> Void
  ) throws {
    var failures = 0
    var bar: ProgressBar?
    func report(_ problem: InputProblem) {
      if !problem.isWarning { failures += 1 }
      if problem.isWarning && input.isQuiet { return }
      bar?.clear()
      Terminal.complain("wenmai: \(problem.isWarning ? "warning: " : "")\(problem)\n")
    }
    let sources = InputSource.resolve(input.files, report: report)
    bar = ProgressBar(total: InputSource.totalSize(of: sources), isEnabled: !input.isQuiet)
    do {
      let file = try OutputFile(path)
      let sink = BatchSink(
        write: { try file.write($0) }, report: report, progress: { bar?.advance(by: $0) })
      try run(sources, sink)
      try file.finish()
    } catch let failure as OutputFile.Failure {
      bar?.clear()
      Terminal.complain("wenmai: \(failure)\n")
      throw ExitCode(1)
    }
    bar?.clear()
    if failures > 0 { throw ExitCode(1) }
  }

  /// Runs what reads the inputs and writes no stream; tells how many of them failed. Other errors end the command.
  static func collect<Value>(
    _ input: InputArguments,
    _ run: ([InputSource], _ report: @escaping (InputProblem) -> Void, _ progress: @escaping (Int) -> Void) throws ->
      Value
  ) throws -> (value: Value, failures: Int) {
    var failures = 0
    var bar: ProgressBar?
    func report(_ problem: InputProblem) {
      if !problem.isWarning { failures += 1 }
      if problem.isWarning && input.isQuiet { return }
      bar?.clear()
      Terminal.complain("wenmai: \(problem.isWarning ? "warning: " : "")\(problem)\n")
    }
    let sources = InputSource.resolve(input.files, report: report)
    bar = ProgressBar(total: InputSource.totalSize(of: sources), isEnabled: !input.isQuiet)
    let value = try Setup.reportingErrors {
      defer { bar?.clear() }
      return try run(sources, report, { bar?.advance(by: $0) })
    }
    return (value, failures)
  }
}
