import Foundation
import Testing

/// `wenmai explain extract`.
@Suite struct ExplainExtractTests {
  private static let text = "总理李强出席会议。"

  @Test func textsFilesAndInputAreExplained() throws {
    let direct = try Command.run(["explain", "extract", Self.text])
    #expect(direct.status == 0)
    let person = try #require(direct.lines.firstIndex { $0 == "1:3  李强  PERSON" })
    #expect(direct.lines[person + 1].hasPrefix("  ├─ rule       person.title-before  rules/3-people.rules:"))
    #expect(direct.lines[person + 2].contains("SURNAME 李 people/surnames.tsv:"))
    #expect(direct.lines[person...].contains { $0.contains(" evidence   +") && $0.contains("surname 李") })
    #expect(direct.lines[person...].contains { $0.contains(" model      ") && $0.contains(" others = ") })
    let folder = try TemporaryFolder()
    let named = try Command.run(["explain", "extract", try folder.write(Self.text, "text.txt")])
    #expect(named.text == direct.text)
    #expect(try Command.run(["explain", "extract", "-"], input: Data(Self.text.utf8)).text == direct.text)
  }

  @Test func nearestRulesAreTold() throws {
    let result = try Command.run(["explain", "extract", "高度重视安全", "--why-not", "高度"])
    #expect(result.status == 0)
    #expect(result.lines.first == "1:1  why not 高度?")
    #expect(
      result.lines.contains {
        $0.contains("forbids it: person is NOT-NAME  → it is: 高度 people/name-exceptions.tsv:")
      })
    #expect(result.lines.last?.contains("lexicon/words.tsv") == true)
    let inside = try Command.run(["explain", "extract", "江州市教育局召开会议", "--why-not", "教育局"])
    #expect(
      inside.lines.contains { $0.hasPrefix("  ├─ is in      江州市教育局 ORG by org.unknown-places  rules/4-org") })
    #expect(inside.lines.contains { $0.contains(" model      ORG ") && $0.contains("江州市教育局 ORG") })
    let rules = try Command.run(["explain", "extract", Self.text, "--rules-only"])
    #expect(rules.status == 0)
    #expect(!rules.lines.contains { $0.contains(" model ") })
    let absent = try Command.run(["explain", "extract", Self.text, "--why-not", "王五"])
    #expect(absent.lines == ["'王五' does not stand in the text"])
    #expect(try Command.run(["explain", "extract", Self.text, "--why-not", ""]).status == 64)
  }

  @Test func objectsHaveAllThatIsTold() throws {
    let result = try Command.run([
      "explain", "extract", "市总工会主席周敏昨天出席会议", "--format", "jsonl", "--why-not", "会议", "--offsets", "utf8",
    ])
    let object = try #require(result.objects.first)
    let results = try #require(object["results"] as? [[String: Any]])
    let person = try #require(results.first { $0["type"] as? String == "PERSON" })
    #expect(person["text"] as? String == "周敏")
    #expect(person["start"] as? Int == 18)
    let parts = try #require(person["parts"] as? [[String: Any]]).compactMap { $0["nats"] as? Double }
    let evidence = try #require(person["evidence"] as? Double)
    #expect(abs(parts.reduce(0, +) - evidence) < 0.02)
    let model = try #require(person["model"] as? [String: Any])
    let features = try #require(model["features"] as? [[String: Any]]).compactMap { $0["nats"] as? Double }
    let nats = try #require(model["nats"] as? Double)
    #expect(abs(features.reduce(0, +) - nats) < 0.02)
    #expect(model["probability"] as? Double == person["score"] as? Double)
    let matched = try #require(person["matched"] as? [[String: Any]])
    #expect(matched.first?["rule"] as? String == "title.composed")
    #expect((matched.last?["sources"] as? [[String: Any]])?.first?["file"] as? String == "people/given-names.tsv")
    #expect((object["facts"] as? [[String: Any]])?.first?["text"] as? String == "昨天")
    #expect((object["roles"] as? [[String: Any]])?.first?["construction"] as? String == "title-before")
    let refusal = try #require((object["why_not"] as? [[String: Any]])?.first)
    #expect(refusal["start"] as? Int == 36)
    #expect(refusal["weighed"] is [[String: Any]])
    #expect((refusal["begins"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func pagesExplainBelowThePointer() throws {
    let result = try Command.run(["extract", "--format", "html"], input: Data("记者<b>何晓梅</b>介绍".utf8))
    let mark = try #require(result.text.firstRange(of: "<mark class=\"person\" tabindex=\"0\" aria-description=\""))
    let description = result.text[mark.upperBound...].prefix { $0 != "\"" }
    #expect(description.contains("person.") && description.contains(".rules:") && description.contains("evidence +"))
  }
}
