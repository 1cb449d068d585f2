import Lexicon

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Weights that are learnt by gradient steps on the logarithm of the probability of the right choice of spans, among all
/// choices that do not overlap (S. Sarawagi, W. Cohen, *Semi-Markov conditional random fields for information extraction*,
/// 2004), each weight at its own pace (J. Duchi et al., *Adaptive subgradient methods*, 2011), drawn to zero.
final class SemiMarkovModel {
  /// Four a row: by type.
  private(set) var weights: [Float]
  private var squares: [Float]
  /// How often each row was looked at.
  private(set) var uses: [Int32]
  private let decay: Float
  private let isRare: [Bool]
  var rate: Float

  private var scores: [Float] = []
  private var forward: [Double] = []
  private var backward: [Double] = []
  private var touched: [Int32] = []

  /// Rows that fewer spans have keep a weight of 0: what was seen once tells of that one text.
  private static let leastSpans: Int32 = 3

  /// - Parameter examples: all there are: rows of few spans are left out.
  init(rowCount: Int, examples: [EntityExample], rate: Double, decay: Double) {
    weights = Array(repeating: 0, count: 4 * rowCount)
    squares = weights
    uses = Array(repeating: 0, count: rowCount)
    self.rate = Float(rate)
    self.decay = Float(decay)
    var spans = uses
    for example in examples {
      for span in example.spans { Self.forEachRow(of: span, in: example) { spans[Int($0)] &+= 1 } }
    }
    isRare = spans.map { $0 < Self.leastSpans }
  }

  /// Learns from a sentence.
  ///
  /// - Returns: the logarithm of the probability that the right choice had.
  func learn(_ example: EntityExample) -> Double {
    scores.removeAll(keepingCapacity: true)
    var right = 0.0
    for span in example.spans {
      var sum: Float = 0
      Self.forEachRow(of: span, in: example) { sum += weights[4 * Int($0) + Int(span.type)] }
      scores.append(sum)
      if span.isAnswer { right += Double(sum) }
    }
    sumForward(example)
    sumBackward(example)
    let all = forward[example.count]
    for (index, span) in example.spans.enumerated() {
      let share = exp(forward[Int(span.start)] + Double(scores[index]) + backward[Int(span.end)] - all)
      let slope = Float((span.isAnswer ? 1 : 0) - share) * example.weight
      // Most spans are decided long before the end.
      if abs(slope) < 1e-4 { continue }
      Self.forEachRow(of: span, in: example) { step(Int($0), Int(span.type), slope) }
    }
    return right - all
  }

  private func sumForward(_ example: EntityExample) {
    forward = [Double](repeating: 0, count: example.count + 1)
    var next = 0
    for position in 1...max(example.count, 1) where position <= example.count {
      var sum = forward[position - 1]
      while next < example.spans.count, Int(example.spans[next].end) == position {
        sum = Self.add(sum, forward[Int(example.spans[next].start)] + Double(scores[next]))
        next += 1
      }
      forward[position] = sum
    }
  }

  private func sumBackward(_ example: EntityExample) {
    backward = [Double](repeating: -.infinity, count: example.count + 1)
    backward[example.count] = 0
    var next = example.spans.count - 1
    for position in stride(from: example.count, to: 0, by: -1) {
      let here = backward[position]
      backward[position - 1] = Self.add(backward[position - 1], here)
      while next >= 0, Int(example.spans[next].end) == position {
        let start = Int(example.spans[next].start)
        backward[start] = Self.add(backward[start], here + Double(scores[next]))
        next -= 1
      }
    }
  }

  private static func add(_ a: Double, _ b: Double) -> Double {
    let most = max(a, b)
    return most == -.infinity ? most : most + log1p(exp(-abs(a - b)))
  }

  private func step(_ row: Int, _ type: Int, _ slope: Float) {
    if isRare[row] { return }
    uses[row] += 1
    let at = 4 * row + type
    let slope = slope - decay * weights[at]
    squares[at] += slope * slope
    weights[at] += rate * slope / (squares[at].squareRoot() + 1e-6)
  }

  /// Calls `body` with the row of each feature of a span: what ``Extraction/SpanReader`` tells of it.
  @inline(__always) private static func forEachRow(
    of span: EntityExample.Span, in example: EntityExample, _ body: (Int32) -> Void
  ) {
    let (start, end) = (Int(span.start), Int(span.end))
    func character(_ role: CharacterRole, _ position: Int) {
      body(example.characters[position + EntityExample.margin] + Int32(role.rawValue))
    }
    func pair(_ role: PairRole, _ position: Int) {
      body(example.pairs[position + EntityExample.margin] + Int32(role.rawValue))
    }
    character(.beforeLast, start - 2)
    character(.before, start - 1)
    character(.first, start)
    character(.behind, end)
    character(.behindNext, end + 1)
    character(.last, end - 1)
    pair(.before, start - 2)
    pair(.acrossStart, start - 1)
    pair(.first, start)
    pair(.behind, end)
    pair(.acrossEnd, end - 1)
    pair(.last, end - 2)
    let short = CharacterRole.firstRole(ofLength: end - start)
    for position in start..<end {
      character(.inside, position)
      if position + 1 < end { pair(.inside, position) }
      if let short {
        body(example.characters[position + EntityExample.margin] + Int32(short + position - start))
      }
    }
    for row in example.startRows[start] { body(row) }
    for row in example.endRows[end] { body(row) }
    for index in span.rows { body(example.rows[Int(index)]) }
  }
}
