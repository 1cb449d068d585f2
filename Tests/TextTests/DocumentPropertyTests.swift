import Testing
import Text

/// What holds for every text.
@Suite struct DocumentPropertyTests {
  /// A generator with a fixed start (SplitMix64), so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let plainParts = [
    "本报讯", "（记者 王一）", "新华社青州4月30日电", "□本报记者 李二", "的", "，", "。", "：", "“",
    "”", "（", "）", "\n", "\n", "\n\n", "\n\n\n\n",
    "\r\n", "　　", " ", "\t", "今天", "天气很好", "各级工会", "发展新质生产力", "Apple", "3.5%", "2024年4月30日", "来源：", "1. ",
    "一、", "●", "——",
    "* * *", "𠮷野", "\u{0}", "\u{200B}", "\u{2028}", "图为", "（完）", "|", "！", "……",
  ]
  static let markup = [
    "<p>", "</p>", "<div class=\"author\">", "</div>", "<br>", "<h1>", "</h1>", "<a href='x'>", "</a>", "<script>",
    "</script>",
    "<!--", "-->", "<td>", "<tr>", "<table>", "</table>",
    "&amp;", "&nbsp;", "&#x4E2D;", "&#12288;", "&bogus;", "&", "<", ">",
    "<article>", "</article>", "<pre>", "</pre>", "<![CDATA[", "]]>", "<title>", "</title>", "<li>", "<b>", "</b>",
    "&amp",
    "\"",
    "&#38;", "&#59;", "<?", "<p class='", "<header>", "\r", "\u{1}", "</x>", "<svg>",
  ]

  static func text(seed: UInt64, parts: [String], count: Int) -> [UInt8] {
    var generator = Generator(state: seed)
    var text = ""
    for _ in 0..<count { text += parts.randomElement(using: &generator) ?? "" }
    return Array(text.utf8)
  }

  static func isBoundary(_ offset: Int, in bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  func expectSound(_ document: Document, _ label: String) {
    let bytes = document.utf8
    var last = 0
    for article in document.articles {
      for block in article.blocks {
        #expect(!block.pieces.isEmpty, "\(label)")
        for piece in block.pieces {
          let span = piece.span
          #expect(span.lower >= last && span.upper <= bytes.count && !span.isEmpty, "\(label) \(span)")
          #expect(Self.isBoundary(span.lower, in: bytes) && Self.isBoundary(span.upper, in: bytes), "\(label) \(span)")
          last = span.upper
        }
        #expect(block.joins.allSatisfy { block.span.contains($0.gap) }, "\(label)")
      }
      #expect(article.blocks.allSatisfy { article.span.contains($0.span) }, "\(label)")
      let spans = article.bylines.flatMap { [$0.span] + $0.names + [$0.agency].compactMap(\.self) }
      let dates = [article.dateline?.span, article.dateline?.place, article.dateline?.date].compactMap(\.self)
      #expect((spans + dates).allSatisfy { article.span.contains($0) && !$0.isEmpty }, "\(label)")
    }
  }

  /// The bytes of a text that are not white space.
  static func words(_ bytes: some Sequence<UInt8>) -> [Unicode.Scalar] {
    String(decoding: Array(bytes), as: UTF8.self).unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{200B}"
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func plainTextIsKeptWhole(_ seed: UInt64) {
    let bytes = Self.text(seed: seed, parts: Self.plainParts, count: Int(seed) + 1)
    let document = DocumentReader(cues: TextFixtures.cues).read(bytes)
    expectSound(document, "seed \(seed)")
    let kept = document.articles.flatMap(\.blocks).flatMap(\.pieces).filter { $0.replacement == nil }
    #expect(Self.words(kept.flatMap { bytes[$0.span.range] }) == Self.words(bytes), "seed \(seed)")
    #expect(document.dump == DocumentReader(cues: TextFixtures.cues).read(bytes).dump)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func markupGivesSoundPositions(_ seed: UInt64) {
    let bytes = Self.text(seed: seed, parts: Self.markup + Self.plainParts, count: Int(seed) + 1)
    let document = DocumentReader(cues: TextFixtures.cues).read(bytes, format: .html)
    expectSound(document, "seed \(seed)")
    for piece in document.articles.flatMap(\.blocks).flatMap(\.pieces) {
      if let replacement = piece.replacement, replacement != [0x20], replacement != [0x09] {
        #expect(bytes[piece.span.lower] == 0x26, "a replaced piece is a reference, seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    "", "\n\n\n", "\u{0}", "\u{FEFF}", "一", "　", String(repeating: "字", count: 65_535),
    String(repeating: "𠮷", count: 65_536), String(repeating: "（", count: 100_000), "\r\r\n\n\r",
    String(repeating: "9", count: 10_000), String(repeating: "（记者 王一", count: 10_000),
  ])
  func sizesThatBreakThings(_ text: String) {
    let bytes = Array(text.utf8)
    expectSound(DocumentReader(cues: TextFixtures.cues).read(bytes), "plain")
    expectSound(DocumentReader(cues: TextFixtures.cues).read(bytes, format: .html), "html")
  }

  @Test func brokenBytesAreNoTrap() {
    var generator = Generator(state: 7)
    let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(DocumentReader(cues: TextFixtures.cues).read(bytes).utf8 == bytes)
    #expect(DocumentReader(cues: TextFixtures.cues).read(bytes, format: .html).utf8 == bytes)
  }

  /// Each of these takes minutes where time grows with the square.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["短行\n", "今天，天气很好\n\n\n", "标题一行\n本报讯（记者 张三）今天下雨。\n", "白日依山尽，\n", "甲\t乙\n", "记者 "])
  func manyLinesTakeLinearTime(_ line: String) {
    let bytes = Array(String(repeating: line, count: 300_000).utf8)
    #expect(!DocumentReader(cues: TextFixtures.cues).read(bytes).articles.isEmpty)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["<b>", "<b></i>", "<a x", " a=1", "&amp;", "<p>字", "<![", "<!--", "&a", "<td>1", "<article><h1>题</h1>"])
  func markupTakesLinearTime(_ part: String) {
    let bytes = Array(("<p>甲<a " + String(repeating: part, count: 300_000)).utf8)
    #expect(DocumentReader(cues: TextFixtures.cues).read(bytes, format: .html).utf8.count == bytes.count)
    let plain = Array(("<p>甲" + String(repeating: part, count: 300_000)).utf8)
    #expect(DocumentReader(cues: TextFixtures.cues).read(plain, format: .html).utf8.count == plain.count)
  }
}
