/// What the grammars remember of the sentence they read: the same few places are asked for by all of them. Kept from
/// sentence to sentence for its room, not for what it knows.
package final class NumericMemory {
  /// What words begin at the positions asked last.
  let front = KnownWords()
  let after = KnownWords()
  /// The connectors found last, by the lowest bits of their positions.
  let connectors = Table<KnownConnector>(capacity: NumericMemory.connectorCount)
  static let connectorCount = 4
  /// The operand that was read where the scan stands, if ``operandPosition`` is there.
  var operand: Operand?
  /// Where the last word of each clue ended (电话, 气温, 年过 …), by `Clue.index`; far left if there was none.
  let clueEnds = Table<Int>(capacity: 16)
  private let state = Table<State>(capacity: 1)
  private var startTable = Table<Int32>()
  private(set) var triesAll = false
  private(set) var steps: StepCount?

  // In a table, since each look at what may change in a class is checked for exclusive access.
  private struct State: BitwiseCopyable {
    var context: NumericContext
    var lastTimeEnd = -100
    var lastPhoneEnd = -100
    var operandPosition = -1
  }

  /// The reference time and what was named so far.
  var context: NumericContext {
    get { state[0].context }
    set { state[0].context = newValue }
  }

  /// Where the last time ended, and the last telephone number of seven digits or more; far left if there was none.
  var lastTimeEnd: Int {
    get { state[0].lastTimeEnd }
    set { state[0].lastTimeEnd = newValue }
  }
  var lastPhoneEnd: Int {
    get { state[0].lastPhoneEnd }
    set { state[0].lastPhoneEnd = newValue }
  }

  /// Where ``operand`` was read; -1 if it is of no use.
  var operandPosition: Int {
    get { state[0].operandPosition }
    set { state[0].operandPosition = newValue }
  }

  /// Where people are named, in the scalars of the sentence, in order: their names hold no days (陶国庆, 王立秋). The caller's,
  /// for the sentence that is read next.
  package var people: [Range<Int>] = []
  /// The same of organizations: their names hold no counts (中铁二十九局).
  package var organizations: [Range<Int>] = []

  struct KnownConnector: BitwiseCopyable {
    var position = -1
    var end = 0
    var roles: UInt32 = 0
  }

  /// What ``TimeSpan/Readings`` stand for.
  private var readings: [TimeSpan.Interval] = []

  func keep(_ list: [TimeSpan.Interval]) -> TimeSpan.Readings {
    readings += list
    return TimeSpan.Readings(first: Int32(readings.count - list.count), count: Int32(list.count))
  }

  func kept(_ range: TimeSpan.Readings) -> [TimeSpan.Interval] {
    Array(readings[Int(range.first)..<Int(range.first + range.count)])
  }

  package init() { begin(NumericContext(), triesAll: false, nil) }

  /// Before another sentence.
  func begin(_ context: NumericContext, triesAll: Bool, _ steps: StepCount?) {
    (self.triesAll, self.steps) = (triesAll, steps)
    front.forget()
    after.forget()
    for slot in 0..<Self.connectorCount { connectors[slot] = KnownConnector() }
    clueEnds.mutableStart.update(repeating: -100, count: 16)
    state[0] = State(context: context)
    if !readings.isEmpty { readings.removeAll(keepingCapacity: true) }
  }

  /// Room for so many positions where something may begin.
  func starts(_ count: Int) -> UnsafeMutablePointer<Int32> {
    startTable.reserve(count)
    return startTable.mutableStart
  }
}
