/// What is wrong in a rule file, and where.
///
/// ```
/// own.rules:7:24: there is no dictionary class 'LETER'; did you mean 'LETTER'?
///     match   "星河" model:( LETER{1,4} DIGIT{1,4} )
///              　　          ^
/// ```
public struct RuleError: Error, Equatable, Sendable {
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  public let reason: Reason
  /// A name that exists and looks like the wrong one.
  public let suggestion: String?
  /// The text of the line; nil where the place is no text.
  public internal(set) var sourceLine: String?

  init(
    file: String, line: Int, column: Int, reason: Reason, suggestion: String? = nil, sourceLine: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.suggestion = suggestion
    self.sourceLine = sourceLine
  }

  public enum Reason: Error, Equatable, Sendable {
    case missingHeader(String)
    case expected(String)
    case unknownKeyword(String)
    case unknownClass(String)
    case unknownTag(String)
    case unknownType(String)
    case unknownKind(String)
    case unknownDefinition(String)
    case unknownPart(String)
    case recursiveDefinition(String)
    /// `first` is where the rule stands already: `line 4`, or a file and line.
    case duplicateRule(String, first: String)
    case duplicateDefinition(String)
    case duplicateClause(String)
    case badNumber(String)
    case badRange(String)
    case emptyMatch(String)
    case tooLarge(String)
    case tooManyTypes(String)
    case missing(String, rule: String)
    case unmarkedExample
    case failedExample(rule: String, text: String, found: String)
    case notUTF8
  }
}

extension RuleError: CustomStringConvertible {
  /// File, line, column and reason, on one line.
  public var message: String {
    "\(file):\(line):\(column): \(reason)\(suggestion.map { "; did you mean '\($0)'?" } ?? "")"
  }

  /// The message, and below it the line with a caret under the column.
  public var description: String {
    guard let sourceLine, !sourceLine.isEmpty else { return message }
    return "\(message)\n  \(sourceLine)\n  \(caret(under: sourceLine))"
  }

  /// Chinese characters are two columns wide: so is the ideographic space.
  private func caret(under line: String) -> String {
    var indent = String.UnicodeScalarView()
    for scalar in line.unicodeScalars.prefix(column - 1) {
      indent.append(scalar == "\t" ? scalar : Self.isWide(scalar) ? "\u{3000}" : " ")
    }
    return String(indent) + "^"
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

/// All that is wrong in one run.
public struct RuleErrors: Error, Equatable, Sendable, CustomStringConvertible {
  public let errors: [RuleError]
  public init(_ errors: [RuleError]) { self.errors = errors }
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
