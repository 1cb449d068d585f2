/// What a ``RuleMatcher`` keeps in mind: which pairs of instruction and position were tried, and where to go on.
///
/// Only instructions that several ways lead to (*joins*) are written down: the others are met once for each time that
/// the join before them is. The copies of what is repeated count as one, with the lowest *rank* that was tried: what an
/// early copy can reach holds all that a later one can, which may go on less often.
struct MatcherMemory {
  struct Frame: BitwiseCopyable {
    /// The instruction to go on with, or -1 - slot to put `position` back into that slot.
    var instruction: Int32
    var position: Int32
  }

  /// Positions that are kept in mind at a time: a match before a start, and one behind it.
  private static let width = 2 * (RuleMatcher.lengthLimit + 1)

  /// By position and join: a stamp, and 255 less the lowest rank. What was forgotten bears an older stamp.
  private var marks = Table<UInt32>()
  private var marked = 0
  private var stamp: UInt32 = 0
  private var joins = 0
  /// The position of the first marks.
  private var origin = 0
  private var frames = Table<Frame>()
  private var frameCount = 0

  init() { frames.reserve(256) }

  /// Begins a run: nothing was tried yet.
  mutating func begin(joins: Int, at start: Int) {
    frameCount = 0
    let cells = joins * Self.width
    if cells > marked || stamp >= UInt32.max - 511 {
      marked = max(cells, marked)
      marks.reset(to: 0, count: marked)
      stamp = 0
    }
    stamp += 256
    origin = max(0, start - RuleMatcher.lengthLimit)
    self.joins = joins
  }

  /// Whether the pair is to be tried; it counts as tried from now on.
  @inline(__always) func isNew(_ instruction: RuleProgram.Instruction, _ position: Int) -> Bool {
    let cell = (position &- origin) &* joins &+ Int(instruction.join)
    let mark = stamp | UInt32(255 &- instruction.rank)
    if marks[cell] >= mark { return false }
    marks[cell] = mark
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
