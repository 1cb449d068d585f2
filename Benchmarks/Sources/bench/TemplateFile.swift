import Foundation

/// The templates of `Data/templates.txt`, by kind of article.
struct TemplateFile {
  struct Kind {
    var headlines: [Template] = []
    var sentences: [Template] = []
  }

  private(set) var kinds: [Kind] = []

  init(_ file: URL) throws {
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("= ") {
        kinds.append(Kind())
      } else if line.hasPrefix("! ") {
        kinds[kinds.count - 1].headlines.append(Template(String(line.dropFirst(2))))
      } else {
        kinds[kinds.count - 1].sentences.append(Template(String(line)))
      }
    }
  }
}
