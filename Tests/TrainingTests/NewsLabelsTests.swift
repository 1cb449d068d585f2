import DictionaryCompiler
import Extraction
import Foundation
import Lexicon
import TestSupport
import Testing
import Training

@Suite struct NewsLabelsTests {
  struct Case: Decodable, CustomStringConvertible {
    /// Words with their tags: `江州/ns 医院/n`.
    var tagged: String
    /// `ORG 江州医院`: the first place where that stands.
    var silver: [String]?
    /// The text with its labels in brackets.
    var expected: String
    var note: String?

    var description: String { "\(tagged) \(silver ?? [])" }
  }

  /// A lexicon of invented names, and the cues as they ship.
  static let lexicon: Lexicon = {
    do {
      return try compile()
    } catch {
      fatalError("the lexicon of the tests: \(error)")
    }
  }()

  private static func compile() throws -> Lexicon {
    var files = TinyLexicon.files
    let cues = fixtures.appending(path: "../../Dictionaries/training/label-cues.tsv")
    files["training/label-cues.tsv"] = [UInt8](try Data(contentsOf: cues))
    let strength = "strength:strong|weak|unit|party"
    files["organizations/suffixes.tsv"] = TinyLexicon.table(
      columns: "suffix\t\(strength)",
      rows: [
        "有限公司\tstrong", "公司\tstrong", "学院\tweak", "委员会\tweak", "医院\tstrong", "协会\tweak", "办公室\tunit", "组\tweak",
        "政府\tweak",
      ])
    files["organizations/abbreviation-parts.tsv"] = TinyLexicon.table(
      columns: "short", rows: ["省委", "省政府", "人大", "党校"])
    files["organizations/all.tsv"] = TinyLexicon.table(
      columns: "name", classes: ["ORG"], rows: ["长风号科学联合会", "联合会"])
    files["organizations/ambiguous.tsv"] = TinyLexicon.table(columns: "name", rows: ["联合会"])
    files["people/surnames.tsv"] = TinyLexicon.table(columns: "surname", rows: ["陈", "林"])
    files["places/country-abbreviations.tsv"] = TinyLexicon.table(
      columns: "abbreviation", rows: ["中", "美", "俄", "华", "日"])
    files["places/province-abbreviations.tsv"] = TinyLexicon.table(columns: "abbreviation", rows: ["京"])
    files["places/countries.tsv"] = TinyLexicon.table(columns: "name", classes: ["COUNTRY"], rows: ["泰国"])
    files["places/suffixes.tsv"] = TinyLexicon.table(
      columns: "suffix", classes: ["PLACE-SUFFIX"], rows: ["地区", "半岛"])
    let (bytes, _) = try DictionaryCompiler.compile(DictionarySources(files: files))
    return try Lexicon(compiled: LexiconStorage(copying: bytes))
  }

  private static func sentence(_ tagged: String) -> TaggedText.Sentence {
    let words = tagged.split(separator: " ").map { pair in
      let parts = pair.split(separator: "/").map(String.init)
      return (word: parts[0], tag: parts[1])
    }
    return TaggedText([words]).sentences[0]
  }

  /// `ORG 江州医院` at the first place where that stands.
  private static func label(_ text: String, in sentence: String) throws -> LabelledSentence.Label {
    let parts = text.split(separator: " ").map(String.init)
    let found = try #require(sentence.range(of: parts[1]), "\(parts[1]) is not in the text")
    let scalars = sentence.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: found.lowerBound)
    return .init(start..<start + parts[1].unicodeScalars.count, Entity.Category(rawValue: parts[0]))
  }

  private static func marked(_ sentence: LabelledSentence) -> String {
    var result = ""
    for (offset, scalar) in sentence.text.unicodeScalars.enumerated() {
      for label in sentence.entities where label.range.upperBound == offset { result += "]" }
      for label in sentence.entities where label.range.lowerBound == offset { result += "[\(label.type.rawValue) " }
      result.unicodeScalars.append(scalar)
    }
    let length = sentence.text.unicodeScalars.count
    return result + (sentence.entities.contains { $0.range.upperBound == length } ? "]" : "")
  }

  @Test(arguments: cases("training/news-labels", as: Case.self))
  func labels(_ row: Case) throws {
    let sentence = Self.sentence(row.tagged)
    let silver = try (row.silver ?? []).map { try Self.label($0, in: sentence.text) }
    let labelled = NewsLabels(lexicon: Self.lexicon).label(sentence, silver: silver)
    #expect(Self.marked(labelled) == row.expected)
  }

  @Test func silverLabelsAreFoundByIdAndNamesMeetNothing() throws {
    let text = try TaggedText(
      jsonLines: Array(
        """
        {"id": "a", "tokens": ["海星", "来"], "pos": ["n", "v"]}
        {"id": "b", "tokens": ["海星", "来"], "pos": ["n", "v"]}
        """.utf8), file: "a.jsonl")
    let silver = try SilverLabels(
      jsonLines: Array(
        """
        {"id": "b", "entities": [[0, 2, "ORG"], [2, 3, "TIME"], [2, 90, "ORG"]]}
        {"id": "elsewhere", "entities": [[0, 2, "ORG"]]}
        """.utf8), file: "s.jsonl")
    let labelled = NewsLabels(lexicon: Self.lexicon).label(text, silver: silver)
    #expect(labelled.map(\.id) == ["a", "b"])
    #expect(labelled.map(\.entities) == [[], [.init(0..<2, .organization)]])
  }

  /// Any words with any tags and any silver labels: labels lie in the text, in order and apart, and the lexicon may be empty.
  @Test(arguments: 0..<40) func labelsAreInOrderAndApart(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["陈", "小禾", "江州", "公司", "学院", "中美", "访华", "省委", "、", "第二", "马克思主义", "\u{1F600}", "a\u{0301}"]
    let tags = ["nr", "ns", "nt", "n", "j", "v", "w", "m", "nz", ""]
    let pairs = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      (word: words.randomElement(using: &random) ?? "", tag: tags.randomElement(using: &random) ?? "")
    }
    let sentence = TaggedText([pairs]).sentences[0]
    let length = sentence.text.unicodeScalars.count
    let types: [Entity.Category] = [.organization, .place, .person]
    let silver = (0..<6).map { index in
      let start = Int.random(in: 0...length, using: &random)
      return LabelledSentence.Label(start..<start + Int.random(in: 1...9, using: &random), types[index % 3])
    }
    for lexicon in [Self.lexicon, try TinyLexicon.compiled()] {
      let labels = NewsLabels(lexicon: lexicon).label(sentence, silver: silver)
      #expect(labels.text == sentence.text)
      var end = 0
      for label in labels.entities {
        #expect(label.range.lowerBound >= end && !label.range.isEmpty)
        end = label.range.upperBound
      }
      #expect(end <= length)
    }
  }
}
