package import DictionaryCompiler
import Extraction
import Text

/// What the command does with rules: run their examples, trace one over a text, list them.
package struct RuleTool {
  package var warnings: [DictionaryError] { analyzer.warnings }
  private let analyzer: Analyzer
  private let style: TerminalStyle
  /// The names of the user's files.
  private let files: Set<String>

  /// - Throws: the errors of all dictionaries and rules.
  package init(dictionaries: [SourceFile], rules: [SourceFile], style: TerminalStyle) throws {
    var options = Analyzer.Options()
    options.dictionaries = dictionaries
    options.rules = rules
    analyzer = try Analyzer(options: options)
    files = Set(rules.map(\.name))
    self.style = style
  }

  /// Runs the examples of the user's rules; without any, those of the library's.
  ///
  /// - Returns: whether all hold.
  package func test(write: ([UInt8]) throws -> Void) throws -> Bool {
    let explainer = ExtractionExplainer(analyzer.extractor)
    let outcomes = explainer.outcomes(files: files.isEmpty ? nil : files)
    var writer = RuleTestWriter(style: style, explainer: explainer)
    try write(writer.report(outcomes))
    return outcomes.allSatisfy(\.holds)
  }

  /// Tells what happens to a rule in a text, article by article.
  ///
  /// - Throws: ``UnknownRule``
  package func trace(_ name: String, over file: SourceFile, write: ([UInt8]) throws -> Void) throws {
    let utf8 = TextDecoder.decode(file.bytes, as: nil).utf8
    let document = analyzer.document(of: utf8)
    let positions = Positions(utf8: utf8, origin: InputPlace(), unit: .scalar, hasLines: true)
    let writer = RuleTraceWriter(
      lines: ExtractionExplanationWriter(style: style, place: positions.place))
    var explainer = ExtractionExplainer(analyzer.extractor)
    guard explainer.rules.contains(where: { $0.name == name }) else {
      throw UnknownRule(name: name, suggestion: explainer.ruleName(like: name))
    }
    for article in document.articles {
      if let trace = explainer.trace(name, over: article, in: document) { try write(writer.report(trace)) }
    }
  }

  /// A line for each rule: the user's, or else the library's.
  ///
  /// - Parameter type: only rules that make results of this type.
  package func list(type: String?, width: Int?) -> [UInt8] {
    var table = TextTable(["stage", "rule", "makes", "weight", "examples", "at", "about"])
    for rule in ExtractionExplainer(analyzer.extractor).rules where files.isEmpty || files.contains(rule.file) {
      if let type, !rule.makes.contains(where: { $0.type == type }) { continue }
      let makes = Set(rule.makes.map { [$0.type, $0.kind].compactMap(\.self).joined(separator: ".") })
      table.add([
        .init("\(rule.stage)"), .init(rule.name, .bold), .init(makes.sorted().joined(separator: " ")),
        .init(NatsText.plain(rule.weight)), .init("\(rule.examples.count)"), .init("\(rule.file):\(rule.line)", .faint),
        .init(rule.about),
      ])
    }
    var out: [UInt8] = []
    if !table.isEmpty { table.write(style: style, width: width, into: &out) }
    return out
  }
}

/// There is no rule of that name.
package struct UnknownRule: Error, CustomStringConvertible {
  let name: String
  let suggestion: String?

  package var description: String {
    "there is no rule '\(name)'\(suggestion.map { "; did you mean '\($0)'?" } ?? "; 'wenmai rules list' names them")"
  }
}
