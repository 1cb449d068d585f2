package import Lexicon
import TokenizerShim

/// The tokenizer `wenmai` of FTS5: gives SQLite the tokens of texts and queries.
package enum SearchTokenizer {
  package static let name = "wenmai"
  /// Changes whenever other tokens come out for the same text and lexicon; an index of another version is rebuilt.
  package static let version = 1
  /// Before a phrase of a query: look for characters only, no words. It cannot be part of a word.
  package static let charactersOnly: UInt8 = 1
  /// Before tokens that stand for a text; see ``IndexTokens/ready(_:)``.
  package static let readyTokens = UInt8(WENMAI_READY_TOKENS)

  /// Adds the tokenizer to a connection.
  ///
  /// - Parameters:
  ///   - fts5: the connection's `fts5_api *`.
  ///   - coversPhrases: whether FTS5 is to highlight what it finds; we do that ourselves (`PhraseFinder`).
  /// - Returns: a result code of SQLite.
  package static func register(
    _ fts5: UnsafeMutableRawPointer, lexicon: Lexicon, coversPhrases: Bool = false
  ) -> Int32 {
    var methods = wenmai_tokenizer_methods()
    // Balanced by `release`, which is called whatever happens.
    methods.shared = Unmanaged.passRetained(Shared(lexicon, coversPhrases)).toOpaque()
    methods.make = { shared in
      guard let shared else { return nil }
      return Unmanaged.passRetained(Table(Unmanaged<Shared>.fromOpaque(shared).takeUnretainedValue())).toOpaque()
    }
    methods.destroy = { table in if let table { Unmanaged<Table>.fromOpaque(table).release() } }
    methods.release = { shared in if let shared { Unmanaged<Shared>.fromOpaque(shared).release() } }
    methods.tokenize = { tokenizer, flags, text, count, target, sink in
      guard let tokenizer, let text, let sink, count > 0 else { return 0 }
      let table = Unmanaged<Table>.fromOpaque(tokenizer).takeUnretainedValue()
      return text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
        SearchTokenizer.tokenize(UnsafeBufferPointer(start: start, count: Int(count)), flags, table) {
          sink(target, $2 ? 1 : 0, $0, $1, $3, $4)
        }
      }
    }
    return wenmai_register_tokenizer(fts5, name, methods)
  }

  private final class Shared: Sendable {
    let lexicon: Lexicon
    let coversPhrases: Bool

    init(_ lexicon: Lexicon, _ coversPhrases: Bool) {
      self.lexicon = lexicon
      self.coversPhrases = coversPhrases
    }
  }

  /// A table of one connection; SQLite uses it on one thread at a time.
  private final class Table {
    let tokens: IndexTokens
    let coversPhrases: Bool

    init(_ shared: Shared) {
      tokens = IndexTokens(lexicon: shared.lexicon)
      coversPhrases = shared.coversPhrases
    }
  }

  /// Hands out the token's bytes, how many they are, whether it shares its position, and its place in the text.
  private static func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, _ flags: Int32, _ table: Table,
    _ sink: (UnsafePointer<CChar>?, Int32, Bool, Int32, Int32) -> Int32
  ) -> Int32 {
    let tokens = table.tokens
    func emit(_ folded: Range<Int>, _ start: Int32, _ end: Int32, _ isColocated: Bool) -> Int32 {
      tokens.units.text.folded.withUnsafeBytes { bytes in
        let token = bytes.baseAddress?.advanced(by: folded.lowerBound).assumingMemoryBound(to: CChar.self)
        return sink(token, Int32(folded.count), isColocated, start, end)
      }
    }
    guard flags & 1 != 0 else { return tokens.document(text, emit) }
    return tokens.query(
      text, usesWords: text[0] != charactersOnly, isPrefix: flags & 2 != 0, coversPhrase: table.coversPhrases, emit)
  }
}
