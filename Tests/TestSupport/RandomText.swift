/// A repeatable source of random numbers (SplitMix64), so that a failing case can be run again by its seed.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Chinese-like text with everything in it that has ever moved an offset: traditional and supplementary ideographs, full
/// width, compatibility characters, zero-width ones, CR LF, ideographic spaces, brackets and quotes open and closed.
package func randomText(scalars: Int, using generator: inout SeededGenerator) -> String {
  var text = String.UnicodeScalarView()
  for _ in 0..<scalars {
    let group = groups[Int.random(in: 0..<groups.count, using: &generator)]
    text.append(group[Int.random(in: 0..<group.count, using: &generator)])
  }
  return String(text)
}

private let groups: [[Unicode.Scalar]] = [
  Array("市总工会召开职工代表大会部署今年重点工作记者从会上获悉".unicodeScalars),
  Array("的了在是和有为年月日人一二三十百千万".unicodeScalars),
  Array("國會議員發布東區記者馬經濟學".unicodeScalars),
  Array("，。、；：？！“”‘’（）《》…—·".unicodeScalars),
  Array("0123456789.%,".unicodeScalars),
  Array("ＡｂＺ０９％．！（）".unicodeScalars),
  Array("ABCxyz \"'()?!/".unicodeScalars),
  ["㎡", "℃", "㎏", "㈱", "⼀", "①", "\u{FA30}"],
  ["\u{20000}", "\u{2A6DF}", "\u{1F600}", "\u{200B}", "\u{FEFF}", "\u{3000}", "\u{A0}", "\r", "\n", "\u{301}"],
]
