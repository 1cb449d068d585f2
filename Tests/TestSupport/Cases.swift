package import Foundation

/// The rows of a table of cases, `Tests/Fixtures/cases/<name>.jsonl`: one JSON object a line.
///
/// A table that is missing, empty or malformed stops the run: a test without cases must not pass.
package func cases<Case: Decodable>(_ name: String, as type: Case.Type = Case.self) -> [Case] {
  let file = fixtures.appending(path: "cases/\(name).jsonl")
  do {
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").enumerated().map { index, line in
      do {
        return try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      } catch {
        fatalError("\(name).jsonl:\(index + 1): \(error)")
      }
    }
    precondition(!rows.isEmpty, "\(name).jsonl has no cases")
    return rows
  } catch {
    fatalError("\(name).jsonl: \(error)")
  }
}

/// The folder `Tests/Fixtures`.
package let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Fixtures")
