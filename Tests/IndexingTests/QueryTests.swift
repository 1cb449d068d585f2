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
    let short = try #require(try await archive.search("待处理", SearchOptions(width: 8)).hits.first)
    #expect(short.snippet.text == "…的待处理污水口全…" || short.snippet.text.hasPrefix("…"))
    #expect(short.snippet.text.count == 10)
    #expect(short.snippet.text.contains("待处理"))
  }

  private func withFacts(_ folder: TemporaryFolder) async throws -> ArchiveIndex {
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    _ = try await archive.update(cases("indexing/facts", as: FactCase.self).map { ($0.name, [$0.article]) })
    return archive
  }

  @Test func filtersFindWhatTheyAskFor() async throws {
    let folder = try TemporaryFolder()
    let archive = try await withFacts(folder)
    for row in cases("indexing/filters", as: Query.self) {
      let result = try await archive.search(row.query)
      #expect(result.hits.map(\.source).sorted() == row.found.sorted(), "\(row.query)")
      #expect(result.count == row.found.count, "\(row.query)")
    }
    try await archive.check()
  }

  @Test func namesCanBeTakenAsTheyAre() async throws {
    let folder = try TemporaryFolder()
    let archive = try await withFacts(folder)
    var options = SearchOptions()
    options.usesAliases = false
    #expect(try await archive.search("云岭市总工会", options).hits.map(\.source) == ["meeting"])
  }

  @Test func facetsCountAllThatWasFound() async throws {
    let folder = try TemporaryFolder()
    let archive = try await withFacts(folder)
    var options = SearchOptions(limit: 1)
    options.facets = 2
    let result = try await archive.search("总工会", options)
    #expect(result.hits.count == 1)
    let facets = try #require(result.facets)
    #expect(facets.people.map(\.name) == ["陆建国", "林若溪"])
    #expect(facets.people.map(\.count) == [2, 1])
    #expect(facets.organizations.map(\.name) == ["云岭市总工会", "青石县总工会"])
    #expect(facets.months.map(\.name) == ["2024-03"])
  }

  @Test func explanationsTellWhatEachPartFound() async throws {
    let folder = try TemporaryFolder()
    let archive = try await withFacts(folder)
    var options = SearchOptions()
    options.explains = true
    let lines = try await archive.search("云岭市总工会 date:2024", options).explanation
    #expect(lines.contains { $0.contains("text 云岭市总工会: 1") })
    #expect(lines.contains { $0.contains("called 市总工会: 2") })
    #expect(lines.contains { $0.contains("date 2024..2024: 3") })
  }

  struct BrokenQuery: Decodable, Sendable { let query: String, meant: String, reason: String }

  @Test(arguments: cases("indexing/query-errors", as: BrokenQuery.self))
  func errorsPointAtWhatIsWrong(_ c: BrokenQuery) async throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    let error = await #expect(throws: ArchiveError.self) { _ = try await archive.search(c.query) }
    guard case .query(let found)? = error else {
      Issue.record("\(c.query): \(String(describing: error))")
      return
    }
    #expect(found.reason == c.reason)
    #expect(String(decoding: Array(c.query.utf8)[found.range], as: UTF8.self) == c.meant)
    #expect(found.description.contains { "^＾".contains($0) })
  }

  @Test(arguments: [String(repeating: "(", count: 60), "长查询"])
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

  /// Words, operators, filters and any other text, up to `count` of them.
  private func randomQuery(_ count: Int, using generator: inout SeededGenerator) -> String {
    let pieces = [
      " ", "(", ")", "\"", "“", "”", "*", ":", "..", " AND ", " OR ", " NOT ", " NEAR ", " NEAR/3 ", "person:", "org:",
      "value:>",
      "subject:", "unit:", "date:2024", "time:", "source:", "\0", "'", "^", "+", "{", "}", "总工会", "陆建国", "title : ",
    ]
    return (0..<Int.random(in: 1...count, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? pieces.randomElement(using: &generator)! : randomText(scalars: 3, using: &generator)
    }.joined()
  }

  @Test func anyTextIsAQueryOrAnError() async throws {
    let folder = try TemporaryFolder()
    let archive = try await withFacts(folder)
    var generator = SeededGenerator(seed: 5)
    var options = SearchOptions()
    options.explains = true
    options.facets = 1
    for _ in 0..<400 {
      let query = randomQuery(8, using: &generator)
      do {
        let result = try await archive.search(query, options)
        #expect(result.count >= result.hits.count, "\(query)")
        for hit in result.hits {
          let bytes = Array(hit.snippet.text.utf8)
          for match in hit.snippet.matches {
            #expect(String(validating: bytes[match], as: UTF8.self) != nil, "a character is cut: \(query)")
          }
        }
      } catch {
        if case ArchiveError.query = error { continue }
        Issue.record("\(query): \(error)")
      }
    }
  }

  @Test func errorsTellAPartOfTheQuery() async throws {
    let folder = try TemporaryFolder()
    let archive = try ArchiveIndex(path: folder.path("a.db"), lexicon: testLexicon)
    var generator = SeededGenerator(seed: 11)
    var errors = 0
    for _ in 0..<2000 {
      let query = randomQuery(20, using: &generator)
      do {
        #expect(try await archive.search(query).count == 0)
      } catch {
        guard case .query(let error) = error else {
          Issue.record("\(query): \(error)")
          continue
        }
        errors += 1
        #expect(!error.reason.isEmpty)
        #expect(error.query == query)
        let bytes = Array(query.utf8)
        let isInside = error.range.upperBound <= bytes.count
        #expect(isInside && String(validating: bytes[error.range], as: UTF8.self) != nil, "\(query): \(error.range)")
        #expect(!error.description.isEmpty)
      }
    }
    #expect((200...1800).contains(errors), "both kinds are tried")
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
      let found = try await archive.search(word, SearchOptions(limit: 100)).hits.compactMap { Int($0.source) }
      #expect(found.sorted() == truth, "round \(round): \(word)")
    }
  }
}
