import Lexicon
import Text

/// A word or a name in the order of the text: what terms are made of.
struct TermItem {
  /// The number of its form in ``TermForms``.
  var form: Int32
  var span: Span
  var tag = TagID.none
  /// For names: the number of the name's type in ``ArticleReading/types``, from 0; -1 for words.
  var name: Int16 = -1
  /// How much it counts, as a name or by its part of speech; 0 for what is no term by itself.
  var weight = 0.0
  /// How many characters it has.
  var length: Int32
  var flags: Flags = []

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Stands in the headline.
    static let title = Flags(rawValue: 1)
    /// Begins where the item before ends.
    static let joined = Flags(rawValue: 2)
    static let inPhrase = Flags(rawValue: 4)
    static let endsPhrase = Flags(rawValue: 8)
    /// Ends a sentence or a block.
    static let sentenceEnd = Flags(rawValue: 16)
    /// A mark, which is no part of the text's length.
    static let mark = Flags(rawValue: 32)
    /// A verb as such, which is neither used as a noun nor as an adverb.
    static let verb = Flags(rawValue: 64)
  }
}

/// Numbers for strings of UTF-8, from 0 in the order of their first use.
///
/// Each word of a text asks for one: bytes are compared as they are, since hashing a `String` normalizes it first.
struct TermForms {
  private var numbers: [UInt64: Int32] = [:]
  private(set) var texts: [String] = []

  /// - Complexity: O(*k*) in the number of bytes.
  mutating func number(_ utf8: some Collection<UInt8>) -> Int32 {
    // FNV-1a; what has the same hash goes on from it.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    while let known = numbers[hash] {
      if texts[Int(known)].utf8.elementsEqual(utf8) { return known }
      hash &+= 1
    }
    let number = Int32(truncatingIfNeeded: texts.count)
    numbers[hash] = number
    texts.append(String(decoding: utf8, as: UTF8.self))
    return number
  }

  subscript(number: Int32) -> String { texts[Int(number)] }
}
