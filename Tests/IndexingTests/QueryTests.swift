import Indexing
import TestSupport
import Testing
import Text

/// Queries over a few articles.
@Suite struct QueryTests {
  struct Query: Decodable, Sendable { let query: String, found: [String] }
  struct Named: Decodable, Sendable { let name: String, text: String }

  static let articles = cases("indexing/articles", as: Named.self)

  private func filled(_ folder: TemporaryFolder) throws -> ArchiveIndex {
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    let changes = try archive.blockingUpdate(Self.articles.map { ($0.name, [makeArticle($0.text)]) })
    #expect(changes == ArchiveChanges(added: Self.articles.count))
    return archive
  }

  @Test func queriesFindWhatTheyAskFor() async throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    // Another lexicon than that of the file finds the same: by characters.
    let stranger = try ArchiveIndex(path: archive.path, lexicon: otherLexicon)
    for row in cases("indexing/queries", as: Query.self) {
      for index in [archive, stranger] {
        let result = try await index.search(row.query)
        #expect(result.hits.map(\.source).sorted() == row.found.sorted(), "\(row.query)")
        #expect(result.count == row.found.count, "\(row.query)")
      }
    }
    try await archive.check()
  }

  @Test func matchesPointIntoTheSource() async throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    for word in ["处理", "总工会", "哈里森", "大会"] {
      for hit in try await archive.search(word).hits {
        let text = Array(try #require(Self.articles.first { $0.name == hit.source }).text.utf8)
        for span in hit.matches {
          let found = String(decoding: text[span.range], as: UTF8.self)
          #expect(["处理", "處理", "总工会", "總工會", "哈里森", "大会", "大會"].contains(found), "\(word) \(found)")
        }
        #expect(!hit.matches.isEmpty || !hit.titleMatches.isEmpty)
      }
    }
  }

  @Test func snippetsShowTheSentenceAndMarkIt() async throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    let hit = try #require(try await archive.search("待处理").hits.first)
    #expect(hit.title == "朝阳区三条河道完成治理")
    #expect(hit.snippet.text == "去年排查出的待处理污水口全部封堵。")
    #expect(hit.snippet.matches == [18..<27])
    let short = try #require(try await archive.search("待处理", width: 8).hits.first)
    #expect(short.snippet.text == "…的待处理污水口全…" || short.snippet.text.hasPrefix("…"))
    #expect(short.snippet.text.count == 10)
    #expect(short.snippet.text.contains("待处理"))
  }

  @Test(arguments: ["NOT 工会", "(工会", "工会)", "工会 NOT", String(repeating: "(", count: 60), "长查询"])
  func brokenQueriesAreErrors(_ query: String) async throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    // More than any person writes.
    let query = query == "长查询" ? String(repeating: "(", count: 100_000) : query
    await #expect {
      _ = try await archive.search(query)
    } throws: { error in
      if case ArchiveError.query = error { true } else { false }
    }
  }

  /// Every substring of an article that is in it is found, as scanning finds it, and no other article is.
  @Test func substringsAreFoundAsByScanning() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    var generator = SeededGenerator(seed: 7)
    let letters = Array("处理待总工会朝阳区全国人大技能人才的")
    let texts = (0..<40).map { _ in String((0..<30).map { _ in letters.randomElement(using: &generator)! }) }
    _ = try archive.blockingUpdate(texts.enumerated().map { ("\($0)", [makeArticle($1, hasTitle: false)]) })
    for round in 0..<300 {
      let text = texts.randomElement(using: &generator)!
      let start = Int.random(in: 0..<28, using: &generator)
      let word = String(text.dropFirst(start).prefix(Int.random(in: 1...4, using: &generator)))
      let truth = texts.indices.filter { texts[$0].contains(word) }
      let found = try await archive.search(word, limit: 100).hits.compactMap { Int($0.source) }
      #expect(found.sorted() == truth, "round \(round): \(word)")
    }
  }
}
