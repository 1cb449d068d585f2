import Lexicon
import Segmentation
import Text

/// The words of one text as a JSON object.
enum TokenJSON {
  /// - Parameter id: a JSON value.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, id: [UInt8], _ positions: Positions,
    _ worker: SegmentationWorker, hasTags: Bool, into json: inout JSONWriter
  ) {
    let lexicon = worker.segmenter.lexicon
    json.beginObject()
    json.key("id")
    json.raw(id)
    json.key("tokens")
    json.beginArray()
    worker.segment(bytes, range) { tokens in
      for token in tokens where token.kind != .space && token.kind != .lineBreak {
        json.beginObject()
        json.key("text")
        json.string(UnsafeBufferPointer(rebasing: bytes[token.range]))
        json.key("start")
        json.number(positions.offset(token.range.lowerBound))
        json.key("end")
        json.number(positions.offset(token.range.upperBound))
        if hasTags, let word = token.word(in: lexicon) {
          json.key("pos")
          json.string(lexicon.tagName(lexicon.tag(of: word)))
        }
        if token.isPart {
          json.key("part")
          json.bool(true)
        }
        json.endObject()
      }
    }
    json.endArray()
    json.endObject()
    json.endLine()
  }
}
