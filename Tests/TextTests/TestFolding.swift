import Text

/// A small folding with one of each kind.
let testFolding: CharacterFolding = {
  func pairs(_ from: String, _ to: String) -> [CharacterFolding.Pair] {
    zip(from.unicodeScalars, to.unicodeScalars).map { CharacterFolding.Pair(from: $0, to: $1) }
  }
  let wide = (UInt32(0xFF01)...0xFF5E).compactMap { value in
    Unicode.Scalar(value).flatMap { from in
      Unicode.Scalar(value - 0xFEE0).map { CharacterFolding.Pair(from: from, to: $0) }
    }
  }
  return CharacterFolding(
    pairs: wide + pairs("⻄⾒⼀\u{2F800}\u{3000}", "西見一\u{4E3D}\u{20}")
      + pairs("國會議員發東區記馬經濟學見義為創說總", "国会议员发东区记马经济学见义为创说总"),
    expansions: [
      .init(from: "㎡", to: ["m", "2"]), .init(from: "㎏", to: ["k", "g"]), .init(from: "℃", to: ["°", "C"]),
      .init(from: "㈱", to: ["(", "株", ")"]),
    ],
    ignorable: ["\u{200B}"..."\u{200F}", "\u{FEFF}"..."\u{FEFF}", "\u{E0100}"..."\u{E01EF}"])
}()

/// The whole of a text as one piece.
func normalize(_ text: String, folding: CharacterFolding = testFolding) -> NormalizedText {
  let utf8 = Array(text.utf8)
  return NormalizedText(utf8: utf8, pieces: [Piece(span: Span(lower: 0, upper: utf8.count))], folding: folding)
}
