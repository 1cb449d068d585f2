import Wenmai

/// The Swift example of README.md, between the marks word for word; `ReadmeExampleTests` holds the two together.
enum ReadmeExample {
  static func printed() throws -> [String] {
    var lines: [String] = []
    func print(_ items: String...) { lines.append(items.joined(separator: " ")) }
    // README begins
    let analyzer = try Analyzer()
    let text = "来自云岭大学的教授欧阳文静说，市教育局局长贺启明出席了会议。"
    for role in analyzer.analyze(text).roles {
      print(role.person.text, role.title?.text ?? "–", role.organization?.text ?? "–")
    }
    // README ends
    return lines
  }
}
