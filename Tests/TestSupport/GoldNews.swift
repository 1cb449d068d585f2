import Foundation

/// Short news with its entities marked in the text and its roles below it: `Tests/Fixtures/news`.
///
/// An item is a line such as `{O|市总工会}{T|主席}{P|周敏}说…`, followed by lines `ROLE person | title | organization | qualifier`
/// and an empty line.
package struct GoldNews: Sendable {
  package struct Item: Sendable {
    package var text = ""
    /// As ``mark(_:_:)`` writes them.
    package var entities: Set<String> = []
    /// As ``role(_:_:_:)`` writes them.
    package var roles: Set<String> = []
  }

  package struct FormatError: Error, CustomStringConvertible {
    package let description: String
  }

  package private(set) var items: [Item] = []

  /// - Parameter name: of the file, without its ending.
  package init(_ name: String) throws {
    let url = fixtures.appending(path: "news/\(name).txt")
    for (number, line) in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n").enumerated() {
      if line.isEmpty { continue }
      if line.hasPrefix("ROLE ") {
        let parts = line.dropFirst(5).components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count >= 2, !items.isEmpty else { throw FormatError(description: "\(name):\(number + 1): \(line)") }
        items[items.count - 1].roles.insert(Self.role(parts[0], parts[1], parts.count > 2 ? parts[2] : ""))
      } else {
        guard let item = Self.item(line) else { throw FormatError(description: "\(name):\(number + 1): \(line)") }
        items.append(item)
      }
    }
  }

  /// An entity: its letter and its range in bytes of UTF-8.
  package static func mark(_ letter: Character, _ range: Range<Int>) -> String { "\(letter) \(range)" }

  package static func role(_ person: String, _ title: String, _ organization: String) -> String {
    "\(person)|\(title)|\(organization)"
  }

  private static func item(_ line: String) -> Item? {
    var item = Item()
    for (index, part) in line.components(separatedBy: "{").enumerated() {
      guard index > 0 else {
        item.text = part
        continue
      }
      guard let close = part.firstIndex(of: "}"), let letter = part.first, "POTL".contains(letter),
        part.dropFirst().first == "|"
      else { return nil }
      let name = part[part.index(part.startIndex, offsetBy: 2)..<close]
      let start = item.text.utf8.count
      item.entities.insert(mark(letter, start..<start + name.utf8.count))
      item.text += name + part[part.index(after: close)...]
    }
    return item
  }
}
