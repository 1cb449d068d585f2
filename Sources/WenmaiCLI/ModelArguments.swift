import ArgumentParser
import Wenmai

/// A user's own model.
struct ModelArguments: ParsableArguments {
  @Option(
    help: "Weights of your own for mode precise, as 'wenmai train segment' writes them.",
    completion: .file(extensions: ["tsv"]))
  var model: String?

  /// - Throws: a usage error if `mode` has no model.
  func check(_ mode: SegmentationMode) throws {
    if model != nil, mode != .precise { throw ValidationError("--model is for --mode precise.") }
  }

  func file() throws -> SourceFile? { try model.map { try SourceFile(reading: $0) } }
}
