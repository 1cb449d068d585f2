/// A word of a lexicon: those of the compiled dictionary first, then those of the user's layer.
public struct WordID: Hashable, Sendable, Comparable, BitwiseCopyable {
  // Public: see Trie. Sentences are full of them.
  public var raw: UInt32
  @inlinable @inline(__always) public init(raw: UInt32) { self.raw = raw }
  @inlinable public static func < (a: WordID, b: WordID) -> Bool { a.raw < b.raw }

  /// No word.
  @inlinable public static var none: WordID { WordID(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
}

/// A part of speech: a row of `Dictionaries/lexicon/tags.tsv`, counted from 1.
public struct TagID: Hashable, Sendable, BitwiseCopyable {
  public var raw: UInt8
  @inlinable @inline(__always) public init(raw: UInt8) { self.raw = raw }

  /// The part of speech is not known.
  @inlinable public static var none: TagID { TagID(raw: 0) }
}

/// A table of the compiled dictionary.
package struct TableID: Hashable, Sendable {
  package var raw: UInt8
  @inlinable package init(raw: UInt8) { self.raw = raw }
}

/// The row of a table that put a word into a class.
package struct WordRecord: Hashable, Sendable {
  package var table: TableID
  package var row: Int
  package init(table: TableID, row: Int) {
    self.table = table
    self.row = row
  }
}

/// Where a word stands in the sources.
package struct WordSource: Hashable, Sendable {
  package var file: String
  /// Counted from 1.
  package var line: Int
  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
