/// The longest word of each role that begins at the positions asked last: the grammars ask for a dozen roles at the same
/// place, and most of the answers are no. One walk through the words answers for all roles.
struct KnownWords {
  private static let count = 8
  private static let roleCount = 32

  private struct Place: BitwiseCopyable {
    var position = -1
    /// Bit n: a word of role n.
    var roles: UInt32 = 0
  }

  private struct Word: BitwiseCopyable {
    let end: Int32
    let payload: Int32
  }

  /// By the lowest bits of the position.
  private let places = Table<Place>(capacity: Self.count)
  /// By place and role; undefined where the place has no such role.
  private let words = Table<Word>(capacity: Self.count * Self.roleCount)

  init() { forget() }

  /// Before another text.
  func forget() {
    for slot in 0..<Self.count { places[slot] = Place() }
  }

  /// The roles of the words that begin at `position`: bit n for role n.
  @inline(__always)
  func roles(at position: Int, in trie: WordTrie, _ text: UnsafeBufferPointer<UInt32>) -> UInt32 {
    let slot = position & (Self.count - 1)
    if places[slot].position != position { fill(slot, position, trie, text) }
    return places[slot].roles
  }

  /// The longest word of that role that begins at `position`.
  @inline(__always)
  func word(
    _ role: UInt8, at position: Int, in trie: WordTrie, _ text: UnsafeBufferPointer<UInt32>
  ) -> (end: Int, payload: Int)? {
    let role = Int(role & 31)
    guard roles(at: position, in: trie, text) >> UInt32(role) & 1 != 0 else { return nil }
    let word = words[(position & (Self.count - 1)) * Self.roleCount + role]
    return (Int(word.end), Int(word.payload))
  }

  @inline(never)
  private func fill(_ slot: Int, _ position: Int, _ trie: WordTrie, _ text: UnsafeBufferPointer<UInt32>) {
    var roles: UInt32 = 0
    trie.forEachWord(in: text, at: position) { end, sense in
      let role = Int(sense.role & 31)
      let place = slot * Self.roleCount + role
      // Of several senses of a role that end here, the first one holds.
      if roles >> UInt32(role) & 1 == 0 || Int(words[place].end) < end {
        words[place] = Word(end: Int32(truncatingIfNeeded: end), payload: sense.payload)
      }
      roles |= 1 << UInt32(role)
    }
    places[slot] = Place(position: position, roles: roles)
  }
}
