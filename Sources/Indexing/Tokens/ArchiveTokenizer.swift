import GRDB
import Lexicon

/// Our tokens for FTS5: what SQLite calls for texts and for queries.
final class ArchiveTokenizer: FTS5CustomTokenizer {
  static let name = "wenmai"
  /// Changes whenever other tokens come out for the same text and lexicon; an index of another version is rebuilt.
  static let version = 1
  /// Before a phrase of a query: look for characters only, no words. It cannot be part of a word.
  static let charactersOnly: UInt8 = 1

  private let tokens: IndexTokens

  init(db: Database, arguments: [String]) throws {
    guard let lexicon = TokenizerRegistry.lexicon(of: db) else {
      throw DatabaseError(message: "the tokenizer wenmai has no lexicon on this connection")
    }
    tokens = IndexTokens(lexicon: lexicon)
  }

  // The pointers are SQLite's: `pText` has `nText` bytes and lives during the call; each token is copied by the callback.
  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return 0 }
    return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
      let text = UnsafeBufferPointer(start: start, count: Int(nText))
      func emit(_ folded: Range<Int>, _ start: Int32, _ end: Int32, _ isColocated: Bool) -> CInt {
        tokens.units.folded.withUnsafeBytes { bytes in
          let token = bytes.baseAddress?.advanced(by: folded.lowerBound).assumingMemoryBound(to: CChar.self)
          let flags = isColocated ? FTS5TokenFlags.colocated.rawValue : 0
          return tokenCallback(context, flags, token, CInt(folded.count), start, end)
        }
      }
      guard tokenization.contains(.query) else { return tokens.document(text, emit) }
      let usesWords = text[0] != Self.charactersOnly
      return tokens.query(text, usesWords: usesWords, isPrefix: tokenization.contains(.prefix), emit)
    }
  }
}
