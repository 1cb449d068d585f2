/// What the grammars remember of the sentence they read: the same few places are asked for by all of them. Kept from
/// sentence to sentence for its room, not for what it knows.
package final class NumericMemory {
  /// What words begin at the positions asked last.
  let front = KnownRoles()
  let after = KnownRoles()
  /// The connectors found last, by the lowest bits of their positions.
  let connectors = Table<KnownConnector>(capacity: NumericMemory.connectorCount)
  static let connectorCount = 4
  /// The operand that was read last at the position where the scan stands.
  var operand: KnownOperand?

  struct KnownConnector: BitwiseCopyable {
    var position = -1
    var end = 0
    var roles: UInt32 = 0
  }

  struct KnownOperand {
    let position: Int
    let operand: Operand?
  }

  package init() { forget() }

  /// Before another sentence.
  func forget() {
    front.forget()
    after.forget()
    for slot in 0..<Self.connectorCount { connectors[slot] = KnownConnector() }
    operand = nil
  }
}
