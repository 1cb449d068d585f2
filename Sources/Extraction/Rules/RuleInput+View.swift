import Lexicon

extension RuleInput {
  /// The tables of the input as rules read them: few words, that calls hand on in registers; the input itself would be
  /// copied at each of them.
  ///
  /// Valid until the input takes in a result or the next sentence.
  struct View: BitwiseCopyable {
    fileprivate let places: UnsafePointer<Place>
    fileprivate let edges: UnsafePointer<Edge>
    fileprivate let links: UnsafePointer<ResultLink>
    /// Of the scalars.
    let count: Int

    /// - Parameter position: at most ``count``.
    @inline(__always) func place(_ position: Int) -> Place { places[position] }

    /// Whether the first way of a split may go on from `position`; if not, it does not.
    ///
    /// The word is found by its number: which one a split asks for is hard to foretell.
    @inline(__always) func mayBegin(_ split: UnsafePointer<RuleProgram.Instruction>, at position: Int) -> Bool {
      let place = UnsafeRawPointer(places + position) + Place.probed
      let word = place.load(fromByteOffset: Int(split.pointee.probe.rawValue) &* 8, as: UInt64.self)
      return word & split.pointee.mask != 0
    }

    @inline(__always) func isBoundary(_ position: Int) -> Bool {
      places[position].kind & ScalarKinds.boundary != 0
    }

    /// The entries that start at `position`, for ``edge(_:)``.
    @inline(__always) func edgeRange(at position: Int) -> Range<Int> {
      if position >= count { return 0..<0 }
      return Range(
        uncheckedBounds: (Int(places[position].firstEdge), Int(places[position + 1].firstEdge)))
    }

    @inline(__always) func edge(_ index: Int) -> Edge { edges[index] }

    /// The number of the last result that starts (backward: ends) at `position`, for ``result(_:)``, or -1.
    @inline(__always) func firstResult(at position: Int, _ direction: RuleMatcher.Direction) -> Int {
      Int(direction == .forward ? places[position].startingResult : places[position].endingResult)
    }

    @inline(__always) func result(_ index: Int) -> ResultLink { links[index] }
  }

  @inline(__always) static func view(
    _ places: Table<Place>, _ edges: Table<Edge>, _ links: Table<ResultLink>, count: Int
  ) -> View {
    View(places: places.start, edges: edges.start, links: links.start, count: count)
  }
}
