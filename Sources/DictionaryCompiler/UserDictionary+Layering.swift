package import Lexicon

extension UserDictionary {
  /// A lexicon with the words of several dictionaries over it.
  package struct Layered: Sendable {
    package var lexicon: Lexicon
    package var warnings: [DictionaryError] = []
    package var newClasses: [NewClass] = []
  }

  /// Lays dictionaries over `lexicon`, the later ones over the earlier; a class that one of them names first, the later ones
  /// know.
  ///
  /// - Throws: the errors of all of them.
  package static func layer(
    _ files: [(name: String, bytes: [UInt8])], over lexicon: Lexicon
  ) throws(DictionaryErrors) -> Layered {
    var result = Layered(lexicon: lexicon)
    var errors: [DictionaryError] = []
    for file in files {
      do throws(DictionaryErrors) {
        let dictionary = try parse(file.bytes, file: file.name, lexicon: result.lexicon)
        result.lexicon = lexicon.layering(result.lexicon.user?.merging(dictionary.layer) ?? dictionary.layer)
        result.warnings += dictionary.warnings
        result.newClasses += dictionary.newClasses
      } catch {
        errors += error.errors
      }
    }
    if !errors.isEmpty { throw DictionaryErrors(errors) }
    return result
  }
}
