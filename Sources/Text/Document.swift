/// A decoded text with its structure: the articles in it, their blocks, and where each stands.
///
/// All spans of a document and of what is in it are offsets into ``utf8``; the text itself is never changed.
public struct Document: Sendable {
  /// The decoded text, valid UTF-8; for HTML the source of the page, markup included.
  public let utf8: [UInt8]
  /// The articles in the order of the text; they do not overlap. Empty only where nothing is to be read.
  public let articles: [Article]
  public let format: Format

  /// How the text was read.
  public enum Format: String, Sendable, Codable {
    case plain, html
  }

  package init(utf8: [UInt8], articles: [Article], format: Format) {
    self.utf8 = utf8
    self.articles = articles
    self.format = format
  }

  /// The original text that `span` covers.
  public func text(_ span: Span) -> String {
    let range = span.range.clamped(to: utf8.indices)
    return String(decoding: utf8[range], as: UTF8.self)
  }

  /// What is read of `pieces`: joined lines run on, entity references are resolved.
  public func text(_ pieces: [Piece]) -> String {
    String(decoding: bytes(pieces), as: UTF8.self)
  }

  /// The bytes that are read of `pieces`.
  package func bytes(_ pieces: [Piece]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(pieces.reduce(0) { $0 + $1.readCount })
    for piece in pieces {
      if let replacement = piece.replacement {
        result += replacement
      } else {
        result += utf8[piece.span.range.clamped(to: utf8.indices)]
      }
    }
    return result
  }
}
