import Indexing

/// Lays keywords out around a centre: each at the first free place of a spiral, the best in the middle.
///
/// All is done in whole numbers, so that every machine draws the same. Places are boxes of the width of the characters: two
/// columns of half an em for Chinese ones.
enum WordCloud {
  private struct Box {
    var x: Int, y: Int, width: Int, height: Int

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }

  private static let sizes = (smallest: 14, largest: 64)
  private static let margin = 4

  static func svg(_ keywords: [Keyword]) -> [UInt8] {
    let highest = max(keywords.map(\.score).max() ?? 0, .leastNormalMagnitude)
    var boxes: [Box] = []
    var sizes: [Int] = []
    for keyword in keywords {
      // The area goes with the score.
      let share = (max(keyword.score, 0) / highest).squareRoot()
      let size = Self.sizes.smallest + Int((Double(Self.sizes.largest - Self.sizes.smallest) * share).rounded())
      let width = max(DisplayWidth.of(SVGText.shown(keyword.text)), 1) * size / 2 + 2 * margin
      sizes.append(size)
      boxes.append(place(width: width, height: size * 5 / 4 + margin, among: boxes))
    }
    let left = (boxes.map(\.x).min() ?? 0) - margin
    let top = (boxes.map(\.y).min() ?? 0) - margin
    let right = (boxes.map { $0.x + $0.width }.max() ?? 0) + margin
    let bottom = (boxes.map { $0.y + $0.height }.max() ?? 0) + margin
    var out = SVGText.head(width: right - left, height: bottom - top)
    for ((keyword, box), size) in zip(zip(keywords, boxes), sizes) {
      let (x, y) = (box.x - left + box.width / 2, box.y - top + size)
      out += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" text-anchor=\"middle\" ".utf8
      out += "fill=\"\(SVGText.colour(of: keyword))\">".utf8
      SVGText.append(keyword.text, to: &out)
      out += "</text>\n".utf8
    }
    out += "</svg>\n".utf8
    return out
  }

  /// The first free place on rings around the centre, twice as wide as high.
  private static func place(width: Int, height: Int, among boxes: [Box]) -> Box {
    var ring = 0
    while true {
      // A ring has 16 places of a sixteenth of its side each; the first is above, then clockwise.
      for (dx, dy) in ring == 0 ? [(0, 0)] : directions {
        let box = Box(x: dx * ring * 2 - width / 2, y: dy * ring - height / 2, width: width, height: height)
        if !boxes.contains(where: { $0.overlaps(box) }) { return box }
      }
      ring += 1
    }
  }

  /// Points of a circle of radius 4, in whole numbers.
  private static let directions = [
    (0, -4), (2, -4), (3, -3), (4, -2), (4, 0), (4, 2), (3, 3), (2, 4), (0, 4), (-2, 4), (-3, 3), (-4, 2), (-4, 0),
    (-4, -2),
    (-3, -3), (-2, -4),
  ]
}
