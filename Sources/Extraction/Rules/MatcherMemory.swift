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
  private var frames = Table<Frame>()
  private var frameCapacity = 256

  init() { frames.reserve(frameCapacity) }

  /// Begins a run: nothing was tried yet.
  mutating func begin(joins: Int, at start: Int) -> Run {
    let cells = joins * Self.width
    if cells > marked || stamp >= UInt32.max - 511 {
      marked = max(cells, marked)
      marks.reset(to: 0, count: marked)
      stamp = 0
    }
    stamp += 256
    let base = frames.mutableStart
    return Run(
      stamp: stamp, joins: joins, origin: max(0, start - RuleMatcher.lengthLimit), marks: marks.mutableStart,
      bottom: base, top: base, limit: base + frameCapacity)
  }

  /// Makes room for as many frames again.
  @inline(never) mutating func grow(_ run: inout Run) {
    let count = run.top - run.bottom
    frames.reserve(2 * frameCapacity, keeping: count)
    frameCapacity *= 2
    run.bottom = frames.mutableStart
    run.top = run.bottom + count
    run.limit = run.bottom + frameCapacity
  }

  /// The memory as one run uses it: plain values, to be held in registers. Valid until the next run.
  struct Run {
    fileprivate let stamp: UInt32
    fileprivate let joins: Int
    /// The position of the first marks.
    fileprivate let origin: Int
    fileprivate let marks: UnsafeMutablePointer<UInt32>
    fileprivate var bottom: UnsafeMutablePointer<Frame>
    /// The first free frame.
    fileprivate var top: UnsafeMutablePointer<Frame>
    fileprivate var limit: UnsafeMutablePointer<Frame>

    /// Whether the pair is to be tried; it counts as tried from now on.
    @inline(__always) func isNew(_ instruction: UnsafePointer<RuleProgram.Instruction>, _ position: Int) -> Bool {
      let cell = (position &- origin) &* joins &+ Int(instruction.pointee.join)
      let mark = stamp | UInt32(255 &- instruction.pointee.rank)
      if marks[cell] >= mark { return false }
      marks[cell] = mark
      return true
    }

    @inline(__always) var isEmpty: Bool { top == bottom }

    @inline(__always) mutating func pop() -> Frame? {
      if top == bottom { return nil }
      top -= 1
      return top.pointee
    }
  }

  @inline(__always) mutating func push(_ instruction: Int, _ position: Int, _ run: inout Run) {
    if run.top == run.limit { grow(&run) }
    run.top.pointee = Frame(
      instruction: Int32(truncatingIfNeeded: instruction), position: Int32(truncatingIfNeeded: position))
    run.top += 1
  }
}
