import ICU
import Testing

@Suite struct ConverterTests {
  @Test func brokenBytesAreReportedWithTheirPlace() throws {
    // 中 FF 国 and half of a character.
    let result = try convert([0xD6, 0xD0, 0xFF, 0xB9, 0xFA, 0xC8], from: "GB18030")
    #expect(result.text == "中\u{FFFD}国\u{FFFD}")
    #expect(result.broken.map(\.0) == [2, 5])
    #expect(result.broken.map(\.1) == [3, 9])
  }

  @Test func textLongerThanOneChunk() throws {
    // Surrogate pairs at every place, so that one is cut by each end of a chunk.
    let text = "国" + String(repeating: "\u{20000}", count: 10_000)
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try convert(bytes, from: "UTF-16LE").text == text)
    let shifted = "a" + text
    let bigEndian = shifted.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try convert(bigEndian, from: "UTF-16BE").text == shifted)
  }

  @Test func loneSurrogatesAreBroken() throws {
    let result = try convert([0x2D, 0x4E, 0x00, 0xD8, 0x2D, 0x4E, 0x00, 0xDC], from: "UTF-16LE")
    #expect(result.text == "中\u{FFFD}中\u{FFFD}")
    #expect(result.broken.map(\.0) == [2, 6])
  }

  @Test func converterUsedBeforeStartsAnew() throws {
    let converter = try Converter(encoding: "GB18030")
    var first: [UInt8] = []
    try [UInt8]([0xD6]).withUnsafeBufferPointer { try converter.convert($0, into: &first) { _, _ in } }
    var second: [UInt8] = []
    try [UInt8]([0xD0, 0xC2]).withUnsafeBufferPointer { try converter.convert($0, into: &second) { _, _ in } }
    #expect(String(decoding: second, as: UTF8.self) == "新")
  }

  @Test func detectorKnowsGB18030() throws {
    let text: [UInt8] = [0xD6, 0xD0, 0xB9, 0xFA, 0xB5, 0xC4, 0xCA, 0xC7, 0xD4, 0xDA, 0xC8, 0xCB, 0xB4, 0xF3]
    let repeated = Array(repeatElement(text, count: 20).joined())
    let matches = try repeated.withUnsafeBufferPointer { try EncodingDetector.matches(for: $0) }
    #expect(matches.first?.encoding == "GB18030")
    #expect(try EncodingDetector.matches(for: UnsafeBufferPointer(start: nil, count: 0)).isEmpty)
  }

  private func convert(_ bytes: [UInt8], from encoding: String) throws -> (text: String, broken: [(Int, Int)]) {
    var utf8: [UInt8] = []
    var broken: [(Int, Int)] = []
    let converter = try Converter(encoding: encoding)
    try bytes.withUnsafeBufferPointer { buffer in
      try converter.convert(buffer, into: &utf8) { broken.append(($0, $1)) }
    }
    return (try #require(String(validating: utf8, as: UTF8.self)), broken)
  }
}
