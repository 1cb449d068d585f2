import Lexicon
import Text

/// Answers the reflow's question: does a word of the lexicon stand across this line break?
///
/// A class: the reader hands it on for each line, and one count goes up and down, not one for each table of the lexicon.
final class LexiconWordKnowledge: WordKnowledge {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// A word may reach this many characters to either side.
  private static let reach = 4

  func joins(_ tail: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(2 * Self.reach)
    var start = tail.endIndex
    while start > tail.startIndex, scalars.count < Self.reach {
      let end = start
      repeat { start -= 1 } while start > tail.startIndex && tail[start] & 0xC0 == 0x80
      scalars.append(lexicon.fold(Self.scalar(tail[start..<end])))
    }
    scalars.reverse()
    let split = scalars.count
    start = head.startIndex
    while start < head.endIndex, scalars.count < split + Self.reach {
      var end = start + 1
      while end < head.endIndex, head[end] & 0xC0 == 0x80 { end += 1 }
      scalars.append(lexicon.fold(Self.scalar(head[start..<end])))
      start = end
    }
    return lexicon.hasWord(across: split, of: scalars)
  }

  /// The scalar of these bytes of valid UTF-8.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let lead = bytes[bytes.startIndex]
    let bits: UInt8 = lead < 0x80 ? 0x7F : lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07
    return bytes.dropFirst().reduce(UInt32(lead & bits)) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
