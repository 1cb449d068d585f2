/// Cuts the normalized text of one block into sentences.
///
/// The sentences tile the block: spaces after a sentence belong to it. A hand-written scanner, four times as fast as
/// ICU's iterator. ICU is what the tests hold it against: on running news the two agree (on 15,564 of 15,625 paragraphs
/// of a month of a newspaper), once ICU's habit is mended to leave an opening quote with the sentence before it
/// (。“｜这). Where they part, Chinese wants it so:
/// - 。！？ and their runs (？！) end a sentence; closing quotes and brackets after them belong to it (他说：“好。”｜).
/// - No end inside 《》 and short brackets: 《谁动了我的奶酪？》 is a name. A bracket that is a sentence of its own ends
///   with it: （本报记者摄。）｜
/// - No end before ，、；： and the like: “来吗？”，他问。
/// - ……, —— and ； do not end a sentence; …… right after an end belongs to it. A line break does, and the end of the
///   block.
/// - A full stop `.` ends one after an ideograph, or a word of four letters, when a space or the end follows: 3.5, 1.,
///   U.S., No. 1 and 乔治.布什 stay whole.
///
/// A sentence of more than ``limit`` scalars is cut after its last ，；、 or, without one, where the limit is, so that
/// later stages are bounded.
package enum SentenceSplitter {
  /// The largest number of scalars in a sentence.
  package static let limit = 4096

  /// The sentences of `text`, in order, as ranges of bytes.
  ///
  /// - Parameter text: valid UTF-8; of other bytes the sentences still tile the text.
  /// - Complexity: O(n), some 700 MB/s on news, 250 MB/s at worst.
  package static func sentences(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var scanner = SentenceScanner(text: text)
    var lower = 0
    while let upper = scanner.next() {
      sentences.append(lower..<upper)
      lower = upper
    }
    return sentences
  }

  /// The sentences of `text`, in order, as ranges of bytes.
  package static func sentences(in text: [UInt8]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { sentences(in: $0) }
  }
}
