/// What a character costs in each place of a name, in nats: one place in memory for all that a name asks of a character.
struct CharacterCosts: Sendable {
  struct Costs: BitwiseCopyable {
    var surname = Float.infinity
    /// As a given name of one character; as the first and the second of two.
    var single = unseen
    var first = unseen
    var second = unseen
    /// In a foreign name.
    var transliteration = Float.infinity
    /// Begins a surname of two characters.
    var beginsCompound = false

    /// A character never seen in its place.
    private static let unseen: Float = 13
  }

  /// The basic block of Han characters.
  private static let block: Range<UInt32> = 0x4E00..<0xA000
  private let basic = Table(repeating: Costs(), count: block.count)
  private var others: [UInt32: Costs] = [:]

  /// nil for characters beyond the basic block.
  @inline(__always) func basic(_ scalar: UInt32) -> Costs? {
    Self.block.contains(scalar) ? basic[Int(scalar &- Self.block.lowerBound)] : nil
  }

  subscript(scalar: UInt32) -> Costs {
    get { basic(scalar) ?? others[scalar] ?? Costs() }
    set {
      if Self.block.contains(scalar) {
        basic[Int(scalar - Self.block.lowerBound)] = newValue
      } else {
        others[scalar] = newValue
      }
    }
  }
}
