/// The rows of words that come again in an article, such as 新就业形态 劳动者: what they are called is a term of its own.
///
/// A row is a phrase if it comes often enough, its words are of fitting parts of speech, and no longer phrase comes as often.
/// All rows of two to five words are counted, so memory and time are linear in the text.
struct RecurringPhrases {
  private struct Row {
    var count: Int32 = 0
    /// The row without its last and without its first word; -1 for words.
    var prefix: Int32
    var suffix: Int32
    var isPhrase: Bool
    /// How often the longer phrase that comes most often comes.
    var longest: Int32 = 0
    let length: Int8
  }

  private var rows: [Row] = []
  /// By row (or, negative, the form of a first word) and next form.
  private var next: [Key: Int32] = [:]

  private struct Key: Hashable {
    var row: Int32
    var form: Int32
  }

  static let longestRow = 5
  private static let mostCharacters: Int32 = 10

  /// - Complexity: O(*n*) in the number of items.
  init(_ items: [TermItem]) {
    // What begins at the next item, by length - 2.
    var following = [Int32](repeating: -1, count: Self.longestRow - 1)
    for start in items.indices.reversed() {
      var found = [Int32](repeating: -1, count: Self.longestRow - 1)
      var row: Int32 = -1
      var characters = items[start].length
      if Self.mayBegin(items[start]) {
        for length in 2...Self.longestRow {
          let end = start + length - 1
          guard end < items.count, Self.mayGoOn(items[end]) else { break }
          characters += items[end].length
          if characters > Self.mostCharacters { break }
          let suffix = length > 2 ? following[length - 3] : -1
          row = number(
            Key(row: length == 2 ? -1 - items[start].form : row, form: items[end].form), prefix: row, suffix: suffix,
            isPhrase: Self.isPhrase(items[start...end]), length)
          rows[Int(row)].count += 1
          found[length - 2] = row
        }
      }
      following = found
    }
    // Longer articles repeat more by chance.
    let least = Int32(2 + items.count / 3000)
    for index in rows.indices where rows[index].count < least { rows[index].isPhrase = false }
    tellShorterOnes()
  }

  private static func mayBegin(_ item: TermItem) -> Bool { item.name < 0 && item.flags.contains(.inPhrase) }

  private static func mayGoOn(_ item: TermItem) -> Bool {
    item.name < 0 && item.flags.isSuperset(of: [.inPhrase, .joined])
  }

  /// A verb before several words is mostly a predicate (签署 跨境 电力 协议), and so is one behind a single character (人 受伤).
  private static func isPhrase(_ items: ArraySlice<TermItem>) -> Bool {
    guard let first = items.first, let last = items.last, last.flags.contains(.endsPhrase) else { return false }
    if last.flags.contains(.verb), items.contains(where: { $0.length == 1 }) { return false }
    return items.count == 2 || first.length == 1 || !first.flags.contains(.verb)
  }

  private mutating func number(
    _ key: Key, prefix: Int32, suffix: Int32, isPhrase: Bool, _ length: Int
  ) -> Int32 {
    if let known = next[key] { return known }
    let number = Int32(truncatingIfNeeded: rows.count)
    next[key] = number
    rows.append(Row(prefix: prefix, suffix: suffix, isPhrase: isPhrase, length: Int8(length)))
    return number
  }

  /// Takes out what comes no more often than a longer phrase around it.
  private mutating func tellShorterOnes() {
    for length in stride(from: Self.longestRow, to: 1, by: -1) {
      for index in rows.indices where rows[index].length == length {
        let row = rows[index]
        if row.isPhrase, row.longest >= row.count { rows[index].isPhrase = false }
        let told = row.isPhrase ? max(row.count, row.longest) : row.longest
        for shorter in [row.prefix, row.suffix] where shorter >= 0 {
          rows[Int(shorter)].longest = max(rows[Int(shorter)].longest, told)
        }
      }
    }
  }

  /// How many items the longest phrase from `start` has; nil if none begins there.
  func phrase(from start: Int, in items: [TermItem]) -> Int? {
    var best: Int?
    var row = -1 - items[start].form
    guard Self.mayBegin(items[start]) else { return nil }
    for length in 2...Self.longestRow {
      let end = start + length - 1
      guard end < items.count, Self.mayGoOn(items[end]), let next = next[Key(row: row, form: items[end].form)] else {
        break
      }
      if rows[Int(next)].isPhrase { best = length }
      row = next
    }
    return best
  }
}
