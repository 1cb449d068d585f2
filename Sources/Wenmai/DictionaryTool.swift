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
    /// What compiles and is likely to be a slip.
    package let findings: [String]
  }

  /// Checks and compiles the tables and rules below `folder`.
  ///
  /// - Parameter linting: also look for what compiles and is likely to be a slip.
  /// - Throws: ``DictionaryErrors``, all that is wrong, or the errors of rules.
  package static func compile(folder: String, linting: Bool = false) throws -> Compiled {
    let sources = try DictionarySources.read(folder)
    let (bytes, report) = try DictionaryCompiler.compile(sources)
    let rules = try RuleCheck.run(on: bytes)
    let parts = report.parts.map { part in
      let size = part.bytes > 0 ? ", \(part.bytes) bytes" : ""
      return "\(part.name): \(part.entries) entries\(size), \(milliseconds(part.seconds)) ms"
    }
    let checked = "rules: \(rules.rules) entries, \(rules.examples) examples hold"
    let findings = linting ? DictionaryLint.findings(in: sources, usedClasses: rules.classes) : []
    return Compiled(
      bytes: bytes, report: parts + [checked], warnings: report.warnings.map(\.description),
      findings: findings.map(\.description))
  }

  /// What is odd and what is wrong in sources, a line for each.
  package struct Findings: Sendable {
    package var warnings: [String] = []
    package var errors: [String] = []
  }

  /// Checks folders of sources each for itself; rule files and words of a user's own together, because rules may use the
  /// classes of the words.
  package static func check(_ paths: [String]) -> Findings {
    var findings = Findings()
    var options = Analyzer.Options()
    func note(_ check: () throws -> Void) {
      do { try check() } catch { findings.errors += "\(error)".split(separator: "\n").map(String.init) }
    }
    for path in paths {
      note {
        if InputFile.isFolder(path) {
          let checked = try compile(folder: path, linting: true)
          findings.warnings += checked.warnings + checked.findings
        } else if path.hasSuffix(".rules") {
          options.rules.append(try SourceFile(reading: path))
        } else {
          options.dictionaries.append(try SourceFile(reading: path))
        }
      }
    }
    if options.rules.isEmpty, options.dictionaries.isEmpty { return findings }
    note { findings.warnings += try Analyzer(options: options).warnings.map(\.description) }
    return findings
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
