import Wenmai

/// From nothing to the first result.
enum Start {
  static let sentence = Input("云岭市总工会主席周敏今年3月12日说，近2000名职工参加了竞赛。")

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Another analyzer in this process and its first result; the compiled dictionary is mapped and warm.
  static func warm(_ stage: Stage) throws {
    guard stage.makeRun(try Analyzer())(sentence) > 0 else { throw Failure(description: "the first sentence is empty") }
  }

  /// Another process and its first result, the process's end included.
  ///
  /// A process that measures itself leaves out what the loader does before it; so this one starts another.
  static func cold(_ stage: Stage) throws {
    _ = try ChildProcess.run(ChildProcess.probe(stage))
  }
}
