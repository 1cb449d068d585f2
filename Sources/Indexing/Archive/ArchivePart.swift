/// Articles of a source, one after the other: all of them, or as many as were read so far.
package struct ArchivePart: Sendable {
  /// The name of the source: a file or a record.
  package var source: String
  /// The name of the file it came from.
  package var input: String?
  package var entries: [Entry] = []
  /// Whether these are its first ones.
  package var isFirst = true
  /// Whether these are its last ones: what else the archive has of the source is taken out then.
  package var isLast = true

  package init(source: String, input: String? = nil) {
    self.source = source
    self.input = input
  }

  package enum Entry: Sendable {
    /// An article that is there already, and where it stands now.
    case known(Int64, ArchiveArticle)
    /// An article that is there already, what is found in it now, and where it stands.
    case renewed(Int64, ArchiveArticle)
    case new(ArchiveArticle, hash: [UInt8])
  }
}
