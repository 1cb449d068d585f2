import Extraction
import Text

/// The quantities or the times of an article as they are listed, in the order of the text.
struct FactList {
  let facts: [NumericFact]
  /// By fact: whether it lies inside another one. Empty where none does.
  private let inner: [Bool]

  /// - Parameters:
  ///   - isTime: whether the list is that of the times.
  ///   - analysis: lists what lies inside its facts of any kind, too; nil leaves that out.
  init(_ facts: [NumericFact], isTime: Bool, innerOf analysis: ArticleAnalysis?) {
    guard let analysis else {
      self.facts = facts
      inner = []
      return
    }
    let nested = (analysis.quantities + analysis.times).flatMap(\.nested).filter { $0.kind.isTime == isTime }
    let all = (facts.map { ($0, false) } + nested.map { ($0, true) })
      .sorted { ($0.0.span, $0.1 ? 1 : 0) < ($1.0.span, $1.1 ? 1 : 0) }
    self.facts = all.map(\.0)
    inner = all.map(\.1)
  }

  func isInner(_ index: Int) -> Bool { !inner.isEmpty && inner[index] }

  /// By fact: the first measurement of it, or -1. No fact inside another one is measured.
  ///
  /// - Complexity: O(log n) for each measurement.
  func measured(by measurements: [Measurement]) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: facts.count)
    for number in measurements.indices {
      let span = measurements[number].quantity.span
      guard let index = first(at: span, where: { !isInner($0) }), numbers[index] < 0 else { continue }
      numbers[index] = Int32(truncatingIfNeeded: number)
    }
    return numbers
  }

  /// The number in the id of a fact of that kind and place, from 1; nil if it is not in the list.
  func number(of kind: NumericKind, at span: Span) -> Int? {
    first(at: span) { facts[$0].kind == kind }.map { $0 + 1 }
  }

  private func first(at span: Span, where isMeant: (Int) -> Bool) -> Int? {
    var index = facts.partitioningIndex { $0.span.lower >= span.lower }
    while index < facts.count, facts[index].span.lower == span.lower {
      if facts[index].span == span, isMeant(index) { return index }
      index += 1
    }
    return nil
  }
}
