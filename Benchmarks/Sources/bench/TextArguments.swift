import ArgumentParser
import Foundation

/// Which text is read, and by which stages.
struct TextArguments: ParsableArguments {
  @Option(help: "Size of the generated text in MB.") var size = 1.0
  @Option(help: "Read this text, UTF-8, instead of a generated one.") var text: String?
  @Option(help: "Only stages whose names contain this.") var filter: String?

  private static let seed: UInt64 = 20_260_401

  func validate() throws {
    if !(0.001...1000).contains(size) { throw ValidationError("--size must be between 0.001 and 1000 MB.") }
  }

  var isDefault: Bool { text == nil && filter == nil && size == 1 }
  /// Small texts, and those of others, have counts of their own.
  var hasExpectedCounts: Bool { text == nil && size >= 0.5 }
  var description: String { text ?? "generated news" }

  func makeText() throws -> String {
    if let text { return try String(contentsOfFile: text, encoding: .utf8) }
    var generator = NewsGenerator(
      templates: try TemplateFile(Folder.benchmarks.appending(path: "Data/templates.txt")),
      vocabulary: try Vocabulary(dictionaries: Folder.benchmarks.appending(path: "../Dictionaries")), seed: Self.seed)
    return generator.text(size: Int(size * 1e6))
  }

  func stages() throws -> [Stage] {
    let stages = Stage.all.filter { filter.map($0.name.contains) ?? true }
    if stages.isEmpty { throw ValidationError("No stage is called like '\(filter ?? "")'.") }
    return stages
  }
}

/// Where the benchmark's own files are.
enum Folder {
  static let benchmarks = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
