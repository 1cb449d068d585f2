package import DictionaryCompiler
import Lexicon
package import Segmentation

extension Analyzer {
  /// A segmenter with the words of `dictionaries` over the library's, and what was odd in them.
  ///
  /// It compiles no rules, so that it is there at once.
  /// - Throws: ``DictionaryErrors``, the errors of all of them.
  package static func segmenter(
    mode: SegmentationMode, dictionaries: [SourceFile]
  ) throws -> (segmenter: Segmenter, warnings: [DictionaryError]) {
    let base = try embeddedLexicon()
    var layer: UserLayer?
    var warnings: [DictionaryError] = []
    var errors: [DictionaryError] = []
    for file in dictionaries {
      do {
        let dictionary = try UserDictionary.parse(file.bytes, file: file.name, lexicon: base)
        layer = layer?.merging(dictionary.layer) ?? dictionary.layer
        warnings += dictionary.warnings
      } catch {
        errors += error.errors
      }
    }
    if !errors.isEmpty { throw DictionaryErrors(errors) }
    return (Segmenter(lexicon: base.layering(layer), mode: mode), warnings)
  }
}
