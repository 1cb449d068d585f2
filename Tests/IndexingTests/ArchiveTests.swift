import Foundation
import GRDB
import Indexing
import SearchTokens
import TestSupport
import Testing
import Text

/// The file: reopening, changes, other files, broken ones.
@Suite struct ArchiveTests {
  private static let first = "总工会召开大会\n培训技能人才。"
  private static let second = "河道治理\n污水处理站建成。"

  /// A source of several articles, blank lines between them.
  private func source(_ articles: [String]) -> [ArchiveArticle] {
    let text = Array(articles.joined(separator: "\n\n").utf8)
    var start = 0
    return articles.map { article in
      defer { start += article.utf8.count + 2 }
      return makeArticle(article, start: start, in: text)
    }
  }

  @Test func unchangedArticlesStayAndOthersAreReplaced() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    #expect(try await archive.update([("page", source([Self.first, Self.second]))]) == ArchiveChanges(added: 2))
    #expect(try await archive.update([("page", source([Self.first, Self.second]))]) == ArchiveChanges(unchanged: 2))
    let before = try #require(try await archive.search("污水").hits.first)

    let edited = "改革\n工人大会。"
    let changes = try await archive.update([("page", source([edited, Self.second]))])
    #expect(changes == ArchiveChanges(added: 1, unchanged: 1, removed: 1))
    #expect(try await archive.search("技能").count == 0)
    #expect(try await archive.search("工人").count == 1)
    // The second article moved; its positions moved with it.
    let after = try #require(try await archive.search("污水").hits.first)
    #expect(after.article == before.article)
    let text = Array([edited, Self.second].joined(separator: "\n\n").utf8)
    #expect(after.matches.map { String(decoding: text[$0.range], as: UTF8.self) } == ["污水"])
    #expect(try await archive.remove(source: "page") == 2)
    #expect(try await archive.articleCount() == 0)
    #expect(try await archive.search("污水").count == 0)
    try await archive.check()
  }

  /// Names are written at the end of a transaction, and taken out with their article before it.
  @Test func aSourceThatComesTwiceInOneUpdateIsWhatItWasLast() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    let facts = cases("indexing/facts", as: FactCase.self)
    let (first, second) = (facts[0].article, facts[1].article)
    let changes = try await archive.update([("a", [first]), ("b", [second]), ("a", [second])])
    #expect(changes == ArchiveChanges(added: 3, removed: 1))
    let alone = try ArchiveIndex(path: folder.path("b.db"), lexicon: testLexicon)
    _ = try await alone.update([("a", [second]), ("b", [second])])
    #expect(try archive.difference(to: alone).isEmpty)
    try await archive.check()
    let unnamed = try await rawConnection(archive.path).read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM mentions WHERE article NOT IN (SELECT id FROM articles)")
    }
    #expect(unnamed == 0)
  }

  @Test func reopeningFindsTheSame() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon)
    _ = try await archive.update([("a", source([Self.first])), ("b", source([Self.second]))])
    let before = try await archive.search("处理 OR 总工会")
    try archive.close()
    // One file, nothing beside it.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.db"])
    let again = try ArchiveIndex(path: path, lexicon: testLexicon)
    #expect(try await again.search("处理 OR 总工会") == before)
    #expect(before.count == 2)
  }

  @Test func anUpdateThatIsBrokenOffLeavesNothing() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon)
    _ = try await archive.update([("a", source([Self.first]))])
    let writer = try rawConnection(path)
    // What a process that is killed leaves: a transaction without an end.
    try await writer.writeWithoutTransaction { db in
      try db.beginTransaction(.immediate)
      try db.execute(sql: "UPDATE articles SET title = '半途'; DELETE FROM sentences")
    }
    #expect(try await archive.search("总工会").hits.first?.title == "总工会召开大会")
    try await writer.writeWithoutTransaction { try $0.rollback() }
    try writer.close()
    #expect(try await archive.update([("a", source([Self.first]))]) == ArchiveChanges(unchanged: 1))
    try await archive.check()
  }

  /// A file as an earlier version wrote it, with another lexicon.
  private func archive(ofVersion version: Int, in folder: TemporaryFolder) async throws -> String {
    let path = folder.path("a.db")
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.addSearchTokenizer(otherLexicon) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let tables = try String(contentsOf: fixtures.appending(path: "archives/version-\(version).sql"), encoding: .utf8)
    try await queue.write { try $0.execute(sql: tables) }
    try queue.close()
    return path
  }

  @Test func aFileOfVersion2KeepsWhatItHas() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(
      path: try await archive(ofVersion: 2, in: folder), lexicon: testLexicon)
    let facts = cases("indexing/facts", as: FactCase.self).filter { ["meeting", "budget"].contains($0.name) }
    #expect(try await archive.search("org:青石县教育局").hits.map(\.source) == ["budget"])
    #expect(try await archive.search("speaker:陆建国").hits.map(\.source) == ["meeting"])
    #expect(try await archive.ledgers(of: "市总工会").first?.aliases == ["云岭市总工会", "市总工会"])
    let fresh = try ArchiveIndex(path: folder.path("b.db"), lexicon: testLexicon)
    _ = try await fresh.update(facts.map { ($0.name, [$0.article]) })
    #expect(try archive.difference(to: fresh).isEmpty)
    #expect(try await archive.ledgerOverview() == fresh.ledgerOverview())
    #expect(try await archive.update(facts.map { ($0.name, [$0.article]) }) == ArchiveChanges(unchanged: 2))
    try await archive.check()
    try await archive.remove(source: "meeting")
    #expect(try await archive.ledgers(of: "陆建国").isEmpty)
    try await archive.check()
  }

  @Test func aFileOfVersion1IsBroughtToThisOne() async throws {
    let folder = try TemporaryFolder()
    let path = try await archive(ofVersion: 1, in: folder)
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon)
    #expect(try await archive.search("处理").hits.map(\.source) == ["old"])
    // What was found in it counts as not looked for: it is read anew.
    let article = makeArticle("河道治理\n污水处理站建成。")
    #expect(try await archive.update([("old", [article])]) == ArchiveChanges(added: 1, removed: 1))
    #expect(try await archive.search("污水处理").hits.map(\.title) == ["河道治理"])
    try await archive.check()
    let header = try Data(contentsOf: URL(filePath: path)).dropFirst(60).prefix(4)
    try archive.close()
    #expect(Array(header) == [0, 0, 0, 3])
  }

  @Test func readersGoOnWhileSomeoneWritesAndWritersWait() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon, longestWait: .milliseconds(40))
    _ = try await archive.update([("a", source([Self.first]))])
    let patient = try ArchiveIndex(path: path, lexicon: testLexicon)
    let other = try rawConnection(path)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(try await archive.search("总工会").count == 1)
    await #expect(throws: ArchiveError.busy(path: path)) {
      try await archive.update([("b", source([Self.second]))])
    }
    async let late = patient.update([("b", source([Self.second]))])
    try await Task.sleep(for: .milliseconds(100))
    #expect(try await archive.search("污水").count == 0)
    try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    #expect(try await late == ArchiveChanges(added: 1))
    #expect(try await archive.search("污水").count == 1)
  }

  @Test func namesThatStandNowhereAnyMoreAreForgotten() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    let facts = cases("indexing/facts", as: FactCase.self)
    _ = try await archive.update(facts.map { ($0.name, [$0.article]) })
    #expect(try await archive.ledgers(of: "林若溪").map(\.articleCount) == [2])
    try await archive.remove(source: "budget")
    #expect(try await archive.ledgers(of: "林若溪").map(\.articleCount) == [1])
    try await archive.remove(source: "other")
    #expect(try await archive.ledgers(of: "林若溪").isEmpty)
    try await archive.check()
  }

  @Test func articlesAreReadAnewWithAnotherAnalysis() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    let facts = cases("indexing/facts", as: FactCase.self)
    func update(_ articles: [ArchiveArticle], _ analysis: ArchiveAnalysis) async throws -> ArchiveChanges {
      try await archive.update(zip(facts, articles).map { ($0.name, [$1]) }, analysis: analysis)
    }
    let articles = facts.map(\.article)
    let (first, second) = (ArchiveAnalysis(name: "entities 1"), ArchiveAnalysis(name: "entities 2"))
    #expect(try await update(articles, first) == ArchiveChanges(added: facts.count))
    let before = try await archive.search("总工会").hits.map(\.article)
    // The second one finds nothing.
    let found = articles.map {
      var article = $0
      article.facts = ArchiveFacts()
      return article
    }
    #expect(try await update(found, second) == ArchiveChanges(renewed: facts.count))
    #expect(try await archive.search("总工会").hits.map(\.article).sorted() == before.sorted())
    #expect(try await archive.ledgers(of: "林若溪").isEmpty)
    #expect(try await update(found, second) == ArchiveChanges(unchanged: facts.count))
    // Words are there in any case.
    #expect(try await update(found, .words) == ArchiveChanges(unchanged: facts.count))
    #expect(try await update(articles, first) == ArchiveChanges(renewed: facts.count))
    #expect(try await archive.ledgers(of: "林若溪").map(\.articleCount) == [2])
    try await archive.check()
    let fresh = try ArchiveIndex(path: folder.path("b.db"), lexicon: testLexicon)
    _ = try await fresh.update(facts.map { ($0.name, [$0.article]) }, analysis: first)
    #expect(try archive.difference(to: fresh).isEmpty)
  }

  @Test func theLogBesideTheFileStaysShort() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon)
    var longest = 0
    try archive.build(.words, longestLog: 50) { build in
      for number in 0..<60 {
        var part = ArchivePart(source: "\(number)")
        var article = makeArticle("大会\n" + String(repeating: "总工会\(number)召开大会。", count: 2000))
        article.divide()
        article.prepare(IndexTokens(lexicon: testLexicon))
        part.entries = [.new(article, hash: article.hash())]
        try build.write(part)
        #expect(try build.commit().added == 1)
        let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        longest = max(longest, size ?? 0)
      }
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    #expect(longest < size / 2, "\(longest) of \(size)")
    #expect(try archive.blockingSearch("总工会59").count == 1)
    try archive.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.db"])
  }

  @Test func theSameArticlesInAnotherOrderAreNoDifference() async throws {
    let folder = try TemporaryFolder()
    let facts = cases("indexing/facts", as: FactCase.self)
    let first = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    let second = try ArchiveIndex(path: folder.path("b.db"), lexicon: testLexicon)
    _ = try await first.update(facts.map { ($0.name, [$0.article]) })
    _ = try await second.update([("gone", source([Self.first]))])
    for fact in facts.reversed() { _ = try await second.update([(fact.name, [fact.article])]) }
    #expect(try first.difference(to: second).changes.map(\.kind) == [.added])
    try await second.remove(source: "gone")
    #expect(try first.difference(to: second).isEmpty)
    var article = facts[0].article
    article.facts.entities.removeLast()
    try await second.remove(source: facts[0].name)
    _ = try await second.update([(facts[0].name, [article])])
    #expect(try first.difference(to: second).changes.map(\.kind) == [.facts])
    _ = try await second.update([(facts[0].name, source([Self.second]))])
    #expect(try first.difference(to: second).changes.map(\.kind) == [.changed])
    _ = try await second.update([(facts[0].name, [])])
    let change = try #require(try first.difference(to: second).changes.first)
    #expect(change.kind == .removed)
    #expect(change.source == facts[0].name)
  }

  private func rawConnection(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  @Test func anotherLexiconRebuildsWhenItWrites() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon)
    _ = try await archive.update([("a", source([Self.first])), ("b", source([Self.second]))])
    let other = try ArchiveIndex(path: path, lexicon: otherLexicon)
    #expect(try await other.update([("b", source([Self.first]))]) == ArchiveChanges(added: 1, removed: 1))
    try await other.check()
    for index in [archive, other] {
      #expect(try await index.search("总工会").count == 2)
      #expect(try await index.search("水处理").count == 0)
    }
  }

  @Test(arguments: ["text", "other database", "newer", "folder"])
  func otherFilesAreLeftAsTheyWere(_ kind: String) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("other")
    switch kind {
    case "text": try Data("一篇文章，不是数据库。".utf8).write(to: URL(filePath: path))
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    default:
      let queue = try DatabaseQueue(path: path)
      try await queue.write { try $0.execute(sql: "CREATE TABLE notes (text)") }
      if kind == "newer" {
        try await queue.write { try $0.execute(sql: "PRAGMA application_id = 1466265165; PRAGMA user_version = 99") }
      }
      try queue.close()
    }
    let before = try? Data(contentsOf: URL(filePath: path))
    let error = #expect(throws: ArchiveError.self) { try ArchiveIndex(path: path, lexicon: testLexicon) }
    switch kind {
    case "newer": #expect(error == .tooNew(path: path, version: 99))
    case "folder": #expect(error == .unavailable(path: path, reason: "is a folder"))
    default: #expect(error == .foreign(path: path))
    }
    #expect((try? Data(contentsOf: URL(filePath: path))) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["other"])
  }

  @Test func aDamagedFileIsAnError() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let archive = try ArchiveIndex(path: path, lexicon: testLexicon)
    _ = try await archive.update((0..<50).map { ("\($0)", source([Self.first + "\($0)", Self.second])) })
    try archive.close()
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
    try bytes.write(to: URL(filePath: path))
    await #expect(throws: ArchiveError.self) {
      try await ArchiveIndex(path: path, lexicon: testLexicon).check()
    }
  }

  @Test(arguments: ["", "理", "\u{20000}\u{2A6DF}", "处\r\n理　处理", "长文"])
  func oddTexts(_ given: String) async throws {
    let text = given == "长文" ? String(repeating: "理", count: 65_536) : given
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    _ = try await archive.update([("a", [makeArticle(text, hasTitle: false)])])
    #expect(try await archive.articleCount() == 1)
    if let first = text.unicodeScalars.first {
      let hit = try #require(try await archive.search(String(first)).hits.first)
      #expect(hit.matches.allSatisfy { $0.upper <= text.utf8.count })
    }
    try await archive.check()
  }
}
