import Lexicon
import SearchTokens

/// Finds where the phrases of a query stand in a text: exactly where the index finds them.
struct PhraseFinder {
  private let units: IndexUnits
  private let patterns: [Pattern]

  private struct Pattern {
    /// A hash a unit.
    var keys: [UInt64]
    /// The Knuth-Morris-Pratt table: the longest proper prefix that ends at each unit.
    var borders: [Int]
    /// What the last unit begins with, where the phrase may go on.
    var prefix: [UInt8]?
  }

  init(_ phrases: [SearchQuery.Phrase], lexicon: Lexicon) {
    units = IndexUnits(lexicon: lexicon.layering(nil))
    patterns = phrases.compactMap { [units] in Self.pattern($0, units) }
  }

  private static func pattern(_ phrase: SearchQuery.Phrase, _ units: IndexUnits) -> Pattern? {
    units.read(phrase.text)
    let read = units.text
    guard !read.units.isEmpty else { return nil }
    let keys = keys(read)
    var borders = [0]
    var length = 0
    for i in keys.indices.dropFirst() {
      while length > 0, keys[i] != keys[length] { length = borders[length - 1] }
      if keys[i] == keys[length] { length += 1 }
      borders.append(length)
    }
    let last = read.units.count - 1
    return Pattern(
      keys: keys, borders: borders, prefix: phrase.isPrefix ? Array(read.folded[read.bytes(last..<last + 1)]) : nil)
  }

  /// The FNV-1a hash of each unit's folded characters.
  private static func keys(_ text: IndexedText) -> [UInt64] {
    text.folded.withUnsafeBufferPointer { folded in
      text.units.indices.map { index in
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in text.bytes(index..<index + 1) { hash = (hash ^ UInt64(folded[place])) &* 0x100_0000_01B3 }
        return hash
      }
    }
  }

  /// The places of all phrases in `text`, as ranges of bytes, in order; those that touch or overlap are made one.
  ///
  /// - Complexity: O(*n*) for each phrase.
  func ranges(in text: [UInt8]) -> [Range<Int>] { Self.merged(occurrences(in: text)) }

  /// The places of all phrases in `text`, each by itself.
  ///
  /// - Complexity: as ``ranges(in:)``.
  func occurrences(in text: [UInt8]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { units.read($0) }
    let read = units.text
    let keys = Self.keys(read)
    var found: [Range<Int>] = []
    for pattern in patterns {
      for range in matches(of: pattern, in: keys, read) {
        found.append(Int(read.units[range.lowerBound].start)..<Int(read.units[range.upperBound - 1].end))
      }
    }
    return found
  }

  /// The same places in order; those that touch or overlap are made one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    let found = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var merged: [Range<Int>] = []
    for range in found {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private func matches(of pattern: Pattern, in keys: [UInt64], _ read: IndexedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let last = pattern.keys.count - 1
    /// How many units of the pattern stand before unit `i`.
    var length = 0
    for i in keys.indices {
      let isMatch: Bool
      while true {
        if length == last {
          if let prefix = pattern.prefix {
            isMatch = read.folded[read.bytes(i..<i + 1)].starts(with: prefix)
          } else {
            isMatch = keys[i] == pattern.keys[last]
          }
          break
        }
        if length == 0 || keys[i] == pattern.keys[length] {
          isMatch = false
          break
        }
        length = pattern.borders[length - 1]
      }
      if isMatch { found.append(i - last..<i + 1) }
      // On to the longest beginning of the pattern, shorter than all of it, that ends with this unit.
      while length > 0, length == last || keys[i] != pattern.keys[length] { length = pattern.borders[length - 1] }
      if length < last, keys[i] == pattern.keys[length] { length += 1 }
    }
    return found
  }
}
