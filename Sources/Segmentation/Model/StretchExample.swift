package import Lexicon

/// A stretch as training sees it: what the model decides about, with all its features.
package struct StretchExample: Sendable {
  /// The byte offset of each unit, and one more for the end.
  package var offsets: [Int] = []
  /// Whether the unit is a token that stays as it is.
  package var fixed: [Bool] = []
  package var features: [Feature] = []

  package struct Feature: Sendable {
    package var key: UInt64
    /// The unit that sees the feature from its place 0.
    package var target: Int16
  }
}

/// Reads texts as training does: by the same frame and features as mode `precise`.
package final class StretchReader {
  private let worker: SegmentationWorker
  private let stretch = Stretch()
  /// The symbols of another lexicon, by those of this one.
  private let symbols: [UInt16]?

  package init(_ lexicon: Lexicon) {
    worker = Segmenter(lexicon: lexicon, mode: .fast).makeWorker()
    symbols = nil
  }

  /// Reads by `lexicon`, and names the characters in features as `naming` does.
  package init(_ lexicon: Lexicon, naming: Lexicon) {
    worker = Segmenter(lexicon: lexicon, mode: .fast).makeWorker()
    symbols = lexicon.symbols(in: naming)
  }

  /// Calls `token` with each token outside the stretches that have something to decide, and `example` with each of these.
  package func read(
    _ text: [UInt8], token: (Range<Int>) -> Void, example: (StretchExample) -> Void
  ) {
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      var before = Symbol.edge
      while start < bytes.count {
        worker.prepare(base, start, bytes.count, notesWords: true)
        let window = worker.window
        var position = 0
        while position < window.limit {
          let isExample = stretch.fill(window, from: position, before: before)
          let last = stretch.count > 0 ? stretch.symbols[Stretch.rim + stretch.count - 1] : before
          if isExample {
            if let symbols { stretch.rename(by: symbols) }
            example(stretch.example(window))
          }
          if !isExample { report(position..<stretch.end, token) }
          position = stretch.end
          before = last
          guard position < window.limit else { break }
          before = Stretch.signSymbol(window, position)
          let next = position + Int(window.tokens[position] & 0xFFF)
          report(position..<next, token)
          position = next
        }
        start = Int(window.offsets[window.limit])
      }
    }
  }

  private func report(_ positions: Range<Int>, _ token: (Range<Int>) -> Void) {
    let window = worker.window
    var position = positions.lowerBound
    while position < positions.upperBound {
      let next = position + Int(window.tokens[position] & 0xFFF)
      token(Int(window.offsets[position])..<Int(window.offsets[next]))
      position = next
    }
  }
}

extension Lexicon {
  /// By the codes of this lexicon, the codes that `other` gives to the same characters.
  fileprivate func symbols(in other: Lexicon) -> [UInt16] {
    var symbols = (0...UInt16.max).map { $0 }
    for scalar in 1..<UInt32(0x10000) where fold(scalar) == scalar && code(of: scalar) >= CharacterCode.firstSpecial {
      symbols[Int(code(of: scalar))] = other.code(of: scalar)
    }
    return symbols
  }
}

extension Stretch {
  fileprivate func rename(by names: [UInt16]) {
    for unit in -2...count + 1 { symbols[Self.rim + unit] = names[Int(symbols[Self.rim + unit])] }
  }

  func example(_ window: Window) -> StretchExample {
    var example = StretchExample()
    example.offsets = (0...count).map { Int(window.offsets[Int(positions[Self.rim + $0])]) }
    example.fixed = (0..<count).map { fixed[Self.rim + $0] != 0 }
    forEachFeature { key, target in
      example.features.append(.init(key: key, target: Int16(truncatingIfNeeded: target)))
    }
    return example
  }

  /// The best tags of an example.
  ///
  /// - Parameters:
  ///   - scored: is given the scores of the units, all zero, to add weights to; two more on each side may be written.
  ///   - decided: is given the tags.
  package func decide(
    _ example: StretchExample, _ transitions: Transitions,
    scored: (UnsafeMutablePointer<SIMD4<Int32>>) -> Void, decided: (UnsafePointer<UInt8>) -> Void
  ) {
    count = min(example.fixed.count, Window.capacity)
    for unit in 0..<count {
      fixed[Self.rim + unit] = example.fixed[unit] ? 1 : 0
      scores[Self.rim + unit] = .zero
    }
    scored(scores + Self.rim)
    decide(transitions)
    decided(tags + Self.rim)
  }
}
