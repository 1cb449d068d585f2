/// The roles of all words that begin at the positions asked last: the grammars ask for a dozen roles at the same place, and
/// most of the answers are no.
struct KnownRoles {
  private static let count = 8

  private struct Place: BitwiseCopyable {
    var position = -1
    /// Bit n: a word of role n.
    var roles: UInt32 = 0
  }

  /// By the lowest bits of the position.
  private let places = Table<Place>(capacity: Self.count)

  init() { forget() }

  /// Before another text.
  func forget() {
    for slot in 0..<Self.count { places[slot] = Place() }
  }

  /// The roles of the words that begin at `position`: bit n for role n.
  @inline(__always)
  func roles(at position: Int, in words: WordTrie, _ text: UnsafeBufferPointer<UInt32>) -> UInt32 {
    let slot = position & (Self.count - 1)
    if places[slot].position != position {
      places[slot] = Place(position: position, roles: words.roles(in: text, at: position))
    }
    return places[slot].roles
  }

  /// Whether a word of that role begins at `position`.
  @inline(__always)
  func has(_ role: UInt8, at position: Int, in words: WordTrie, _ text: UnsafeBufferPointer<UInt32>) -> Bool {
    roles(at: position, in: words, text) >> UInt32(role & 31) & 1 != 0
  }
}
