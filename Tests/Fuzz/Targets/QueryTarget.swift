import Foundation
import Indexing
import Wenmai

/// A query: it is answered, or the error says which part of it cannot be read.
struct QueryTarget: FuzzTarget {
  static let name = "query"
  private let archive: ArchiveIndex

  init() throws {
    let analyzer = try Analyzer()
    // Nobody tells a target that it was the last time: what the last run left goes now.
    let path = FileManager.default.temporaryDirectory.appending(path: "wenmai-fuzz-query.db").path
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    archive = try analyzer.archive(at: path)
    let texts = [
      "云岭市总工会召开大会\n　　2024年3月5日，云岭市总工会主席陆建国表示，今年培训技能人才2000人，市总工会投入3500万元。",
      "污水處理站建成\n　　区水务局封堵了全部待处理污水口，iPhone 15 也用上了。",
    ]
    let sources = texts.enumerated().map { ("\($0)", ArchiveArticle.articles(of: analyzer.analyze($1))) }
    _ = try archive.blockingUpdate(sources)
  }

  func run(_ input: [UInt8]) {
    var options = SearchOptions(limit: 5, width: 8)
    options.facets = 2
    options.explains = true
    let query = String(decoding: input, as: UTF8.self)
    do throws(ArchiveError) {
      let result = try archive.blockingSearch(query, options)
      expect(result.count >= result.hits.count, "what is shown was found")
      for hit in result.hits {
        check(hit.snippet.matches, in: hit.snippet.text)
        check(hit.titleMatches, in: hit.title)
      }
    } catch {
      guard case .query(let error) = error else { fatalError("\(error)") }
      expect(error.query == query && !error.reason.isEmpty, "an error says something of the query")
      check([error.range], in: query)
    }
    _ = try? archive.blockingConcordance(of: query, limit: 5, width: 4, order: .right)
    _ = try? archive.blockingLedgers(of: query)
  }

  /// Stops where a range cuts a character.
  private func check(_ ranges: [Range<Int>], in text: String) {
    let bytes = Array(text.utf8)
    for range in ranges {
      expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "ranges lie in the text")
      expect(String(validating: bytes[range], as: UTF8.self) != nil, "no character is cut")
    }
  }
}
