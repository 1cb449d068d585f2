package import Lexicon

/// A sentence as rules see it: its characters, the best path through them, and every word that starts anywhere.
///
/// The arrays are reused from sentence to sentence; make one per task with `SentenceLattice()`. A value, since each look at
/// an array of a class is checked for exclusive access.
package struct SentenceLattice {
  /// Folded; ignorable characters are left out.
  package internal(set) var scalars: [UInt32] = []
  /// The byte offset of each scalar in the buffer, and one more for the end.
  package internal(set) var offsets: [Int] = []
  package internal(set) var classes: [CharacterClass] = []
  /// The best path: ascending, without gaps.
  package internal(set) var tokens: [PathToken] = []
  /// The words that start at scalar `i` are `edges[edgeStart[i]..<edgeStart[i + 1]]`, shortest first; the user's last.
  package internal(set) var edges: [Edge] = []
  package internal(set) var edgeStart: [Int32] = []

  package struct Edge: Sendable, Hashable {
    /// The scalar after the word.
    package var end: Int32
    package var word: WordID
  }

  package struct PathToken: Sendable, Hashable {
    /// Scalars, end exclusive.
    package var start: Int32
    package var end: Int32
    /// `WordID.none` if the token is no word of the lexicon.
    package var word: WordID
    package var tag: TagID
    package var kind: TokenKind
    package var range: Range<Int> { Int(start)..<Int(end) }
  }

  package init() {}

  /// The number of scalars.
  package var count: Int { scalars.count }

  /// The words that start at scalar `i`.
  package func edges(from i: Int) -> ArraySlice<Edge> { edges[Int(edgeStart[i])..<Int(edgeStart[i + 1])] }

  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    edgeStart.removeAll(keepingCapacity: true)
  }

  /// Takes back what starts at scalar `count` or behind it.
  mutating func removeAll(from count: Int) {
    guard count < scalars.count else { return }
    edges.removeSubrange(Int(edgeStart[count])...)
    scalars.removeSubrange(count...)
    offsets.removeSubrange(count...)
    classes.removeSubrange(count...)
    edgeStart.removeSubrange(count...)
  }
}
