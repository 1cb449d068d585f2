import Testing
import Text

@Suite struct ReflowTests {
  @Test(arguments: TextFixtures.cases("reflow"))
  func linesAreJoinedWhereASentenceGoesOn(_ row: TextCase) {
    #expect(TextFixtures.read(row.input, words: row.words).dump == row.expected)
  }

  @Test func theBreakBetweenLatinWordsIsReadAsASpace() throws {
    let document = TextFixtures.read("来自临江市的消息说，Apple\nInc. 将在当地设立研发中心。")
    let block = try #require(document.articles.first?.blocks.first)
    #expect(document.text(block.pieces) == "来自临江市的消息说，Apple Inc. 将在当地设立研发中心。")
    let space = block.pieces[1]
    #expect(space.replacement == [0x20])
    #expect(document.text(space.span) == "\n")
  }

  @Test func joinsTellTheGap() throws {
    let document = TextFixtures.read("该镇要在乡村规划中找准“茶旅”大方\n \n向，在全县走出新路子。")
    let join = try #require(document.articles.first?.blocks.first?.joins.first)
    #expect(document.text(join.gap) == "\n \n")
    #expect(join.reason == .stub)
  }
}
