package import DictionaryCompiler
import Lexicon
package import Segmentation

extension Analyzer {
  /// A segmenter with the words of `dictionaries` over the library's, and what was odd in them and in the model.
  ///
  /// It compiles no rules, so that it is there at once.
  ///
  /// - Parameter model: weights of the user's own for mode `precise`.
  /// - Throws: ``DictionaryErrors``, the errors of all of them.
  package static func segmenter(
    mode: SegmentationMode, dictionaries: [SourceFile], model: SourceFile? = nil
  ) throws -> (segmenter: Segmenter, warnings: [DictionaryError]) {
    let words = try UserDictionary.layer(dictionaries.map { ($0.name, $0.bytes) }, over: embeddedLexicon())
    let own = try model.map { try UserModel.parse($0.bytes, file: $0.name, lexicon: words.lexicon) }
    return (
      Segmenter(lexicon: words.lexicon, mode: mode, weights: own?.weights), words.warnings + (own?.warnings ?? [])
    )
  }
}
