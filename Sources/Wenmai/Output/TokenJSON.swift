import Lexicon
import Segmentation
import Text

/// The words of one text as a JSON object.
enum TokenJSON {
  /// - Parameter id: a JSON value.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, id: [UInt8], _ positions: Positions,
    _ worker: SegmentationWorker, into json: inout JSONWriter
  ) {
    begin(id, &json)
    worker.segment(bytes, range) { tokens in
      for token in tokens where token.kind != .space && token.kind != .lineBreak {
        write(token, bytes, positions, &json)
        json.endObject()
      }
    }
    end(&json)
  }

  /// Also writes the part of speech of each word.
  ///
  /// - Parameter id: a JSON value.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, id: [UInt8], _ positions: Positions,
    _ worker: TaggingWorker, _ names: TagNames, into json: inout JSONWriter
  ) {
    begin(id, &json)
    worker.segment(bytes, range) { tokens, tags in
      for (token, tag) in zip(tokens, tags) where token.kind != .space && token.kind != .lineBreak {
        write(token, bytes, positions, &json)
        if tag != .none {
          json.key("pos")
          json.string(names[tag])
        }
        json.endObject()
      }
    }
    end(&json)
  }

  private static func begin(_ id: [UInt8], _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.raw(id)
    json.key("tokens")
    json.beginArray()
  }

  private static func write(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ positions: Positions, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("text")
    json.string(UnsafeBufferPointer(rebasing: bytes[token.range]))
    json.key("start")
    json.number(positions.offset(token.range.lowerBound))
    json.key("end")
    json.number(positions.offset(token.range.upperBound))
    if token.isPart {
      json.key("part")
      json.bool(true)
    }
  }

  private static func end(_ json: inout JSONWriter) {
    json.endArray()
    json.endObject()
    json.endLine()
  }
}
