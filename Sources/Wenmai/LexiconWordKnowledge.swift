import Lexicon
import Text

/// Answers the reflow's question: does a word of the lexicon stand across this line break?
struct LexiconWordKnowledge: WordKnowledge {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// A word may reach this many characters to either side.
  private static let reach = 4

  func joins(_ tail: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool {
    // A scalar has four bytes at most; one that is cut lies outside the reach.
    let tail = String(decoding: tail.suffix(4 * Self.reach), as: UTF8.self)
    let head = String(decoding: head.prefix(4 * Self.reach), as: UTF8.self)
    let before = tail.unicodeScalars.suffix(Self.reach).map { lexicon.fold($0.value) }
    let after = head.unicodeScalars.prefix(Self.reach).map { lexicon.fold($0.value) }
    for start in before.indices {
      for end in after.indices {
        let word = Array(before[start...]) + after[...end]
        if let found = lexicon.lookUp(folded: word), lexicon.cost(of: found) != nil { return true }
      }
    }
    return false
  }
}
