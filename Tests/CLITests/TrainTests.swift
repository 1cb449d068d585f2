import Foundation
import TestSupport
import Testing

/// `wenmai train segment`, and what it wrote used.
@Suite struct TrainTests {
  /// A standard of its own: adjectives stay with 的, an organization is one word.
  private static let sentences = [
    ["云岭市总工会", "召开", "会议"], ["新的", "主席", "来到", "云岭市总工会"], ["重要的", "会议", "开始", "了"],
    ["云岭市教育局", "通过", "重要的", "决定"], ["他", "是", "新的", "局长"], ["新的", "一年", "开始", "了"],
    ["云岭市教育局", "召开", "新的", "会议"], ["这", "是", "重要的", "决定"],
  ]

  private static func json(_ sentences: [[String]]) throws -> String {
    try sentences.map { sentence in
      let object: [String: Any] = ["text": sentence.joined(), "tokens": sentence]
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }
    .joined()
  }

  @Test func ownModelsAreTrainedAndUsed() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(Self.json(Array(repeating: Self.sentences, count: 3).flatMap { $0 }), "own.jsonl")
    let model = folder.path("own.tsv")
    let training = try Command.run(["train", "segment", text, "--dev", text, "--epochs", "8", "--output", model])
    #expect(training.status == 0)
    #expect(training.error.contains("epoch 8 of 8"))
    #expect(training.error.contains("features"))
    let line = Self.sentences[3].joined()
    let own = try Command.run(["segment", "--model", model], input: Data(line.utf8))
    #expect(own.text == Self.sentences[3].joined(separator: " "))
    let usual = try Command.run(["segment"], input: Data(line.utf8))
    #expect(usual.text != own.text)
    let explained = try Command.run(["explain", "segment", line, "--model", model, "--format", "jsonl"])
    let words = try #require(explained.objects.first?["words"] as? [[String: Any]])
    #expect(words.compactMap { $0["text"] as? String } == Self.sentences[3])
  }

  private static let news = [
    "江州市/ns 总工会/n 主席/n 林/nr 禾/nr 出席/v 会议/n", "林/nr 禾/nr 来到/v 江州市/ns 总工会/n",
    "江州市/ns 召开/v 会议/n", "江州市/ns 教育局/n 局长/n 陈/nr 立/nr 介绍/v 情况/n",
  ]

  private static var taggedNews: String {
    get throws {
      try news.enumerated().map { index, line in
        let words = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
        let object: [String: Any] = ["id": "n\(index)", "tokens": words.map { $0[0] }, "pos": words.map { $0[1] }]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
      }.joined()
    }
  }

  @Test func modelsOfEntitiesAreTrainedAndCompiled() throws {
    let folder = try TemporaryFolder()
    let news = try folder.write(Self.taggedNews, "news.jsonl")
    let hand = try folder.write(
      #"{"text": "陈立到松江县", "entities": [{"start": 0, "end": 2, "type": "PERSON"}, {"start": 3, "end": 6, "type": "PLACE"}]}"#,
      "hand.jsonl")
    let silver = try folder.write(#"{"id": "n1", "entities": [[4, 10, "ORG"]]}"#, "silver.jsonl")
    for name in ["first.tsv", "second.tsv"] {
      let result = try Command.run([
        "train", "entities", news, "--silver", silver, "--entities", hand, "--entities-weight", "4", "--dev", hand,
        "--epochs", "2", "--labels", folder.path("labels.jsonl"), "--output", folder.path(name),
      ])
      #expect(result.status == 0, "\(result.error)")
      #expect(result.error.contains("4 sentences of news, 1 labelled by hand"))
      #expect(result.error.contains("epoch 2 of 2"))
    }
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("first.tsv")))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder.path("second.tsv"))))
    let labels = try String(contentsOfFile: folder.path("labels.jsonl"), encoding: .utf8)
    #expect(labels.split(separator: "\n").count == 4)
    #expect(labels.contains("PERSON"))
    // The table takes its place among the others.
    let dictionaries = fixtures.appending(path: "../../Dictionaries").standardized
    let copy = URL(fileURLWithPath: folder.path("Dictionaries"))
    try FileManager.default.copyItem(at: dictionaries, to: copy)
    try first.write(to: copy.appending(path: "models/entities.tsv"))
    let compiled = try Command.run(["dictionary", "compile", copy.path, "--output", folder.path("own.bin")])
    #expect(compiled.status == 0, "\(compiled.error)")
  }

  @Test func wrongLabelsAreRefusedByLine() throws {
    let folder = try TemporaryFolder()
    let news = try folder.write(Self.taggedNews, "news.jsonl")
    let hand = try folder.write(
      #"{"text": "陈立", "entities": [{"start": 0, "end": 5, "type": "PERSON"}]}"#, "hand.jsonl")
    let arguments = ["train", "entities", news, "--output", folder.path("own.tsv")]
    let result = try Command.run(arguments + ["--entities", hand])
    #expect(result.status != 0)
    #expect(result.error.contains("hand.jsonl:1"))
    #expect(try Command.run(arguments + ["--entities-weight", "0"]).status == 64)
  }

  @Test func trainingTwiceGivesTheSameFile() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(Self.json(Self.sentences), "own.jsonl")
    for name in ["first.tsv", "second.tsv"] {
      let result = try Command.run(["train", "segment", text, "--epochs", "3", "--output", folder.path(name)])
      #expect(result.status == 0)
    }
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("first.tsv")))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder.path("second.tsv"))))
    #expect(first.count > 200)
  }

  @Test func wrongModelsAreRefusedByLine() throws {
    let folder = try TemporaryFolder()
    let model = try folder.write(
      "# concern:  a test\n# source:   none\n# licence:  none\n# columns:  feature\tb:int\tm:int\te:int\ts:int\n"
        + "0|市\t1\t0\t0\t0\ncolour|1\t1\t0\t0\t0\n", "wrong.tsv")
    let result = try Command.run(["segment", "--model", model], input: Data("市".utf8))
    #expect(result.status != 0)
    #expect(result.error.contains("wrong.tsv:6"))
    #expect(try Command.run(["segment", "--mode", "fast", "--model", model]).status == 64)
  }
}
