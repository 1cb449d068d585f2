import TestSupport
import Testing
import Text

@Suite struct CharacterFoldingTests {
  struct Case: Decodable { let input, expected: String }

  @Test(arguments: cases("text/folding", as: Case.self))
  func folding(_ c: Case) { #expect(testFolding.fold(c.input) == c.expected) }

  @Test func asciiFoldsOnlyCase() {
    #expect(CharacterFolding.ascii.fold("ABC XYZ @[ Ａ國") == "abc xyz @[ Ａ國")
  }

  @Test func theFirstOfTwoPairsCounts() {
    let folding = CharacterFolding(
      pairs: [.init(from: "乾", to: "干"), .init(from: "乾", to: "乹")], expansions: [], ignorable: [])
    #expect(folding.fold("乾") == "干")
  }

  @Test func cyclesEnd() {
    let folding = CharacterFolding(
      pairs: [.init(from: "甲", to: "乙"), .init(from: "乙", to: "丙"), .init(from: "丙", to: "甲")], expansions: [],
      ignorable: [])
    #expect(folding.fold("甲乙丙") == "丙甲乙")
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let once = testFolding.fold(randomText(scalars: 200, using: &generator))
      #expect(testFolding.fold(once) == once)
    }
  }
}
