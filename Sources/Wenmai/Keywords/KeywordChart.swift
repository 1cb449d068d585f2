import Indexing

/// Draws keywords as Scalable Vector Graphics: the same keywords give the same bytes.
package enum KeywordChart: String, CaseIterable, Sendable {
  /// A bar for each keyword, as long as its score.
  case bars
  /// The keywords around a centre, as large as their scores.
  case cloud

  /// A whole SVG document in UTF-8.
  ///
  /// - Parameter keywords: the best first; those after ``mostDrawn`` are left out.
  package func svg(_ keywords: [Keyword]) -> [UInt8] {
    let keywords = Array(keywords.prefix(Self.mostDrawn))
    switch self {
    case .bars: return Self.bars(keywords)
    case .cloud: return WordCloud.svg(keywords)
    }
  }

  /// More than that nobody reads; and a cloud takes time with the square of their number.
  package static let mostDrawn = 150

  /// Fonts with Chinese characters on the usual systems, then what there is.
  static let font = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"

  private static func bars(_ keywords: [Keyword]) -> [UInt8] {
    let (rowHeight, textSize, gap, barLength, scoreWidth) = (28, 16, 12, 420, 80)
    let textWidth = keywords.map { DisplayWidth.of(SVGText.shown($0.text)) * textSize / 2 }.max() ?? 0
    let left = gap + textWidth + gap
    let height = keywords.count * rowHeight + 2 * gap
    let highest = max(keywords.map(\.score).max() ?? 0, .leastNormalMagnitude)
    var out = SVGText.head(width: left + barLength + gap + scoreWidth, height: height)
    for (row, keyword) in keywords.enumerated() {
      let top = gap + row * rowHeight
      let length = max(1, Int((Double(barLength) * max(keyword.score, 0) / highest).rounded()))
      let base = top + rowHeight - 9
      out += "<text x=\"\(left - gap)\" y=\"\(base)\" text-anchor=\"end\">".utf8
      SVGText.append(keyword.text, to: &out)
      out += "</text>\n<rect x=\"\(left)\" y=\"\(top + 4)\" width=\"\(length)\" height=\"\(rowHeight - 8)\" ".utf8
      out += "rx=\"3\" fill=\"\(SVGText.colour(of: keyword))\"/>\n".utf8
      out += "<text x=\"\(left + length + 6)\" y=\"\(base)\" font-size=\"12\" fill=\"#666\">".utf8
      out += "\(KeywordScore.text(keyword.score)) × \(keyword.count)</text>\n".utf8
    }
    out += "</svg>\n".utf8
    return out
  }
}

/// What all our drawings have in common.
enum SVGText {
  static func head(width: Int, height: Int) -> [UInt8] {
    var out: [UInt8] = []
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" ".utf8
    out += "viewBox=\"0 0 \(width) \(height)\" font-size=\"16\" font-family=\"\(KeywordChart.font)\">\n".utf8
    out += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n".utf8
    return out
  }

  /// XML has no characters U+FFFE and U+FFFF, not even as references; the rest is as in HTML.
  static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0 }))
  }

  static func append(_ text: String, to out: inout [UInt8]) { HTMLText.append(shown(text), to: &out) }

  /// By what a keyword is: words, phrases and the types of names. Dark enough to be read on white.
  static func colour(of keyword: Keyword) -> String {
    switch (keyword.kind, keyword.entityType) {
    case (.word, _): "#2f6fab"
    case (.phrase, _): "#1f8a70"
    case (.name, "PERSON"): "#b5482a"
    case (.name, "ORG"): "#7b4fa3"
    case (.name, "PLACE"): "#8a6d1f"
    case (.name, _): "#555555"
    }
  }
}
