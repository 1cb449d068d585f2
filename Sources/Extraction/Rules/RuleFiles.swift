import Lexicon

/// Rule files read one after the other, so that each sees what those before it define.
struct RuleFiles {
  private(set) var rules: [Rule] = []
  /// What is wrong in each by itself, and the rules that have the name of an earlier one.
  private(set) var errors: [RuleError] = []
  private var mentions: [(file: String, mention: RuleFile.Mention)] = []
  private let sources: [String: [UInt8]]

  init(_ files: [(name: String, source: [UInt8])]) {
    sources = Dictionary(files.map { ($0.name, $0.source) }) { first, _ in first }
    var definitions: [String: RulePattern] = [:]
    for file in files {
      do throws(RuleErrors) {
        let parsed = try RuleFileParser.parse(file.source, file: file.name, definitions: definitions)
        definitions = parsed.definitions
        rules += parsed.rules
        mentions += parsed.mentions.map { (file.name, $0) }
      } catch {
        errors += error.errors
      }
    }
    var first: [String: Rule] = [:]
    for rule in rules {
      if let earlier = first[rule.name] {
        let place = "\(earlier.file):\(earlier.line)"
        errors.append(
          RuleError(file: rule.file, line: rule.line, column: 6, reason: .duplicateRule(rule.name, first: place)))
      } else {
        first[rule.name] = rule
      }
    }
  }

  /// The names in patterns that neither the lexicon nor a rule knows.
  ///
  /// - Parameter kinds: the kinds that dictionary entries give; if there are none, kinds are not looked at.
  func unknownNames(lexicon: Lexicon, kinds: [String]) -> [RuleError] {
    let products = rules.flatMap(\.makes)
    let types = Set(RuleSet.coreTypes + products.map(\.type))
    let allKinds = Set(kinds + products.compactMap(\.kind))
    let classes = lexicon.classNames + RulePattern.ScalarKind.allCases.map(\.rawValue) + ["WORD"]
    var found: [RuleError] = []
    for (file, mention) in mentions {
      func report(_ reason: RuleError.Reason, like name: String, among names: some Sequence<String>) {
        found.append(
          RuleError(
            file: file, line: mention.place.line, column: mention.place.column, reason: reason,
            suggestion: Spelling.nearest(to: name, among: names)))
      }
      switch mention.name {
      case .entryClass(let name):
        if lexicon.classID(named: name) == nil { report(.unknownClass(name), like: name, among: classes) }
      case .tag(let prefix):
        if !lexicon.tagNames.contains(where: { $0.lowercased().hasPrefix(prefix) }) {
          report(.unknownTag(prefix), like: prefix, among: [])
        }
      case .result(let type, let kind):
        // In a set with errors a type may lack only because its rule does.
        if errors.isEmpty, !types.contains(type) {
          report(.unknownType(type), like: type, among: types.sorted())
        } else if let kind, !kinds.isEmpty, !allKinds.contains(kind) {
          report(.unknownKind(kind), like: kind, among: allKinds.sorted())
        }
      }
    }
    return found
  }

  /// The errors with the text of their lines, in the order of the places of each file.
  func showingLines(of errors: [RuleError]) -> [RuleError] {
    var lines: [String: [Substring]] = [:]
    return errors.map { error in
      if error.sourceLine != nil { return error }
      let text = lines[error.file] ?? Self.lines(of: sources[error.file] ?? [])
      lines[error.file] = text
      var error = error
      if error.line <= text.count { error.sourceLine = String(text[error.line - 1]) }
      return error
    }
  }

  private static func lines(of source: [UInt8]) -> [Substring] {
    (String(validating: source, as: UTF8.self) ?? "")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
  }
}
