/// The words, classes and tables of a compiled dictionary, with a user's words over them.
///
/// Immutable and cheap to copy; share it between tasks. Everything is read in place: opening one costs microseconds.
package struct Lexicon: Sendable {
  let file: LexiconFile
  package let user: UserLayer?

  init(file: LexiconFile, user: UserLayer?) {
    self.file = file
    self.user = user
  }

  /// - Parameters:
  ///   - storage: a compiled dictionary.
  ///   - thorough: check the checksum and every index. Leave it on for files that came from elsewhere.
  package init(compiled storage: LexiconStorage, thorough: Bool = true) throws(LexiconError) {
    self.init(file: try LexiconFile(storage, thorough: thorough), user: nil)
  }

  /// Opens the compiled dictionary at `path`, checking all of it.
  package static func load(path: String) throws(LexiconError) -> Lexicon {
    try Lexicon(compiled: try LexiconStorage(path: path))
  }

  /// This lexicon with the words of `layer` over it, instead of those it had before.
  package func layering(_ layer: UserLayer?) -> Lexicon {
    Lexicon(file: file, user: layer?.numbered(from: UInt32(file.words.count)))
  }

  /// The hash of the sources that the dictionary was compiled from.
  package var sourceHash: UInt64 { file.sourceHash }

  /// The hash of the words and of the properties of characters; what the tokens of a full text depend on.
  package var wordHash: UInt64 { file.wordHash }

  /// The words of the compiled dictionary, those that only stand in class tables included.
  package var wordCount: Int { file.words.count }

  /// For hot loops; valid as long as this lexicon lives.
  package var trie: Trie { file.trie }

  /// The weights that mode `precise` decides by; nil if the dictionary was compiled without `models/segment.tsv`.
  package var segmentationModel: SegmentationWeights? { file.model }

  /// The weights by which words are tagged; nil if the dictionary was compiled without `models/pos.tsv`.
  package var tagModel: TagModel? { file.tagModel }

  /// The weights by which entities are chosen; nil if the dictionary was compiled without `models/entities.tsv`.
  package var entityWeights: EntityWeights? { file.entityWeights }

  /// The names of all classes, those of the user last; the index is the class's number.
  package var classNames: [String] { file.directory.classes + (user?.classNames ?? []) }

  /// The class of that name, or nil if neither a table nor the user's layer names it.
  package func classID(named name: String) -> ClassID? {
    if let id = file.classIDs[name] { return id }
    guard let index = user?.classNames.firstIndex(of: name) else { return nil }
    return ClassID(raw: UInt8(truncatingIfNeeded: file.directory.classes.count + index))
  }

  /// The parts of speech by their short names (`n`, `vn`); index 0 is ``TagID/none``.
  package var tagNames: [String] { file.directory.tags }

  /// The part of speech of that name; `ng` and `Ng` are one, because both spellings are about.
  package func tagID(named name: String) -> TagID? {
    let name = name.lowercased()
    return file.directory.tags.dropFirst().firstIndex { $0.lowercased() == name }.map { TagID(raw: UInt8($0)) }
  }

  /// The short name of a part of speech, empty if it is unknown.
  package func tagName(_ tag: TagID) -> String {
    Int(tag.raw) < file.directory.tags.count ? file.directory.tags[Int(tag.raw)] : ""
  }
}
