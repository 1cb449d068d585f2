import DictionaryCompiler
import Lexicon
import Segmentation
import Wenmai

/// A user's dictionary: read or refused; then its own text is cut with its words, which must hold.
struct UserDictionaryTarget: FuzzTarget {
  static let name = "user-dictionary"
  private let lexicon: Lexicon

  init() throws { lexicon = try Analyzer.embeddedLexicon() }

  func run(_ input: [UInt8]) {
    do {
      let dictionary = try UserDictionary.parse(input, file: "words.txt", lexicon: lexicon)
      let layered = lexicon.layering(dictionary.layer)
      let text = Array(String(decoding: input, as: UTF8.self).utf8)
      for mode in [SegmentationMode.search, .icu] {
        check(Segmenter(lexicon: layered, mode: mode).makeWorker().tokens(in: text), text)
      }
      checkCovering(Segmenter(lexicon: layered, mode: .full).makeWorker().tokens(in: text), text)
      for entry in dictionary.layer.entries {
        expect(layered.lookUp(folded: entry.scalars) != nil, "what was read is found")
      }
    } catch {
      expect(!error.errors.isEmpty && !error.description.isEmpty, "errors say something")
    }
  }
}
