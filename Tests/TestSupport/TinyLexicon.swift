import DictionaryCompiler
package import Lexicon

/// A dictionary of a few dozen words, compiled in memory in no time.
package enum TinyLexicon {
  /// A table's source: the header all tables need, then the rows in the order that the parser asks for.
  package static func table(columns: String, classes: [String] = [], rows: [String]) -> [UInt8] {
    var text = "# concern:  tests\n# source:   written for the tests\n# licence:  Apache-2.0; changes: none\n"
    text += "# columns:  \(columns)\n"
    for rule in classes { text += "# class:    \(rule)\n" }
    for row in rows.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) { text += row + "\n" }
    return Array(text.utf8)
  }

  /// Weights of both models, a feature of each kind, to be added to ``files``.
  package static var modelFiles: [String: [UInt8]] {
    [
      "models/segment.tsv": table(
        columns: "feature\tb:int\tm:int\te:int\ts:int",
        rows: [
          "0|市\t20\t-20\t-8\t8", "-1|工会\t-30\t0\t30\t0", "0|主席\t25\t0\t0\t-25", "begins|3|总\t40\t0\t0\t-40",
          "ends|2|会\t-10\t0\t30\t-20", "reach|1|1|2|1\t30\t0\t-10\t-20", "path|0|2|3\t0\t0\t50\t-50",
          "repeats|1\t-5\t0\t5\t0", "after|0\t0\t10\t20\t0",
        ]),
      "models/pos.tsv": table(
        columns: "feature\tweights",
        rows: [
          "seen|主席\tn=9", "seen|会议\tn=5 v=2", "own|会议\tn=10 v=-10", "before|会议\tn=-2 v=3", "tag|n\tn=1 v=4",
          "last|市\tm=-1 n=1 nr=-3 ns=8 v=-4",
        ]),
    ]
  }

  /// The sources, to be changed by tests that need them otherwise.
  package static var files: [String: [UInt8]] {
    [
      "lexicon/tags.tsv": table(
        columns: "tag\tname", rows: ["n\tnoun", "nr\tperson", "ns\tplace", "v\tverb", "m\tnumeral"]),
      "lexicon/words.tsv": table(columns: "word\tcount:int\ttag:tag", rows: words),
      "characters/classes.tsv": table(columns: "first:scalar\tlast:scalar\tclass", rows: classes),
      "characters/traditional-simplified.tsv": table(
        columns: "traditional\tsimplified", rows: ["國\t国", "會\t会", "東\t东", "區\t区"]),
      "characters/fold.tsv": table(
        columns: "from:scalar\tto:scalar",
        rows: (0xFF01...0xFF5E).map { hex($0) + "\t" + hex($0 - 0xFEE0) }),
      "segmentation/numerals.tsv": table(columns: "character\trole", rows: numerals),
      "titles/heads.tsv": table(
        columns: "head\tkind:union|government", classes: ["TITLE-HEAD by kind"],
        rows: ["主席\tunion", "主任\tgovernment"]),
      "places/cities.tsv": table(
        columns: "name\taliases?:list", classes: ["PLACE name aliases"], rows: ["三亚市\t三亚|鹿城", "青石镇\t"]),
      "rules/a.rules": Array("rule a\n".utf8),
    ]
  }

  package static func compiled() throws -> Lexicon {
    let (bytes, _) = try DictionaryCompiler.compile(DictionarySources(files: files))
    return try Lexicon(compiled: LexiconStorage(copying: bytes))
  }

  private static func hex(_ scalar: Int) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static let words = [
    "三亚\t50\tns", "三亚市\t40\tns", "一起\t100\tn", "五粮液\t20\tn", "总工会\t30\tn", "工会\t80\tn",
    "主席\t100\tn", "召开\t60\tv", "会议\t90\tn", "国会\t20\tn", "东区\t20\tns", "研究\t60\tv", "研究生\t60\tn", "生命\t40\tn",
    "起源\t20\tn", "b超\t5\tn", "卡拉ok\t5\tn", "年\t100\tn", "月\t90\tn", "日\t90\tn", "人\t200\tn", "的\t500\tn",
    "命\t5\tn", "生\t20\tv", "市\t50\tn", "一\t300\tm", "起\t50\tv", "三\t50\tm", "五\t50\tm", "次\t40\tn", "元\t40\tn",
  ]

  private static let numerals =
    "一二三四五六七八九〇零".map { "\($0)\tdigit" } + [
      "十\tten", "百\tunit", "千\tunit", "万\tlarge", "亿\tlarge", "几\tsome", "数\tseveral", "第\tordinal", "点\tpoint",
      "分\tfraction", "之\tof", "年\tyear", "月\tmonth", "日\tday", "时\thour", "份\tshare",
    ]

  private static let classes = [
    "0009\t0009\tspace", "000A\t000D\tbreak", "0020\t0020\tspace", "0021\t002F\tpunct", "0030\t0039\tdigit",
    "003A\t0040\tpunct", "0041\t005A\tletter", "005B\t0060\tpunct", "0061\t007A\tletter", "007B\t007E\tpunct",
    "00B7\t00B7\tpunct", "0300\t036F\tmark", "200B\t200D\tignorable", "2014\t2026\tpunct", "3000\t3000\tspace",
    "3001\t3003\tpunct", "3007\t3007\than", "3008\t3009\topen", "4E00\t9FFF\than", "FF01\tFF0F\tpunct",
    "FF10\tFF19\tdigit", "FF1A\tFF20\tpunct", "20000\t3FFFF\than",
  ]
}
