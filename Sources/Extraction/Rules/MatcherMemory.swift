/// What a ``RuleMatcher`` keeps in mind: which pairs of instruction and position were tried, and where to go on.
///
/// Only instructions that several ways lead to (*joins*) are written down: the others are met once for each time that
/// the join before them is. The copies of what is repeated count as one, with the lowest *rank* that was tried: what an
/// early copy can reach holds all that a later one can, which may go on less often.
///
/// What failed from one start fails from the starts before it too, because what follows does not depend on what came
/// before. So starts are tried from the last to the first, and what led to no match stays marked: a sentence then costs
/// what its positions cost, not its starts times the length of a match. Each join knows the one it was reached from, so
/// that those on the way to a match can be told from the others when a run ends.
struct MatcherMemory {
  struct Frame: BitwiseCopyable {
    /// The instruction to go on with, or -1 - slot to put `position` back into that slot.
    var instruction: Int32
    var position: Int32
    /// The visit that it was left from.
    var visit: Int32
  }

  /// A join that was reached in this run.
  private struct Visit: BitwiseCopyable {
    let cell: Int32
    /// The visit before it, or -1.
    let from: Int32
    var matches: Bool
  }

  /// Positions that are kept in mind at a time: twice the longest match, so that starts share what they learn.
  private static let width = 2 * (RuleMatcher.lengthLimit + 1)

  /// By position and join: a stamp, and 255 less the lowest rank. What was forgotten bears an older stamp.
  private var marks = Table<UInt32>()
  private var marked = 0
  private var stamp: UInt32 = 0
  private var joins = 0
  /// The position of the first marks.
  private var origin = 0
  private var knowsFailures = false
  private var visits = Table<Visit>()
  private var visitCount = 0
  /// By cell: its visit, if it is one of this run.
  private var lastVisits = Table<Int32>()
  /// The visit that the search stands at, or -1.
  private var visit: Int32 = -1
  private var frames = Table<Frame>()
  private var frameCount = 0

  init() { frames.reserve(256) }

  /// Begins a run; what failed in the runs before stays known if `keepsFailures` is set and they were of the same program
  /// over the same sentence, forward, without end but the sentence's, and from later starts.
  @inline(__always)
  mutating func begin(joins: Int, at start: Int, keepsFailures: Bool) {
    frameCount = 0
    visitCount = 0
    visit = -1
    let distance = UInt(bitPattern: start &- origin)
    if !keepsFailures || !knowsFailures || distance > UInt(RuleMatcher.lengthLimit) { forget(joins, start) }
  }

  private mutating func forget(_ joins: Int, _ start: Int) {
    let cells = joins * Self.width
    if cells > marked || stamp >= UInt32.max - 511 {
      marked = max(cells, marked)
      marks.reset(to: 0, count: marked)
      lastVisits.reset(to: 0, count: marked)
      stamp = 0
    }
    stamp += 256
    origin = max(0, start - RuleMatcher.lengthLimit)
    self.joins = joins
    knowsFailures = true
  }

  /// What was tried says nothing about the next runs.
  mutating func forgetFailures() { knowsFailures = false }

  /// Whether the pair is to be tried; it counts as tried from now on.
  @inline(__always) mutating func isNew(_ instruction: RuleProgram.Instruction, _ position: Int) -> Bool {
    let cell = (position &- origin) &* joins &+ Int(instruction.join)
    let mark = stamp | UInt32(255 &- instruction.rank)
    if marks[cell] >= mark {
      noteMatch(at: cell)
      return false
    }
    marks[cell] = mark
    visits.reserve(visitCount &+ 1, keeping: visitCount)
    visits[visitCount] = Visit(cell: Int32(truncatingIfNeeded: cell), from: visit, matches: false)
    visit = Int32(truncatingIfNeeded: visitCount)
    lastVisits[cell] = visit
    visitCount &+= 1
    return true
  }

  /// A way that meets one which led to a match, in this run, leads to it too.
  @inline(__always) private func noteMatch(at cell: Int) {
    let other = Int(lastVisits[cell])
    if other < visitCount, Int(visits[other].cell) == cell, visits[other].matches { noteMatch() }
  }

  /// All joins on the way to where the search stands lead to a match.
  func noteMatch() {
    var index = visit
    while index >= 0, !visits[Int(index)].matches {
      visits[Int(index)].matches = true
      index = visits[Int(index)].from
    }
  }

  /// Ends a run that had matches: what led to them is to be tried again from the next start.
  func forgetMatches() {
    for index in 0..<visitCount where visits[index].matches { marks[Int(visits[index].cell)] = 0 }
  }

  @inline(__always) mutating func push(_ instruction: Int, _ position: Int) {
    frames.reserve(frameCount &+ 1, keeping: frameCount)
    frames[frameCount] = Frame(
      instruction: Int32(truncatingIfNeeded: instruction), position: Int32(truncatingIfNeeded: position), visit: visit)
    frameCount &+= 1
  }

  @inline(__always) mutating func pop() -> Frame? {
    if frameCount == 0 { return nil }
    frameCount &-= 1
    let frame = frames[frameCount]
    visit = frame.visit
    return frame
  }
}
