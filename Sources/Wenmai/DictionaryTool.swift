import DictionaryCompiler
import Lexicon

/// What the command does with dictionaries: check, compile, count.
package enum DictionaryTool {
  /// A dictionary compiled from its sources.
  package struct Compiled: Sendable {
    package let bytes: [UInt8]
    /// A line for each part of the work, and one for each warning.
    package let report: [String]
    package let warnings: [String]
  }

  /// Checks and compiles the tables and rules below `folder`.
  ///
  /// - Throws: ``DictionaryErrors``, all that is wrong, or the errors of rules.
  package static func compile(folder: String) throws -> Compiled {
    let sources = try DictionarySources.read(folder)
    let (bytes, report) = try DictionaryCompiler.compile(sources)
    let rules = try RuleCheck.run(on: bytes)
    let parts = report.parts.map { part in
      let size = part.bytes > 0 ? ", \(part.bytes) bytes" : ""
      return "\(part.name): \(part.entries) entries\(size), \(milliseconds(part.seconds)) ms"
    }
    let checked = "rules: \(rules.rules) entries, \(rules.examples) examples hold"
    return Compiled(bytes: bytes, report: parts + [checked], warnings: report.warnings.map(\.description))
  }

  /// Checks a folder of sources, a rule file, or words of a user's own.
  ///
  /// - Returns: warnings.
  /// - Throws: all that is wrong in it.
  package static func check(_ path: String) throws -> [String] {
    if InputFile.isFolder(path) { return try compile(folder: path).warnings }
    if path.hasSuffix(".rules") {
      var options = Analyzer.Options()
      options.rules = [try SourceFile(reading: path)]
      _ = try Analyzer(options: options)
      return []
    }
    let file = try SourceFile(reading: path)
    return try UserDictionary.parse(file.bytes, file: file.name, lexicon: Analyzer.embeddedLexicon())
      .warnings.map(\.description)
  }

  /// What a compiled dictionary holds.
  ///
  /// - Parameter path: nil for the one in the library.
  package static func statistics(path: String?) throws -> [(name: String, value: String)] {
    let lexicon = try path.map { try Lexicon.load(path: $0) } ?? Analyzer.embeddedLexicon()
    var rows = [
      ("sources", BuildInformation.hexadecimal(lexicon.sourceHash)), ("words", "\(lexicon.wordCount)"),
      ("classes", "\(lexicon.classNames.count)"), ("parts of speech", "\(max(lexicon.tagNames.count - 1, 0))"),
    ]
    for name in lexicon.tableNames.sorted() {
      if let table = lexicon.tableID(named: name) { rows.append((name, "\(lexicon.rowCount(of: table))")) }
    }
    return rows.map { (name: $0.0, value: $0.1) }
  }

  private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }
}
