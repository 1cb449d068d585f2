extension RuleError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingHeader(let key): "the header lacks '# \(key):'"
    case .expected(let what): "expected \(what)"
    case .unknownKeyword(let word): "'\(word)' is no keyword of the rule language"
    case .unknownClass(let name): "there is no dictionary class '\(name)'"
    case .unknownTag(let name): "no part of speech begins with '\(name)'"
    case .unknownType(let name): "no rule makes '\(name)'"
    case .unknownKind(let name): "no dictionary and no rule gives the kind '\(name)'"
    case .unknownDefinition(let name): "'\(name)' is not defined above (let \(name) = …)"
    case .unknownPart(let name): "the pattern has no part '\(name):'"
    case .recursiveDefinition(let name): "'\(name)' is defined by itself"
    case .duplicateRule(let name, let first): "rule '\(name)' stands in \(first) already"
    case .duplicateDefinition(let name): "'\(name)' is defined already"
    case .duplicateClause(let keyword): "the rule has a '\(keyword)' already"
    case .badNumber(let text): "'\(text)' is not a number that can stand here"
    case .badRange(let text): "'\(text)' is no range of at most \(RulePattern.rangeLimit) characters"
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
