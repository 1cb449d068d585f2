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
    let words = try UserDictionary.layer(dictionaries.map { ($0.name, $0.bytes) }, over: embeddedLexicon())
    return (Segmenter(lexicon: words.lexicon, mode: mode), words.warnings)
  }
}
