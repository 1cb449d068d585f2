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
  var operandPosition = -1

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

  package init() { forget() }

  /// Before another sentence.
  func forget() {
    front.forget()
    after.forget()
    for slot in 0..<Self.connectorCount { connectors[slot] = KnownConnector() }
    operandPosition = -1
    if !readings.isEmpty { readings.removeAll(keepingCapacity: true) }
  }
}
