package import Lexicon

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The text sources of a dictionary: parsed tables and the rule files as they are.
package struct DictionarySources: Sendable {
  /// By name, ascending.
  package var tables: [Table]
  package var rules: [RuleSource]
  /// A hash of all the sources' names and bytes.
  package var hash: UInt64

  package struct RuleSource: Sendable {
    /// The path below the folder: `rules/person.rules`.
    package var name: String
    package var bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Sources held in memory, by their paths below `Dictionaries/`: `people/surnames.tsv`, `rules/person.rules`.
  ///
  /// - Throws: all errors of form in all files; what concerns several tables is checked by the compiler.
  package init(files: [String: [UInt8]]) throws(DictionaryErrors) {
    var errors: [DictionaryError] = []
    tables = []
    rules = []
    var hash = LexiconFormat.checksum(UnsafeRawBufferPointer(start: nil, count: 0))
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      hash = Array(path.utf8).withUnsafeBytes { LexiconFormat.checksum($0, seed: hash) }
      hash = bytes.withUnsafeBytes { LexiconFormat.checksum($0, seed: hash) }
      if path.hasSuffix(".rules") {
        rules.append(RuleSource(name: path, bytes: bytes))
      } else if path.hasSuffix(".tsv") {
        do {
          tables.append(try TableParser.parse(bytes, name: String(path.dropLast(4)), file: path))
        } catch {
          errors += error.errors
        }
      }
    }
    self.hash = hash
    if !errors.isEmpty { throw DictionaryErrors(errors) }
  }

  /// Reads all `.tsv` and `.rules` files below `folder`.
  package static func read(_ folder: String) throws(DictionaryErrors) -> DictionarySources {
    var files: [String: [UInt8]] = [:]
    var errors: [DictionaryError] = []
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw DictionaryErrors([DictionaryError(file: folder, line: 0, reason: .unreadable("no such folder"))])
    }
    for path in paths where path.hasSuffix(".tsv") || path.hasSuffix(".rules") {
      if let data = FileManager.default.contents(atPath: folder + "/" + path) {
        files[path] = [UInt8](data)
      } else {
        errors.append(
          DictionaryError(file: path, line: 0, reason: .unreadable("no right to read it, or it is no file")))
      }
    }
    if !errors.isEmpty { throw DictionaryErrors(errors) }
    return try DictionarySources(files: files)
  }

  package func table(_ name: String) -> Table? { tables.first { $0.name == name } }
}
