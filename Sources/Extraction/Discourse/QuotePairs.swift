/// Which quotation marks of a row belong together. Marks without a partner count for nothing.
struct QuotePairs {
  /// By sign: the partner's index, or -1. Empty where no mark has a partner.
  private(set) var partners: [Int32] = []

  /// Of a row in which none closes.
  init() {}

  /// - Complexity: O(signs): each mark is put on a stack and taken off it once.
  init(_ signs: [Sign]) {
    partners = [Int32](repeating: -1, count: signs.count)
    var open: [(index: Int, style: Int32)] = []
    // By style, of which there are five: how many stand open.
    var count = SIMD8<Int32>()
    for (index, sign) in signs.enumerated() {
      let style = Int(sign.value) & 7
      if sign.kind == .openQuote {
        open.append((index, sign.value))
        count[style] += 1
      } else if sign.kind == .closeQuote, count[style] > 0 {
        // What was opened inside and never closed is dropped.
        while let last = open.popLast() {
          count[Int(last.style) & 7] -= 1
          guard last.style == sign.value else { continue }
          partners[index] = Int32(last.index)
          partners[last.index] = Int32(index)
          break
        }
      }
    }
  }

  /// The mark that closes what opens at `index`, nil if none does.
  func close(of index: Int) -> Int? {
    guard partners.indices.contains(index), partners[index] > index else { return nil }
    return Int(partners[index])
  }

  /// The mark that opens what closes at `index`, nil if none does.
  func open(of index: Int) -> Int? {
    guard partners.indices.contains(index), partners[index] >= 0, partners[index] < index else { return nil }
    return Int(partners[index])
  }
}
