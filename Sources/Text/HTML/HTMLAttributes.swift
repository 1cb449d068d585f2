/// What the attributes of an element say of its text.
struct HTMLAttributes {
  private(set) var isBoilerplate = false
  private(set) var isHidden = false
  private(set) var isCredit = false

  /// Reads names and values in turn, up to the null pointer that ends them.
  init(_ attributes: UnsafePointer<UnsafePointer<CChar>?>?) {
    guard let attributes else { return }
    var index = 0
    while let name = attributes[index] {
      let value = attributes[index + 1].map { String(cString: $0) } ?? ""
      read(String(cString: name), value)
      index += 2
    }
  }

  private mutating func read(_ name: String, _ value: String) {
    switch name {
    case "hidden": isHidden = true
    case "role": isBoilerplate = Self.boilerplateRoles.contains(value)
    case "rel", "itemprop": isCredit = isCredit || value == "author"
    case "class", "id":
      // A long list of classes is a design, not a meaning.
      guard value.utf8.count <= 80 else { return }
      let words = value.lowercased().split { !$0.isLetter }
      isCredit = isCredit || words.contains { Self.creditWords.contains(String($0)) }
    default: break
    }
  }

  /// Landmark roles of WAI-ARIA 1.2 that are not about the main text.
  private static let boilerplateRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar",
  ]
  private static let creditWords: Set<String> = ["author", "authors", "byline", "editor", "reporter"]
}
