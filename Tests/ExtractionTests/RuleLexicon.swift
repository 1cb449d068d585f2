import DictionaryCompiler
import Foundation
import Lexicon
import TestSupport

/// The lexicon of the tests of rules, a few dozen words (`Tests/Fixtures/tiny`), compiled in memory: loads in no time, explains itself.
enum RuleLexicon {
  static let shared: Lexicon = {
    do {
      let sources = try DictionarySources.read(fixtures.appending(path: "tiny").path)
      return try Lexicon(compiled: LexiconStorage(copying: try DictionaryCompiler.compile(sources).bytes))
    } catch {
      fatalError("Tests/Fixtures/tiny: \(error)")
    }
  }()
}
