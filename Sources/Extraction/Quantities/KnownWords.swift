/// The longest word of each role that begins at the positions asked last: the grammars ask for a dozen roles at the same
/// place, and most of the answers are no. One walk through the words answers for all roles; which word it is tells a second
/// one, if there is any.
struct KnownWords {
  private static let count = 8
  private static let roleCount = 32

  private struct Place: BitwiseCopyable {
    var position = -1
    /// Bit n: a word of role n.
    var roles: UInt32 = 0
    /// Of these, those whose longest word is known.
    var known: UInt32 = 0
  }

  private struct Word: BitwiseCopyable {
    let end: Int32
    let payload: Int32
  }

  /// By the lowest bits of the position.
  private let places = Table<Place>(capacity: Self.count)
  /// By place and role; undefined where it is not known.
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
    let bit: UInt32 = 1 << UInt32(role & 31)
    guard roles(at: position, in: trie, text) & bit != 0 else { return nil }
    let slot = position & (Self.count - 1)
    let place = slot * Self.roleCount + Int(role & 31)
    if places[slot].known & bit == 0 { look(role, slot, place, trie, text) }
    return (Int(words[place].end), Int(words[place].payload))
  }

  @inline(never)
  private func fill(_ slot: Int, _ position: Int, _ trie: WordTrie, _ text: UnsafeBufferPointer<UInt32>) {
    places[slot] = Place(position: position, roles: trie.roles(in: text, at: position))
  }

  @inline(never)
  private func look(
    _ role: UInt8, _ slot: Int, _ place: Int, _ trie: WordTrie, _ text: UnsafeBufferPointer<UInt32>
  ) {
    guard let (end, payload) = trie.longest(in: text, at: places[slot].position, role: role) else { return }
    words[place] = Word(end: Int32(truncatingIfNeeded: end), payload: Int32(truncatingIfNeeded: payload))
    places[slot].known |= 1 << UInt32(role & 31)
  }
}
