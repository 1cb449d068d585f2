import Foundation
import Testing

/// `wenmai explain`.
@Suite struct ExplainTests {
  @Test func textsAndFilesAreExplained() throws {
    let direct = try Command.run(["explain", "segment", "商品和服务", "--mode", "fast", "--why-not", "和服"])
    #expect(direct.status == 0)
    #expect(direct.lines.contains { $0.hasPrefix("1:1  商品  the cheapest way through the lexicon  lexicon/words.tsv:") })
    #expect(direct.lines.contains { $0.hasPrefix("1:3  why not 和服?  other words cost less") })
    let folder = try TemporaryFolder()
    let file = try folder.write("商品和服务", "text.txt")
    let named = try Command.run(["explain", "segment", file, "--mode", "fast", "--why-not", "和服"])
    #expect(named.text == direct.text)
    let piped = try Command.run(
      ["explain", "segment", "-", "--mode", "fast", "--why-not", "和服"], input: Data("商品和服务".utf8))
    #expect(piped.text == direct.text)
  }

  @Test func linesOfUsersWordsAreTold() throws {
    let folder = try TemporaryFolder()
    let words = try folder.write("# mine\n鹿鸣乐\t\t\tprefer\n", "own.tsv")
    let result = try Command.run(["explain", "segment", "听鹿鸣乐队", "--dictionary", words, "--format", "jsonl"])
    let cuts = try #require(result.objects.first?["words"] as? [[String: Any]])
    let word = try #require(cuts.first { $0["text"] as? String == "鹿鸣乐" })
    #expect(word["decision"] as? String == "user-word")
    #expect((word["source"] as? [String: Any])?["line"] as? Int == 2)
    #expect(word["start"] as? Int == 1)
  }

  @Test func modelsReasonsAreTold() throws {
    let result = try Command.run(
      ["explain", "segment", "今天开会。\n商品和服务", "--format", "jsonl", "--why-not", "和服", "--offsets", "utf8"])
    #expect(try result.objects.map { $0["id"] as? String } == ["text:1", "text:2"])
    let last = try #require(result.objects.last)
    let refusal = try #require((last["why_not"] as? [[String: Any]])?.first)
    #expect(refusal["verdict"] as? String == "model")
    #expect(refusal["start"] as? Int == 22)
    let model = try #require(refusal["model"] as? [String: Any])
    let (score, rival) = (try #require(model["score"] as? Int), try #require(model["rival_score"] as? Int))
    let features = try #require(model["features"] as? [[String: Any]])
    #expect(features.compactMap { $0["difference"] as? Int }.reduce(0, +) == score - rival)
  }

  @Test func whatDoesNotStandThereIsSaid() throws {
    let result = try Command.run(["explain", "segment", "今天开会", "--why-not", "昨天"])
    #expect(result.lines.last == "'昨天' does not stand in the text")
    #expect(try Command.run(["explain", "segment", "今天", "--why-not", ""]).status == 64)
  }
}
