import Indexing
import TestSupport
import Testing

@Suite struct LedgerTests {
  private func archive(_ folder: TemporaryFolder) async throws -> ArchiveIndex {
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    _ = try await archive.update(cases("indexing/facts", as: FactCase.self).map { ($0.name, [$0.article]) })
    return archive
  }

  @Test func aPersonHasPostsAndCompanions() async throws {
    let folder = try TemporaryFolder()
    let ledgers = try await archive(folder).ledgers(of: "林若溪")
    let ledger = try #require(ledgers.first)
    #expect(ledgers.count == 1)
    #expect(ledger.type == "PERSON")
    #expect(ledger.articleCount == 2)
    #expect(ledger.firstSeen == "2024-03-31")
    #expect(ledger.lastSeen == "2024-05-20")
    let post = try #require(ledger.posts.first)
    #expect(ledger.posts.count == 1)
    #expect(post.title == "局长")
    #expect(post.organization == "青石县教育局")
    #expect(post.event == "appointed")
    #expect(post.sources == ["budget"])
    #expect(ledger.companions.map(\.name).sorted() == ["青石县总工会", "青石县教育局"])
  }

  @Test func anOrganizationIsFoundUnderAnyOfItsNames() async throws {
    let folder = try TemporaryFolder()
    let archive = try await archive(folder)
    let ledger = try #require(try await archive.ledgers(of: "市总工会").first)
    #expect(ledger.name == "云岭市总工会")
    #expect(ledger.aliases == ["市总工会", "云岭市总工会"])
    #expect(ledger.posts.map(\.person) == ["陆建国"])
    #expect(try await archive.ledgers(of: "没有这个人").isEmpty)
  }

  @Test func theOverviewCountsArticlesAndRoles() async throws {
    let folder = try TemporaryFolder()
    let entries = try await archive(folder).ledgerOverview()
    #expect(entries.first?.articleCount == 2)
    let person = try #require(entries.first { $0.name == "陆建国" })
    #expect(person.articleCount == 2)
    #expect(person.roleCount == 1)
    #expect(entries.allSatisfy { ["PERSON", "ORG"].contains($0.type) })
  }
}
