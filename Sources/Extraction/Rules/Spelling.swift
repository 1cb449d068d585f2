/// Finds what somebody may have meant.
enum Spelling {
  /// The name that is most like `name`, if any is like enough: one edit in three characters, at most three.
  static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    var best: (name: String, edits: Int)?
    for other in names where other != name {
      let edits = distance(wanted, Array(other.unicodeScalars))
      if edits < best?.edits ?? .max { best = (other, edits) }
    }
    guard let best, best.edits <= min(3, max(1, wanted.count / 3)) else { return nil }
    return best.name
  }

  /// Levenshtein's distance, with case for free.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let same = x.properties.lowercaseMapping == y.properties.lowercaseMapping
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (same ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
