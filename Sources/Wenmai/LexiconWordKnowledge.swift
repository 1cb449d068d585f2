import Lexicon
import Text

/// Answers the reflow's question: does a word of the lexicon stand across this line break?
struct LexiconWordKnowledge: WordKnowledge {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// A word may reach this many characters to either side.
  private static let reach = 4

  func joins(_ tail: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool {
    let before = String(decoding: tail, as: UTF8.self).unicodeScalars.suffix(Self.reach).map { lexicon.fold($0.value) }
    let after = String(decoding: head, as: UTF8.self).unicodeScalars.prefix(Self.reach).map { lexicon.fold($0.value) }
    for start in before.indices {
      for end in after.indices {
        let word = Array(before[start...]) + after[...end]
        if let found = lexicon.lookUp(folded: word), lexicon.cost(of: found) != nil { return true }
      }
    }
    return false
  }
}
