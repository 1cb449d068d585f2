import Lexicon

/// The names under which parts of speech are told.
public enum TagSet: String, Sendable, CaseIterable {
  /// Those of the news standard (PKU): `n`, `vn`, `nr`; `Dictionaries/lexicon/tags.tsv` says what they mean.
  case pku
  /// Universal parts of speech: `NOUN`, `VERB`, `PROPN`; coarser, each tag of the news standard has one.
  case universal
}

/// The names of tags, ready to be written.
package struct TagNames: Sendable {
  /// By tag; of ``TagID/none`` empty.
  package let names: [String]
  /// Their bytes, the first in the lowest eight bits; names are no longer than eight bytes.
  let packed: [UInt64]
  let lengths: [UInt8]

  init(_ lexicon: Lexicon, _ set: TagSet) {
    var names = lexicon.tagNames
    if set == .universal, let table = lexicon.table("lexicon/tags"), let universal = table.column("universal") {
      for row in table.rows {
        if let tag = lexicon.tagID(named: row[0]) { names[Int(tag.raw)] = row[universal] }
      }
    }
    // Every tag is a byte, so that look-ups need no check.
    names += Array(repeating: "", count: max(256 - names.count, 0))
    self.names = names
    packed = names.map { name in name.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    lengths = names.map { UInt8(min($0.utf8.count, 8)) }
  }

  subscript(_ tag: TagID) -> String { names[Int(tag.raw)] }
}
