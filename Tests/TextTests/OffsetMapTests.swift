import TestSupport
import Testing
import Text

@Suite struct OffsetMapTests {
  @Test func unitsAreThoseOfTheStandardLibrary() {
    for seed in 0..<20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = randomText(scalars: Int.random(in: 0...700, using: &generator), using: &generator)
      let utf8 = Array(text.utf8)
      let scalars = OffsetMap(utf8: utf8, unit: .scalar)
      let utf16 = OffsetMap(utf8: utf8, unit: .utf16)
      let same = OffsetMap(utf8: utf8, unit: .utf8)
      var place = (utf8: 0, utf16: 0, scalar: 0)
      for scalar in Array(text.unicodeScalars) + ["\0"] {
        #expect(scalars.offset(ofUTF8: place.utf8) == place.scalar)
        #expect(utf16.offset(ofUTF8: place.utf8) == place.utf16)
        #expect(same.offset(ofUTF8: place.utf8) == place.utf8)
        #expect(scalars.utf8Offset(of: place.scalar) == place.utf8)
        #expect(utf16.utf8Offset(of: place.utf16) == place.utf8)
        place.utf8 += UTF8.width(scalar)
        place.utf16 += UTF16.width(scalar)
        place.scalar += 1
      }
    }
  }

  @Test(arguments: [OffsetUnit.utf8, .utf16, .scalar])
  func spansAreThoseOfTheirEnds(_ unit: OffsetUnit) {
    for seed in 0..<20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let utf8 = Array(randomText(scalars: 200, using: &generator).utf8)
      let map = OffsetMap(utf8: utf8, unit: unit)
      for _ in 0..<200 {
        let lower = Int.random(in: 0...utf8.count, using: &generator)
        let upper = min(lower + Int.random(in: 0...130, using: &generator), utf8.count)
        let (start, end) = map.offsets(ofUTF8: Span(lower: lower, upper: upper))
        #expect(start == map.offset(ofUTF8: lower))
        #expect(end == map.offset(ofUTF8: upper))
      }
    }
  }

  @Test func offsetsOutsideTheTextAreItsEnds() {
    let map = OffsetMap(utf8: Array("国a".utf8), unit: .scalar)
    #expect(map.offset(ofUTF8: -1) == 0)
    #expect(map.offset(ofUTF8: 9) == 2)
    #expect(map.utf8Offset(of: -1) == 0)
    #expect(map.utf8Offset(of: 9) == 4)
  }

  @Test(arguments: [255, 256, 257, 65_535, 65_536])
  func checkpoints(_ count: Int) {
    let text = String(repeating: "𠀀", count: count)
    let map = OffsetMap(utf8: Array(text.utf8), unit: .utf16)
    #expect(map.offset(ofUTF8: 4 * count) == 2 * count)
    #expect(map.offset(ofUTF8: 4 * count - 4) == 2 * count - 2)
  }

  @Test func linesAndColumns() {
    let text = "第一行\r\n第二行\r\r𠀀四\n"
    let map = LineMap(utf8: Array(text.utf8))
    #expect(map.count == 5)
    #expect(map.place(ofUTF8: 0) == .init(line: 1, column: 1))
    #expect(map.place(ofUTF8: 6) == .init(line: 1, column: 3))
    #expect(map.place(ofUTF8: 11) == .init(line: 2, column: 1))
    #expect(map.place(ofUTF8: 21) == .init(line: 3, column: 1))
    #expect(map.place(ofUTF8: 26) == .init(line: 4, column: 2))
    #expect(map.place(ofUTF8: 999) == .init(line: 5, column: 1))
    #expect(LineMap(utf8: Array(text.utf8), unit: .utf16).place(ofUTF8: 26).column == 3)
    #expect(LineMap(utf8: []).place(ofUTF8: 0) == .init(line: 1, column: 1))
  }
}
