import CompiledDictionary
import Lexicon
import SearchTokens

/// Called by the entry point of the extension, once a connection.
@_cdecl("wenmai_extension_register")
public func register(_ fts5: UnsafeMutableRawPointer?) -> Int32 {
  guard let fts5, let lexicon else { return 1 }
  return SearchTokenizer.register(fts5, lexicon: lexicon, coversPhrases: true)
}

/// The dictionary in the library: constant data that lives as long as the process.
private let lexicon = try? Lexicon(
  compiled: LexiconStorage(
    permanent: UnsafeRawBufferPointer(start: wenmai_dictionary_bytes(), count: wenmai_dictionary_size())),
  thorough: false)
