import Lexicon

/// Features as text: `first 李`, `across-start 长李`, `left.class=TITLE`, as the table of the model has them.
package struct EntityFeatureText {
  private let classes: [String]
  private let tags: [String]
  private let rules: [String]
  private let code: @Sendable (UInt32) -> UInt16

  /// - Parameters:
  ///   - rules: the names of the rules in their order.
  ///   - code: the code of a folded scalar.
  package init(classes: [String], tags: [String], rules: [String], code: @escaping @Sendable (UInt32) -> UInt16) {
    self.classes = classes
    self.tags = tags
    self.rules = rules
    self.code = code
  }

  /// How the edge of the sentence is written; no folded text has it.
  private static let edge = "␂"

  private static let characterNames: [String] = [
    "before-2", "before-1", "first", "behind+1", "behind+2", "last", "inside", "1/2", "2/2", "1/3", "2/3", "3/3", "1/4",
    "2/4", "3/4", "4/4",
  ]
  private static let pairNames = [
    "before-2-1", "across-start", "first-two", "behind+1+2", "across-end", "last-two", "inside-two",
  ]
  private static let templateNames: [NamedFeature.Template: String] = [
    .leftBoundary: "left.boundary", .rightBoundary: "right.boundary", .leftTag: "left.tag", .rightTag: "right.tag",
    .leftClass: "left.class", .rightClass: "right.class", .leftResults: "left.results", .rightResults: "right.results",
    .length: "length", .fit: "fit", .words: "words", .rule: "rule", .unruled: "unruled", .evidence: "evidence",
    .innerTag: "inner.tag", .wholeClass: "whole.class", .wholeTag: "whole.tag", .notWhole: "not-whole",
    .firstClass: "first.class", .lastClass: "last.class",
  ]

  // MARK: Writing

  /// - Parameter character: a character of the code, for the text.
  package func text(_ feature: EntityFeature, character: (UInt16) -> String?) -> String? {
    func name(_ code: UInt16) -> String? { code == EntityWeights.edge ? Self.edge : character(code) }
    switch feature {
    case .character(let role, let code): return name(code).map { "\(Self.characterNames[role.rawValue]) \($0)" }
    case .pair(let role, let first, let second):
      guard let first = name(first), let second = name(second) else { return nil }
      return "\(Self.pairNames[role.rawValue]) \(first)\(second)"
    case .named(let feature): return text(feature)
    }
  }

  package func text(_ feature: NamedFeature) -> String? {
    guard let name = Self.templateNames[feature.template] else { return nil }
    return value(feature).map { $0.isEmpty ? name : "\(name)=\($0)" }
  }

  private func value(_ feature: NamedFeature) -> String? {
    let value = Int(feature.value)
    func named(_ names: [String], _ index: Int) -> String? { names.indices.contains(index) ? names[index] : nil }
    switch feature.template {
    case .unruled, .notWhole: return ""
    case .leftClass, .rightClass, .wholeClass, .firstClass, .lastClass: return named(classes, value)
    case .leftTag, .rightTag, .wholeTag: return named(tags, value).map { $0.isEmpty ? "-" : $0 }
    case .innerTag: return named(tags, value / 4).map { "\($0.isEmpty ? "-" : $0)/\(value % 4)" }
    case .rule: return named(rules, value)
    case .evidence: return String(value - NamedFeature.evidenceBase)
    default: return String(value)
    }
  }

  // MARK: Reading

  /// The names and numbers of all named features there can be.
  package var allNamed: [String: NamedFeature] {
    var all: [String: NamedFeature] = [:]
    for template in NamedFeature.Template.allCases {
      for value in 0..<count(of: template) {
        let feature = NamedFeature(template, value)
        if let text = text(feature) { all[text] = feature }
      }
    }
    return all
  }

  /// How many values a template has.
  package func count(of template: NamedFeature.Template) -> Int {
    switch template {
    case .unruled, .notWhole: 1
    case .leftBoundary, .rightBoundary: 2
    case .leftClass, .rightClass, .wholeClass, .firstClass, .lastClass: classes.count
    case .leftTag, .rightTag, .wholeTag: tags.count
    case .innerTag: 4 * tags.count
    case .rule: rules.count
    case .evidence: NamedFeature.evidenceBase + NamedFeature.greatestEvidence + 1
    case .length: NamedFeature.greatestLength + 1
    case .fit: 4 * (NamedFeature.greatestFitLength + 1)
    case .words: NamedFeature.greatestWordCount + 1
    case .leftResults, .rightResults: 1 << BoundaryFacts.resultBits
    }
  }

  /// A feature of characters as it is written, or nil: it may be a named one.
  package static func characters(
    _ text: String, code: (UInt32) -> UInt16
  ) -> EntityFeature? {
    guard let space = text.firstIndex(of: " ") else { return nil }
    let name = String(text[..<space])
    let codes = text[text.index(after: space)...].unicodeScalars.map { scalar in
      String(scalar) == edge ? EntityWeights.edge : code(scalar.value)
    }
    if codes.count == 1, let index = characterNames.firstIndex(of: name) {
      return CharacterRole(rawValue: index).map { .character($0, code: codes[0]) }
    }
    if codes.count == 2, let index = pairNames.firstIndex(of: name) {
      return PairRole(rawValue: index).map { .pair($0, first: codes[0], second: codes[1]) }
    }
    return nil
  }
}
