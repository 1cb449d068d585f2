import DictionaryCompiler
import Foundation
package import Lexicon

/// A lexicon of a few dozen words (`Tests/Fixtures/tiny`), compiled in memory: loads in no time, explains itself.
package enum TinyLexicon {
  package static let shared: Lexicon = {
    do {
      let sources = try DictionarySources.read(fixtures.appending(path: "tiny").path)
      return try Lexicon(compiled: LexiconStorage(copying: try DictionaryCompiler.compile(sources).bytes))
    } catch {
      fatalError("Tests/Fixtures/tiny: \(error)")
    }
  }()
}
