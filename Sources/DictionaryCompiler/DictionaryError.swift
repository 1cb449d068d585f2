/// What is wrong in a dictionary source, and where.
public struct DictionaryError: Error, Equatable, Sendable {
  /// The file as it was named to us.
  public let file: String
  /// Counted from 1; 0 if the file as a whole is meant.
  public let line: Int
  public let reason: Reason

  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public enum Reason: Error, Equatable, Sendable {
    case missingHeader(key: String)
    case badHeader(String)
    case byteOrderMark
    case carriageReturn
    case notUTF8(byteOffset: Int)
    case fieldCount(expected: Int, found: Int)
    case emptyField(column: String)
    case badField(column: String, value: String, expected: String)
    case notSorted(after: String)
    case duplicateKey(String, firstLine: Int)
    case unknownReference(column: String, value: String)
    case unknownTable(String)
    case unknownTag(String)
    case badClassName(String)
    /// A class of the user's that neither tables nor rules know: perhaps misspelt.
    case unusedClass(String)
    case tooManyClasses(found: Int, limit: Int)
    case missingFile
    case unreadable(String)
    /// The entry is empty after folding, or consists of characters that matching leaves out.
    case neverMatches(String)
    case tooLong(String, limit: Int)
    case sameEntry(String, file: String, line: Int)
    case limitExceeded(String)
  }
}

extension DictionaryError: CustomStringConvertible {
  public var description: String { "\(file):\(line): \(reason)" }
}

extension DictionaryError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingHeader(let key): "the header lacks '# \(key):'"
    case .badHeader(let text): "the header line is not understood: \(text)"
    case .byteOrderMark: "the file begins with a byte order mark; save it as UTF-8 without one"
    case .carriageReturn: "the line ends in a carriage return; save the file with LF line ends"
    case .notUTF8(let offset): "byte \(offset) of the file is not UTF-8"
    case .fieldCount(let expected, let found): "\(expected) tab-separated fields expected, \(found) found"
    case .emptyField(let column): "the field '\(column)' is empty"
    case .badField(let column, let value, let expected): "the field '\(column)' holds '\(value)', not \(expected)"
    case .notSorted(let previous): "the line should stand before '\(previous)' (sort by bytes: LC_ALL=C sort)"
    case .duplicateKey(let key, let first): "'\(key)' stands in line \(first) already"
    case .unknownReference(let column, let value): "the field '\(column)' names '\(value)', which does not exist"
    case .unknownTable(let name): "there is no table '\(name)'"
    case .unknownTag(let tag): "'\(tag)' is no part of speech (lexicon/tags.tsv lists them)"
    case .badClassName(let name):
      "'\(name)' cannot be a class: upper-case letters, digits and hyphens, and no word of the rule language"
    case .unusedClass(let name): "no table has the class '\(name)', and no rule uses it: is it misspelt?"
    case .tooManyClasses(let found, let limit): "the tables name \(found) classes, \(limit) are possible"
    case .missingFile: "the file is missing"
    case .unreadable(let why): "the file cannot be read: \(why)"
    case .neverMatches(let entry): "'\(entry)' can never match: nothing of it is left after folding"
    case .tooLong(let entry, let limit): "'\(entry.prefix(20))…' is longer than \(limit) characters"
    case .sameEntry(let entry, let file, let line): "'\(entry)' stands in \(file):\(line) already"
    case .limitExceeded(let what): "the compiled dictionary cannot hold this much: \(what)"
    }
  }
}

/// All that is wrong in one run, in the order of files and lines.
public struct DictionaryErrors: Error, Equatable, Sendable, CustomStringConvertible {
  public let errors: [DictionaryError]
  public init(_ errors: [DictionaryError]) { self.errors = errors }
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
