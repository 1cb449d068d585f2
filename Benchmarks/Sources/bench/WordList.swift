/// Words with weights, to be drawn at random.
struct WordList {
  private let words: [String]
  /// The sum of the weights up to and with each word.
  private let sums: [Int]

  /// - Parameter entries: at least one; weights of 0 count as 1.
  init(_ entries: [(word: String, weight: Int)]) {
    precondition(!entries.isEmpty, "a list of words is empty: the dictionaries have changed their form")
    var sum = 0
    words = entries.map(\.word)
    sums = entries.map {
      sum += max($0.weight, 1)
      return sum
    }
  }

  func draw(using generator: inout SeededGenerator) -> String {
    let point = Int.random(in: 0..<(sums.last ?? 1), using: &generator)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > point { high = middle } else { low = middle + 1 }
    }
    return words[low]
  }
}
