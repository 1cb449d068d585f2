/// What a ``RuleMatcher`` keeps in mind during a run: which pairs of instruction and position were tried, and where to
/// go on.
///
/// Both are used at every step, so they live in memory of their own, whose bounds are checked here. Beginning a run costs
/// nothing: what earlier runs tried bears an older stamp.
final class MatcherMemory {
  struct Frame {
    /// The instruction to go on with, or -1 - slot to put `position` back into that slot.
    var instruction: Int32
    var position: Int32
  }

  private var stamps: UnsafeMutableBufferPointer<UInt32>
  private var stamp: UInt32 = 0
  private var frames: UnsafeMutableBufferPointer<Frame>
  private var frameCount = 0

  init() {
    stamps = .allocate(capacity: 0)
    frames = .allocate(capacity: 256)
  }

  deinit {
    stamps.deallocate()
    frames.deallocate()
  }

  /// Forgets everything.
  ///
  /// - Parameter cells: the pairs of instruction and position that there are.
  func begin(cells: Int) {
    frameCount = 0
    if cells > stamps.count || stamp == .max {
      let count = max(cells, stamps.count)
      stamps.deallocate()
      stamps = .allocate(capacity: count)
      stamps.initialize(repeating: 0)
      stamp = 0
    }
    stamp += 1
  }

  /// Whether the pair was not tried in this run; it counts as tried from now on.
  @inline(__always) func isNew(_ cell: Int) -> Bool {
    precondition(cell >= 0 && cell < stamps.count)
    if stamps[cell] == stamp { return false }
    stamps[cell] = stamp
    return true
  }

  @inline(__always) func push(_ instruction: Int, _ position: Int) {
    if frameCount == frames.count { grow() }
    frames[frameCount] = Frame(
      instruction: Int32(truncatingIfNeeded: instruction), position: Int32(truncatingIfNeeded: position))
    frameCount += 1
  }

  @inline(__always) func pop() -> Frame? {
    if frameCount == 0 { return nil }
    frameCount -= 1
    return frames[frameCount]
  }

  private func grow() {
    let larger = UnsafeMutableBufferPointer<Frame>.allocate(capacity: 2 * frames.count)
    _ = larger.moveInitialize(fromContentsOf: frames)
    frames.deallocate()
    frames = larger
  }
}
