#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One input: a file or standard input.
package enum InputSource: Sendable, Equatable {
  case standardInput
  case file(String)

  /// As messages and ids call it; `-` is standard input.
  package var name: String {
    switch self {
    case .standardInput: "-"
    case .file(let path): path
    }
  }

  /// What arguments name: files as they are, all texts in folders and below, sorted; none means standard input.
  ///
  /// - Parameter report: is given what cannot be read.
  package static func resolve(_ arguments: [String], report: (InputProblem) -> Void) -> [InputSource] {
    if arguments.isEmpty { return [.standardInput] }
    var sources: [InputSource] = []
    for argument in arguments {
      if argument == "-" {
        sources.append(.standardInput)
      } else if InputFile.isFolder(argument) {
        let before = sources.count
        var failed = false
        walk(argument, into: &sources) {
          failed = true
          report($0)
        }
        if sources.count == before, !failed {
          let endings = extensions.sorted().joined(separator: ", ")
          report(InputProblem(input: argument, reason: "no text files (\(endings)) in it"))
        }
      } else {
        sources.append(.file(argument))
      }
    }
    return sources
  }

  /// The bytes of all of them together; nil if one is no file.
  package static func totalSize(of sources: [InputSource]) -> Int? {
    var total = 0
    for source in sources {
      guard let size = InputFile.size(of: source) else { return nil }
      total += size
    }
    return total
  }

  /// What is taken for a text in a folder; a file named outright is read whatever its name.
  static let extensions: Set<String> = ["txt", "text", "md", "html", "htm", "xhtml", "jsonl", "ndjson"]

  /// Hidden entries and links to folders are left out, so that a loop of links does no harm.
  private static func walk(_ folder: String, into sources: inout [InputSource], report: (InputProblem) -> Void) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      return report(InputProblem(input: folder, reason: "the folder cannot be read"))
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if InputFile.isFolder(path) {
        if !InputFile.isLink(path) { walk(path, into: &sources, report: report) }
      } else if let dot = name.lastIndex(of: "."), extensions.contains(name[dot...].dropFirst().lowercased()) {
        sources.append(.file(path))
      }
    }
  }
}

/// What went wrong with an input; the others are still read.
package struct InputProblem: Error, Sendable, CustomStringConvertible {
  package let input: String
  package let reason: String
  /// Whether the result is whole all the same: some bytes were broken and show as U+FFFD.
  package var isWarning = false

  package var description: String { "\(input): \(reason)" }
}
