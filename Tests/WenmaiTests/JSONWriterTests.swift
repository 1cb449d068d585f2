import Foundation
import TestSupport
import Testing
import Wenmai

@Suite struct JSONWriterTests {
  /// Strings are copied eight bytes at a time: what has to be escaped stands at each place of a word, and at its borders.
  @Test(arguments: ["\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1}", "\u{1F}", "\u{20}", "\u{7F}", "國", "𠀀", "\"\\\n"])
  func stringsComeBack(_ mark: String) throws {
    for before in 0..<18 {
      for after in [0, 1, 2, 7, 8, 9] {
        let text = String(repeating: "a", count: before) + mark + String(repeating: "字", count: after)
        var json = JSONWriter()
        json.beginArray()
        json.string(text)
        json.endArray()
        let value = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(value == [text])
      }
    }
  }

  @Test(arguments: [0, 9, 10, 99, 100, -1, -10, 1_234_567_890, .max, .min])
  func integers(_ value: Int) {
    var json = JSONWriter()
    json.number(value)
    #expect(json.bytes == Array("\(value)".utf8))
  }

  @Test func commasStandBetweenMembersOnly() {
    var json = JSONWriter()
    json.beginObject()
    json.key("a")
    json.string("x")
    json.key("b")
    json.beginArray()
    json.null()
    json.bool(true)
    json.id("e", 12)
    json.share(0.1203)
    json.number(-0.5)
    json.raw(Array("{}".utf8))
    json.endArray()
    json.key("c")
    json.number(3)
    json.endObject()
    json.endLine()
    var out = Array(">".utf8)
    json.append(to: &out)
    #expect(out == Array(">{\"a\":\"x\",\"b\":[null,true,\"e12\",0.1203,-0.5,{}],\"c\":3}\n".utf8))
  }
}
