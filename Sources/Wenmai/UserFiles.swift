package import DictionaryCompiler
import Lexicon
package import Segmentation

/// Files of a user's own: words and rules, by path.
package enum UserFiles {
  /// Reads and checks a dictionary.
  ///
  /// - Throws: ``InputProblem`` if it cannot be read, ``DictionaryErrors`` if it is wrong.
  package static func dictionary(_ path: String) throws -> UserDictionary {
    try UserDictionary.parse(try bytes(of: path), file: path, lexicon: Analyzer.embeddedLexicon())
  }

  /// The text of a rule file; rules are checked by the analyzer that gets them.
  package static func rules(_ path: String) throws(InputProblem) -> (name: String, source: String) {
    (path, String(decoding: try bytes(of: path), as: UTF8.self))
  }

  /// A segmenter with the words of `dictionaries` over the library's.
  package static func segmenter(mode: SegmentationMode, dictionaries: [UserDictionary]) throws -> Segmenter {
    let layer = dictionaries.dropFirst().reduce(dictionaries.first?.layer) { $0?.merging($1.layer) ?? $1.layer }
    return Segmenter(lexicon: try Analyzer.embeddedLexicon().layering(layer), mode: mode)
  }

  package static func bytes(of path: String) throws(InputProblem) -> [UInt8] {
    let file = try InputFile(.file(path))
    var bytes: [UInt8] = []
    let step = 1 << 20
    while true {
      let before = bytes.count
      try file.read(step, into: &bytes)
      if bytes.count - before < step { return bytes }
    }
  }
}
