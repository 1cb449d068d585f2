/// A piece of an article around what was found.
public struct Snippet: Sendable, Equatable {
  /// One line; `…` where it was cut out of a longer sentence. No character is cut.
  public let text: String
  /// What was found in it: UTF-8 offsets into ``text``.
  public let matches: [Range<Int>]

  /// - Parameters:
  ///   - bytes: the text of the article.
  ///   - sentence: a part of it, on character boundaries.
  ///   - found: what was found in the article, in order.
  ///   - width: how many characters to show at most.
  init(_ bytes: [UInt8], sentence: Range<Int>, found: [Range<Int>], width: Int) {
    let text = String(decoding: bytes[sentence], as: UTF8.self)
    let inside = found.lazy.filter { $0.overlaps(sentence) }.map {
      max($0.lowerBound, sentence.lowerBound) - sentence.lowerBound..<min($0.upperBound, sentence.upperBound)
        - sentence.lowerBound
    }
    let window = Self.window(of: text, around: inside.first ?? 0..<0, width: width)
    let lower = text.utf8.distance(from: text.startIndex, to: window.lowerBound)
    let upper = text.utf8.distance(from: text.startIndex, to: window.upperBound)
    let before = lower > 0 ? "…" : ""
    let after = upper < text.utf8.count ? "…" : ""
    // A line break counts as one byte, as the space that stands for it.
    let shown = String(decoding: text[window].utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
    self.text = before + shown + after
    let shift = before.utf8.count - lower
    matches = inside.compactMap { match in
      let range = match.clamped(to: lower..<upper)
      return range.isEmpty ? nil : range.lowerBound + shift..<range.upperBound + shift
    }
  }

  /// At most `width` characters with the match in them, a third of the rest before it.
  private static func window(of text: String, around match: Range<Int>, width: Int) -> Range<String.Index> {
    let characters = Array(text.indices) + [text.endIndex]
    var last = characters.count - 1
    while last > 0, text[characters[last - 1]].isWhitespace { last -= 1 }
    guard last > width else { return text.startIndex..<characters[last] }
    let utf8 = text.utf8
    let begin = utf8.index(text.startIndex, offsetBy: match.lowerBound, limitedBy: text.endIndex) ?? text.endIndex
    let end = utf8.index(text.startIndex, offsetBy: match.upperBound, limitedBy: text.endIndex) ?? text.endIndex
    // The characters that the match begins and ends in.
    let first = (characters.firstIndex { $0 > begin } ?? characters.count) - 1
    let length = (characters.firstIndex { $0 >= end } ?? last) - first
    let start = max(0, min(first - max(0, width - length) / 3, last - width))
    return characters[start]..<characters[start + width]
  }
}
