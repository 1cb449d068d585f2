package import Text

/// What comes of one job: bytes for the output, what went wrong, and how much of the input it was.
struct BatchOutput: Sendable {
  var bytes: [UInt8] = []
  var facts: [ArticleFacts] = []
  var problems: [InputProblem] = []
  var readCount = 0
  /// The buffer of the input, to be used again.
  var input: [UInt8] = []
}

/// Where a batch run puts its results; all is called on the thread that started the run.
package struct BatchSink {
  /// Takes the next bytes of the output.
  package var write: ([UInt8]) throws -> Void
  /// Is told of inputs that failed, and of warnings.
  package var report: (InputProblem) -> Void
  /// Is told how many more bytes of the inputs are done.
  package var progress: (Int) -> Void
  /// Takes what writers hand on as values, in the order of the input.
  package var facts: (ArticleFacts) throws -> Void = { _ in }

  package init(
    write: @escaping ([UInt8]) throws -> Void, report: @escaping (InputProblem) -> Void,
    progress: @escaping (Int) -> Void
  ) {
    self.write = write
    self.report = report
    self.progress = progress
  }

  func take(_ output: BatchOutput) throws {
    if !output.bytes.isEmpty { try write(output.bytes) }
    try output.facts.forEach(facts)
    output.problems.forEach(report)
    progress(output.readCount)
  }
}

/// How inputs are read.
package struct InputOptions: Sendable {
  /// nil tells it file by file.
  package var format: InputFormat?
  /// nil tells it file by file.
  package var encoding: TextEncoding?
  package var threads = 1

  package init() {}
}
