import TestSupport
import Testing
import Text

@Suite struct TextDecoderTests {
  struct Case: Decodable {
    let encoding, hex, text: String
    /// Place in the input, place in the text.
    let broken: [[Int]]
    /// The encoding the caller names; found if there is none.
    let given: String?
  }

  @Test(arguments: cases("text/encodings", as: Case.self))
  func decoding(_ c: Case) throws {
    let digits = Array(c.hex)
    let bytes = try stride(from: 0, to: digits.count, by: 2).map {
      try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
    }
    let decoded = TextDecoder.decode(bytes, as: try c.given.map { try #require(TextEncoding(name: $0)) })
    #expect(decoded.encoding.rawValue == c.encoding)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == c.text)
    #expect(decoded.broken.places.map { [$0.input, $0.decoded] } == c.broken)
    #expect(decoded.broken.count == c.broken.count)
    if c.given == nil { #expect(TextDecoder.detect(bytes).rawValue == c.encoding) }
  }

  @Test func namesInUse() {
    let names: [(String, TextEncoding?)] = [
      ("utf8", .utf8), ("UTF-8", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030), ("CP936", .gb18030),
      ("Big5-HKSCS", .big5), ("utf-16", .utf16LittleEndian), ("UTF_16BE", .utf16BigEndian), ("latin1", nil), ("", nil),
    ]
    for (name, encoding) in names { #expect(TextEncoding(name: name) == encoding, "\(name)") }
    for encoding in TextEncoding.allCases { #expect(TextEncoding(name: encoding.rawValue) == encoding) }
  }

  @Test func repairIsThatOfTheStandardLibrary() {
    var generator = SeededGenerator(seed: 4)
    // Bytes that make near misses likely.
    let bytes: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for round in 0..<2000 {
      let length = Int.random(in: 0...40, using: &generator)
      let noise = (0..<length).map { _ in bytes.randomElement(using: &generator) ?? 0 }
      let decoded = TextDecoder.decode(noise, as: .utf8)
      #expect(decoded.utf8 == Array(String(decoding: noise, as: UTF8.self).utf8), "round \(round)")
      #expect((decoded.broken.count == 0) == (String(validating: noise, as: UTF8.self) != nil), "round \(round)")
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func noiseIsTextInTheEnd(_ encoding: TextEncoding) {
    var generator = SeededGenerator(seed: 5)
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for given in [encoding, nil] {
      let decoded = TextDecoder.decode(noise, as: given)
      #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
      #expect(decoded.broken.count > decoded.broken.places.count)
      #expect(decoded.broken.places.count == DecodedText.Broken.limit)
      #expect(decoded.broken.places.allSatisfy { Array(decoded.utf8[$0.decoded...].prefix(3)) == [0xEF, 0xBF, 0xBD] })
      #expect(zip(decoded.broken.places, decoded.broken.places.dropFirst()).allSatisfy { $0.input < $1.input })
    }
  }

  @Test func validUTF8IsFoundValidWhereverItEnds() {
    var generator = SeededGenerator(seed: 6)
    let utf8 = Array(randomText(scalars: 60, using: &generator).utf8)
    for count in 0...utf8.count {
      let part = Array(utf8[..<count])
      let valid = part.withUnsafeBufferPointer { UTF8Scan.firstInvalid(in: $0) }
      #expect((valid == count) == (String(validating: part, as: UTF8.self) != nil))
    }
  }
}
