package import Lexicon
import TokenizerShim

/// The tokenizer `wenmai` of FTS5: gives SQLite the tokens of texts and queries.
package enum SearchTokenizer {
  package static let name = "wenmai"
  /// Changes whenever other tokens come out for the same text and lexicon; an index of another version is rebuilt.
  package static let version = 1
  /// Before a phrase of a query: look for characters only, no words. It cannot be part of a word.
  package static let charactersOnly: UInt8 = 1
  /// Before tokens that stand for a text; see ``IndexTokens/append(_:to:)``.
  package static let readyTokens = UInt8(WENMAI_READY_TOKENS)

  /// Adds the tokenizer to a connection.
  ///
  /// - Parameter fts5: the connection's `fts5_api *`.
  /// - Returns: a result code of SQLite.
  package static func register(_ fts5: UnsafeMutableRawPointer, lexicon: Lexicon) -> Int32 {
    var methods = wenmai_tokenizer_methods()
    // Balanced by `release`, which is called whatever happens.
    methods.shared = Unmanaged.passRetained(Shared(lexicon)).toOpaque()
    methods.make = { shared in
      guard let shared else { return nil }
      let lexicon = Unmanaged<Shared>.fromOpaque(shared).takeUnretainedValue().lexicon
      return Unmanaged.passRetained(Table(lexicon)).toOpaque()
    }
    methods.destroy = { table in if let table { Unmanaged<Table>.fromOpaque(table).release() } }
    methods.release = { shared in if let shared { Unmanaged<Shared>.fromOpaque(shared).release() } }
    methods.tokenize = { table, flags, text, count, target, sink in
      guard let table, let text, let sink, count > 0 else { return 0 }
      let tokens = Unmanaged<Table>.fromOpaque(table).takeUnretainedValue().tokens
      return text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
        SearchTokenizer.tokenize(UnsafeBufferPointer(start: start, count: Int(count)), flags, tokens) {
          sink(target, $2 ? 1 : 0, $0, $1, $3, $4)
        }
      }
    }
    return wenmai_register_tokenizer(fts5, name, methods)
  }

  private final class Shared: Sendable {
    let lexicon: Lexicon
    init(_ lexicon: Lexicon) { self.lexicon = lexicon }
  }

  /// A table of one connection; SQLite uses it on one thread at a time.
  private final class Table {
    let tokens: IndexTokens
    init(_ lexicon: Lexicon) { tokens = IndexTokens(lexicon: lexicon) }
  }

  /// Hands out the token's bytes, how many they are, whether it shares its position, and its place in the text.
  private static func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, _ flags: Int32, _ tokens: IndexTokens,
    _ sink: (UnsafePointer<CChar>?, Int32, Bool, Int32, Int32) -> Int32
  ) -> Int32 {
    func emit(_ folded: Range<Int>, _ start: Int32, _ end: Int32, _ isColocated: Bool) -> Int32 {
      tokens.units.folded.withUnsafeBytes { bytes in
        let token = bytes.baseAddress?.advanced(by: folded.lowerBound).assumingMemoryBound(to: CChar.self)
        return sink(token, Int32(folded.count), isColocated, start, end)
      }
    }
    guard flags & 1 != 0 else { return tokens.document(text, emit) }
    return tokens.query(text, usesWords: text[0] != charactersOnly, isPrefix: flags & 2 != 0, emit)
  }
}
