import DictionaryCompiler
import Foundation
import Lexicon
import TestSupport
import Testing
import Wenmai

/// The embedded dictionary is what `Dictionaries/` compiles to.
@Suite struct FreshnessTests {
  private static let folder = fixtures.deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Dictionaries")

  @Test func embeddedDictionaryIsFresh() throws {
    let (bytes, _) = try DictionaryCompiler.compile(try DictionarySources.read(Self.folder.path))
    let file = Self.folder.deletingLastPathComponent().appending(path: "Sources/CompiledDictionary/core.bin")
    let committed = try Data(contentsOf: file)
    let isFresh = committed.elementsEqual(bytes)
    #expect(isFresh, "Dictionaries/ has changed since it was compiled: run `make dictionaries`")
  }

  @Test func binaryHoldsTheCommittedFile() throws {
    let sources = try DictionarySources.read(Self.folder.path)
    let embedded = try Analyzer.embeddedLexicon()
    #expect(embedded.sourceHash == sources.hash, "the binary carries another dictionary: run `make dictionaries`")
  }
}
