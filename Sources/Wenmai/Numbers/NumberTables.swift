import Extraction
import Lexicon
import Text

/// What the parsers of numbers alone share: made once, from the dictionary that the library carries.
enum NumberTables {
  private static let tables: (folding: CharacterFolding, reader: NumericReader) = {
    do {
      let lexicon = try Analyzer.embeddedLexicon()
      return (lexicon.folding, try NumericReader(tables: lexicon))
    } catch {
      // It is a part of the binary, and a test reads it.
      preconditionFailure("the embedded dictionary: \(error)")
    }
  }()

  static var folding: CharacterFolding { tables.folding }
  static var reader: NumericReader { tables.reader }
}
