/// Which characters analysis reads as which others: width, compatibility forms, traditional characters, case.
///
/// An immutable value made from tables; `A`–`Z` → `a`–`z` is built in. Mappings are followed to their end: ⾒ → 見 and
/// 見 → 见 together give ⾒ → 见. Of a cycle, as sloppy tables have it, the last one before the start stands.
package struct CharacterFolding: Sendable {
  /// One scalar read as another one.
  package struct Pair: Sendable, Hashable {
    package let from: Unicode.Scalar
    package let to: Unicode.Scalar
    package init(from: Unicode.Scalar, to: Unicode.Scalar) {
      self.from = from
      self.to = to
    }
  }

  /// One scalar read as several: ㎏ as kg.
  package struct Expansion: Sendable, Hashable {
    package let from: Unicode.Scalar
    package let to: [Unicode.Scalar]
    package init(from: Unicode.Scalar, to: [Unicode.Scalar]) {
      self.from = from
      self.to = to
    }
  }

  /// A bit for each scalar of the basic plane that does not stay as it is. These 8 kB are all that most text touches.
  let changed: [UInt64]
  /// The entry of each scalar of the basic plane.
  let entries: [FoldingEntry]
  /// The entries of the scalars above it.
  let supplementary: [UInt32: FoldingEntry]
  /// The texts of long entries, one after the other.
  let texts: [[UInt8]]
  /// How many bytes one byte can become at most, rounded up.
  let growth: Int

  /// Only the case of ASCII letters is folded.
  package static let ascii = CharacterFolding(pairs: [], expansions: [], ignorable: [])

  /// - Parameters:
  ///   - pairs: of several for one scalar the first counts.
  ///   - expansions: count before pairs of the same scalar.
  ///   - ignorable: scalars that are not read at all, such as zero-width ones; count before the others.
  package init(pairs: [Pair], expansions: [Expansion], ignorable: [ClosedRange<Unicode.Scalar>]) {
    var single = ScalarPairs()
    for value in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      single.add(from: Unicode.Scalar(value), to: Unicode.Scalar(value | 0x20))
    }
    for pair in pairs where pair.from != pair.to { single.add(from: pair.from, to: pair.to) }
    var several: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for expansion in expansions where several[expansion.from] == nil { several[expansion.from] = expansion.to }

    var table = FoldingTable()
    for from in single.sources {
      let to = single.end(of: from)
      if let expansion = several[to] {
        table.set(from, expansion.map { single.end(of: $0) })
      } else {
        table.set(from, to: to)
      }
    }
    for (from, to) in several { table.set(from, to.map { single.end(of: $0) }) }
    for range in ignorable {
      for value in range.lowerBound.value...range.upperBound.value {
        if let scalar = Unicode.Scalar(value) { table.set(scalar, []) }
      }
    }
    changed = table.changed
    entries = table.entries
    supplementary = table.supplementary
    texts = table.texts
    growth = table.growth
  }

  /// The entry of any scalar.
  @inline(__always)
  func entry(_ scalar: UInt32) -> FoldingEntry {
    if scalar < 0x10000 { return entries[Int(scalar)] }
    return supplementary[scalar] ?? .same
  }

  /// `text` as analysis reads it. For dictionary entries and queries; articles go through ``NormalizedText``.
  package func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let whole = Piece(span: Span(lower: 0, upper: bytes.count))
    return String(decoding: NormalizedText(utf8: bytes, pieces: [whole], folding: self).bytes, as: UTF8.self)
  }
}
