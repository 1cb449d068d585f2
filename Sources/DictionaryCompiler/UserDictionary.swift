package import Lexicon

/// A dictionary of a user's own, read from our form or from jieba's.
///
/// Ours has fields separated by tabs: `word`, then optionally a class (PERSON, TITLE, ORG, PLACE, another one of the tables, or
/// one of the user's own), a part of speech, and `force` or `prefer`; without the last, the word is forced. jieba's has
/// fields separated by spaces: `word`, frequency, part of speech, of which the last two may lack; its words hold no spaces,
/// and those with a frequency are preferred as far as it says (``UserWordCost``). A file is ours as soon as one of its lines
/// has a tab. Lines that begin with `# ` or are empty say nothing.
///
/// ```
/// sql server⇥ORG
/// 史蒂夫·乔布斯⇥PERSON⇥nr
/// 和服⇥⇥n⇥prefer
/// ```
package struct UserDictionary: Sendable {
  package let layer: UserLayer
  /// What was mended or passed over, with its place.
  package let warnings: [DictionaryError]
  /// The first place of each class that no table has.
  package let newClasses: [NewClass]

  /// A class that a user's word names and no table has: new, or misspelt.
  package struct NewClass: Sendable, Equatable {
    package let name: String
    package let source: WordSource
  }

  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: how errors call it.
  ///   - lexicon: says which classes and parts of speech exist, and how characters fold; the classes of its user's layer
  ///     keep their numbers.
  /// - Throws: everything that is wrong. A byte order mark, carriage returns and repeated words are only warned of.
  package static func parse(
    _ bytes: [UInt8], file: String, lexicon: Lexicon
  ) throws(DictionaryErrors) -> UserDictionary {
    var parser = UserDictionaryParser(file: file, lexicon: lexicon)
    parser.read(bytes)
    if !parser.errors.isEmpty { throw DictionaryErrors(parser.errors) }
    return UserDictionary(
      layer: UserLayer(parser.entries, classNames: parser.classes.names), warnings: parser.warnings,
      newClasses: parser.classes.new)
  }
}
