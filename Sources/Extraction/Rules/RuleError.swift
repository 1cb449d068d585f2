/// What is wrong in a rule file, and where.
public struct RuleError: Error, Equatable, Sendable {
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  public let reason: Reason

  public enum Reason: Error, Equatable, Sendable {
    case missingHeader(String)
    case expected(String)
    case unknownKeyword(String)
    case unknownClass(String)
    case unknownDefinition(String)
    case unknownPart(String)
    case recursiveDefinition(String)
    case duplicateRule(String, firstLine: Int)
    case duplicateDefinition(String)
    case badNumber(String)
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
  public var description: String { "\(file):\(line):\(column): \(reason)" }
}

extension RuleError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingHeader(let key): "the header lacks '# \(key):'"
    case .expected(let what): "expected \(what)"
    case .unknownKeyword(let word): "'\(word)' is no keyword of the rule language"
    case .unknownClass(let name): "there is no dictionary class '\(name)'"
    case .unknownDefinition(let name): "'\(name)' is not defined above (let \(name) = …)"
    case .unknownPart(let name): "the pattern has no part '\(name):'"
    case .recursiveDefinition(let name): "'\(name)' is defined by itself"
    case .duplicateRule(let name, let line): "rule '\(name)' stands in line \(line) already"
    case .duplicateDefinition(let name): "'\(name)' is defined already"
    case .badNumber(let text): "'\(text)' is not a number that can stand here"
    case .emptyMatch(let name): "rule '\(name)' could match nothing at all; something in it must be required"
    case .tooLarge(let name): "rule '\(name)' grows too large; lower its repetitions"
    case .tooManyTypes(let name): "'\(name)' is the 65th type of results; 64 are possible"
    case .missing(let what, let rule): "rule '\(rule)' has no '\(what)'"
    case .unmarkedExample: "mark what is (not) to be found with 【 and 】"
    case .failedExample(let rule, let text, let found): "rule '\(rule)' fails its example \(text): it finds \(found)"
    case .notUTF8: "the file is not UTF-8"
    }
  }
}

/// All that is wrong in one run.
public struct RuleErrors: Error, Equatable, Sendable, CustomStringConvertible {
  public let errors: [RuleError]
  public init(_ errors: [RuleError]) { self.errors = errors }
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
