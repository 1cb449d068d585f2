import Lexicon

/// The text between two signs as *units*, each a character that the model may join with others or a token that stays as it
/// is, with what features see of them.
///
/// A stretch is decided by itself: of what lies outside, features see the sign on each side and nothing behind it. So the
/// same words between the same signs are always cut alike, wherever windows end.
///
/// All buffers are allocated once; unit `u` lies at index `u + Stretch.rim`, so that looking and writing two units aside
/// of any unit is allowed.
package final class Stretch {
  static var rim: Int { 4 }

  package internal(set) var count = 0
  /// The window's position behind the stretch.
  var end = 0
  let symbols: UnsafeMutablePointer<UInt16>
  /// Of each unit the first position in its window; one more for the end.
  let positions: UnsafeMutablePointer<UInt16>
  /// 1 if the unit is a token that stays as it is.
  let fixed: UnsafeMutablePointer<UInt8>
  /// Lengths of the longest words that begin and end at a unit, at most ``SegmentationWeights/longestLength``; 1 if there
  /// is none.
  let begins: UnsafeMutablePointer<UInt8>
  let ends: UnsafeMutablePointer<UInt8>
  /// ``PositionTag`` in the best path through the lexicon.
  let path: UnsafeMutablePointer<UInt8>
  /// Where the weights of a unit and the one behind it lie.
  let pairs: UnsafeMutablePointer<Int32>
  /// Sums of weights, by tag.
  let scores: UnsafeMutablePointer<SIMD4<Int32>>
  /// ``PositionTag`` as decided.
  let tags: UnsafeMutablePointer<UInt8>
  let steps: UnsafeMutablePointer<UInt8>

  private static let room = Window.capacity + 2 * rim

  package init() {
    func buffer<T>(_ value: T) -> UnsafeMutablePointer<T> {
      let buffer = UnsafeMutablePointer<T>.allocate(capacity: Self.room)
      buffer.initialize(repeating: value, count: Self.room)
      return buffer
    }
    symbols = buffer(0)
    positions = buffer(0)
    fixed = buffer(0)
    begins = buffer(1)
    ends = buffer(1)
    path = buffer(3)
    pairs = buffer(0)
    scores = buffer(.zero)
    tags = buffer(3)
    steps = buffer(0)
  }

  deinit {
    symbols.deallocate()
    positions.deallocate()
    fixed.deallocate()
    begins.deallocate()
    ends.deallocate()
    path.deallocate()
    pairs.deallocate()
    scores.deallocate()
    tags.deallocate()
    steps.deallocate()
  }
}
