import Extraction

/// The examples of rules as a test runner tells them.
struct RuleTestWriter {
  let style: TerminalStyle
  var explainer: ExtractionExplainer

  private var lines: ExtractionExplanationWriter { ExtractionExplanationWriter(style: style, place: { _ in "" }) }

  mutating func report(_ outcomes: [RuleExamples.Outcome]) -> [UInt8] {
    var out: [UInt8] = []
    var rules = 0
    var start = 0
    while start < outcomes.count {
      let end = outcomes[start...].firstIndex { $0.ruleIndex != outcomes[start].ruleIndex } ?? outcomes.count
      write(outcomes[start..<end], into: &out)
      rules += 1
      start = end
    }
    let failed = outcomes.count { !$0.holds }
    let verdict = failed == 0 ? style.paint("all hold", .green) : style.paint("\(failed) failed", .red)
    out += "\(Self.count(rules, "rule")), \(Self.count(outcomes.count, "example")): \(verdict)\n".utf8
    return out
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private mutating func write(_ outcomes: ArraySlice<RuleExamples.Outcome>, into out: inout [UInt8]) {
    guard let rule = outcomes.first?.rule else { return }
    let failures = outcomes.filter { !$0.holds }
    let word = failures.isEmpty ? style.paint("ok  ", .green) : style.paint("FAIL", .red)
    let place = style.paint("\(rule.file):\(rule.line)", .faint)
    out += "\(word)  \(rule.name)  \(place)  \(outcomes.count) examples\n".utf8
    for failure in failures {
      let example = failure.example
      out += "      \(rule.file):\(example.line): \(example.wanted ? "yes" : "no") \(failure.markedText)\n".utf8
      for line in reasons(failure) { out += "        \(line)\n".utf8 }
    }
  }

  private mutating func reasons(_ failure: RuleExamples.Outcome) -> [String] {
    let found = failure.foundTexts.isEmpty ? "nothing" : failure.foundTexts.joined(separator: ", ")
    var reasons = ["the rule finds \(found)"]
    let (finding, match) = explainer.explain(failure)
    if let finding { reasons += lines.lines(of: finding.outcome) }
    if let match {
      reasons.append("matched \(lines.steps(match.steps))")
      reasons += match.products.map { lines.evidence($0.proposal) }
    }
    return reasons
  }
}

extension RuleExamples.Outcome {
  /// The example as it is written, with its marks.
  fileprivate var markedText: String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in example.text.unicodeScalars.enumerated() {
      if example.marked.contains(where: { $0.upperBound == index }) { result.append("】") }
      if example.marked.contains(where: { $0.lowerBound == index }) { result.append("【") }
      result.append(scalar)
    }
    if example.marked.contains(where: { $0.upperBound == example.text.unicodeScalars.count }) { result.append("】") }
    return String(result)
  }

  fileprivate var foundTexts: [String] {
    let scalars = Array(example.text.unicodeScalars)
    return found.filter { $0.upperBound <= scalars.count }.map { String(String.UnicodeScalarView(scalars[$0])) }
  }
}
