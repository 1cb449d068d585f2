import Foundation
import TestSupport
import Testing
import Wenmai

/// How far the keywords agree with those that a reader chose (`Tests/Fixtures/keywords`).
@Suite struct KeywordAgreementTests {
  /// Shares in percent, each the mean over the articles.
  struct Agreement: Equatable {
    /// Of the best five and of the best ten keywords, how many were chosen.
    var precisionAt5 = 0.0, precisionAt10 = 0.0
    /// The harmonic mean of the precision at ten and of how many of the chosen ones were found.
    var f1 = 0.0
  }

  private static let chosen: [(article: String, keywords: Set<String>)] = {
    let file = fixtures.appending(path: "keywords/chosen.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { line in
      let fields = line.split(separator: "\t")
      return (String(fields[0]), Set(fields[1].split(separator: "|").map(String.init)))
    }
  }()

  private static let analyses: [Analysis] = chosen.map { article, _ in
    let file = fixtures.appending(path: "keywords/articles/\(article).txt")
    return SharedAnalyzer.standard.analyze((try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }

  private static func agreement(_ method: KeywordMethod) -> Agreement {
    let extractor = KeywordExtractor(SharedAnalyzer.standard, options: KeywordOptions(method: method, limit: 10))
    var sum = Agreement()
    for (analysis, chosen) in zip(analyses, chosen) {
      let agrees = extractor.keywords(of: analysis).map { keyword in chosen.keywords.contains(keyword.text) }
      let hits = Double(agrees.filter { $0 }.count)
      sum.precisionAt5 += Double(agrees.prefix(5).filter { $0 }.count) / 5
      sum.precisionAt10 += hits / 10
      sum.f1 += 2 * hits / Double(10 + chosen.keywords.count)
    }
    let scale = 100 / Double(chosen.count)
    return Agreement(
      precisionAt5: sum.precisionAt5 * scale, precisionAt10: sum.precisionAt10 * scale, f1: sum.f1 * scale)
  }

  @Test func everyArticleHasKeywordsThatStandInIt() throws {
    #expect(Self.chosen.count >= 20)
    for (article, keywords) in Self.chosen {
      let file = fixtures.appending(path: "keywords/articles/\(article).txt")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect((300...800).contains(text.count), "\(article)")
      #expect((5...10).contains(keywords.count), "\(article)")
      for keyword in keywords { #expect(text.contains(keyword), "\(article): \(keyword)") }
    }
  }

  /// What is reached today, a little below, so that a change of the dictionary elsewhere does not break it. Methods that
  /// know how rare words are agree more than those that do not.
  @Test(arguments: [
    (KeywordMethod.tfidf, Agreement(precisionAt5: 47, precisionAt10: 34, f1: 37)),
    (.blend, Agreement(precisionAt5: 48, precisionAt10: 34, f1: 38)),
    (.textrank, Agreement(precisionAt5: 35, precisionAt10: 30, f1: 33)),
    (.frequency, Agreement(precisionAt5: 40, precisionAt10: 33, f1: 36)),
  ])
  func agreementWithAReader(_ method: KeywordMethod, _ least: Agreement) {
    let found = Self.agreement(method)
    #expect(found.precisionAt5 >= least.precisionAt5, "\(method): \(found)")
    #expect(found.precisionAt10 >= least.precisionAt10, "\(method): \(found)")
    #expect(found.f1 >= least.f1, "\(method): \(found)")
  }

  @Test func keywordsOfSeveralTextsAreTheirMean() {
    let extractor = KeywordExtractor(SharedAnalyzer.standard, options: KeywordOptions(limit: 5))
    let one = extractor.keywords(of: Self.analyses[0])
    let twice = extractor.keywords(of: [Self.analyses[0], Self.analyses[0]])
    #expect(one.map(\.text) == twice.map(\.text))
    #expect(zip(one, twice).allSatisfy { abs($0.score - $1.score) < 1e-12 && $1.articleCount == 2 })
  }

  @Test func ownFrequenciesAreReadAndChecked() throws {
    let head = "# concern:  x\n# source:   x\n# licence:  x\n# columns:  word\tarticles:int\n"
    func extractor(_ rows: String) throws -> KeywordExtractor {
      try KeywordExtractor(
        SharedAnalyzer.standard, frequencies: SourceFile(name: "own.tsv", text: head + rows))
    }
    let analysis = SharedAnalyzer.standard.analyze("芯片与光刻机\n工程师研制芯片，芯片离不开光刻机。")
    #expect(try extractor("*\t100\n芯片\t100\n").keywords(of: analysis).first?.text == "光刻机")
    func errors(_ rows: String) -> [String] {
      do {
        _ = try extractor(rows)
        return []
      } catch {
        return "\(error)".split(separator: "\n").map(String.init)
      }
    }
    #expect(
      errors("芯片\t1\n") == [
        "own.tsv:0: the file cannot be read: the row '*' with the number of articles, 1 or more, is missing"
      ])
    #expect(errors("*\t9\n芯片\t10\n").first?.hasPrefix("own.tsv:6: the field 'articles' holds '10'") == true)
    #expect(errors("*\t9\n芯片\tmany\n").first?.hasPrefix("own.tsv:6: the field 'articles' holds 'many'") == true)
    #expect(errors("*\t9\n芯片\t3\n光刻机\t3\n").first?.hasPrefix("own.tsv:7: the line should stand before") == true)
  }
}
