import Indexing
import TestSupport
import Testing
import Text

@Suite struct ConcordanceTests {
  private static let text = """
    改革进展
    全国产业工人改革大会召开，改革治理。
    市总工会改革培训改革，大会在改革。
    """

  private func archive(_ folder: TemporaryFolder) async throws -> ArchiveIndex {
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    _ = try await archive.update([("a", [makeArticle(Self.text)]), ("b", [makeArticle("大会\n没有。")])])
    return archive
  }

  @Test func everyPlaceIsALine() async throws {
    let folder = try TemporaryFolder()
    let concordance = try await archive(folder).concordance(of: "改革", width: 4)
    #expect(concordance.count == 5)
    #expect(concordance.articleCount == 1)
    #expect(concordance.lines.map(\.left) == ["产业工人", "会召开，", "市总工会", "改革培训", "，大会在"])
    #expect(concordance.lines.map(\.right) == ["大会召开", "治理。", "培训改革", "，大会在", "。"])
    #expect(concordance.lines.map(\.leftWord) == ["工人", nil, "市总工会", "培训", "在"])
    #expect(concordance.lines.map(\.rightWord) == ["大会", "治理", "培训", nil, nil])
    let text = Array(Self.text.utf8)
    #expect(concordance.lines.allSatisfy { String(decoding: text[$0.span.range], as: UTF8.self) == "改革" })
    #expect(concordance.leftNeighbors.reduce(0) { $0 + $1.count } == 4)
    #expect(concordance.rightNeighbors.map(\.count) == [1, 1, 1])
  }

  @Test func linesAreSortedFromTheWordOutwards() async throws {
    let folder = try TemporaryFolder()
    let archive = try await archive(folder)
    let right = try await archive.concordance(of: "改革", limit: 3, order: .right)
    #expect(right.lines.count == 3)
    #expect(right.count == 5)
    let all = try await archive.concordance(of: "改革", order: .right).lines.map(\.right)
    #expect(all == all.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(right.lines.map(\.right) == Array(all.prefix(3)))
    let left = try await archive.concordance(of: "改革", order: .left).lines.map { String($0.left.reversed()) }
    #expect(left == left.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  @Test func aPartOfAWordHasItsRestAsNeighbour() async throws {
    let folder = try TemporaryFolder()
    let concordance = try await archive(folder).concordance(of: "工会")
    #expect(concordance.lines.map(\.leftWord) == ["市总"])
    #expect(concordance.lines.map(\.rightWord) == ["改革"])
  }

  @Test(arguments: ["没有这个词", "", "，"])
  func whatIsNotThereGivesNothing(_ word: String) async throws {
    let folder = try TemporaryFolder()
    let concordance = try await archive(folder).concordance(of: word)
    #expect(concordance.count == 0)
    #expect(concordance.lines.isEmpty)
  }
}
