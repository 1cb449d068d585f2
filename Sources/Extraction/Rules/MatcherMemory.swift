/// What a ``RuleMatcher`` keeps in mind: which pairs of instruction and position were tried, and where to go on.
///
/// Only instructions that several ways lead to (*joins*) are written down: the others are met once for each time that
/// the join before them is. What was tried bears a stamp, so forgetting all of it costs nothing. What failed from one
/// start fails from the next ones too, because what follows does not depend on what came before: as long as nothing
/// matched, the stamp stays, and a sentence costs what its positions cost, not its starts times the length of a match.
struct MatcherMemory {
  struct Frame: BitwiseCopyable {
    /// The instruction to go on with, or -1 - slot to put `position` back into that slot.
    var instruction: Int32
    var position: Int32
  }

  /// Positions that are kept in mind at a time: twice the longest match, so that starts share what they learn.
  private static let width = 2 * (RuleMatcher.lengthLimit + 1)

  private var stamps = Table<UInt16>()
  private var stamped = 0
  private var stamp: UInt16 = 0
  private var joins = 0
  private var origin = 0
  private var knowsFailures = false
  private var frames = Table<Frame>()
  private var frameCount = 0

  init() { frames.reserve(256) }

  /// Begins a run; what failed in the runs before stays known if `keepsFailures` is set and they were of the same program
  /// over the same sentence, forward and without end but the sentence's.
  mutating func begin(joins: Int, at start: Int, keepsFailures: Bool) {
    frameCount = 0
    if keepsFailures, knowsFailures, start >= origin, start - origin < RuleMatcher.lengthLimit { return }
    let cells = joins * Self.width
    if cells > stamped || stamp == .max {
      stamped = max(cells, stamped)
      stamps.reset(to: 0, count: stamped)
      stamp = 0
    }
    stamp += 1
    origin = start
    self.joins = joins
    knowsFailures = true
  }

  /// What was tried says nothing about the next runs.
  mutating func forgetFailures() { knowsFailures = false }

  /// Whether the pair was not tried; it counts as tried from now on.
  @inline(__always) func isNew(_ join: Int32, _ position: Int) -> Bool {
    let cell = abs(position &- origin) &* joins &+ Int(join)
    if stamps[cell] == stamp { return false }
    stamps[cell] = stamp
    return true
  }

  @inline(__always) mutating func push(_ instruction: Int, _ position: Int) {
    frames.reserve(frameCount &+ 1, keeping: frameCount)
    frames[frameCount] = Frame(
      instruction: Int32(truncatingIfNeeded: instruction), position: Int32(truncatingIfNeeded: position))
    frameCount &+= 1
  }

  @inline(__always) mutating func pop() -> Frame? {
    if frameCount == 0 { return nil }
    frameCount &-= 1
    return frames[frameCount]
  }
}
