import Extraction
import Testing
import Training

@Suite struct EntityTextTests {
  @Test func labelsAreReadInOrderAndOtherTypesPassedOver() throws {
    let text = try EntityText(
      jsonLines: Array(
        """
        {"id": "a", "text": "😀林禾到江州", "entities": [{"start": 4, "end": 6, "type": "PLACE"}, {"start": 1, "end": 3, "type": "PERSON"}, {"start": 0, "end": 6, "type": "TITLE"}], "more": 1}

        {"text": "雨", "entities": []}
        """.utf8), file: "a.jsonl", weight: 4)
    #expect(
      text.sentences == [
        LabelledSentence(
          id: "a", text: "😀林禾到江州", entities: [.init(1..<3, .person), .init(4..<6, .place)], weight: 4),
        LabelledSentence(id: "", text: "雨", entities: [], weight: 4),
      ])
    // What is written is read again.
    #expect(try EntityText(jsonLines: text.jsonLines, file: "b.jsonl", weight: 4).sentences == text.sentences)
  }

  static let wrong: [(line: String, reason: TrainingError.Reason)] = [
    ("no object", .notLabelled), (#"{"text": "林"}"#, .notLabelled),
    (#"{"text": "林", "entities": [[0, 1, "PERSON"]]}"#, .notLabelled),
    (#"{"text": "林", "entities": [{"start": 0, "end": 2, "type": "PERSON"}]}"#, .outsideText(0, 2)),
    (#"{"text": "林", "entities": [{"start": 1, "end": 1, "type": "ORG"}]}"#, .outsideText(1, 1)),
    (#"{"text": "林", "entities": [{"start": -1, "end": 1, "type": "ORG"}]}"#, .outsideText(-1, 1)),
    (
      #"{"text": "江州社", "entities": [{"start": 1, "end": 3, "type": "ORG"}, {"start": 0, "end": 2, "type": "PLACE"}]}"#,
      .overlap(1, 3)
    ),
  ]

  @Test(arguments: wrong)
  func wrongLinesAreNamed(line: String, reason: TrainingError.Reason) {
    let error = TrainingError(file: "a.jsonl", line: 3, reason: reason)
    #expect(throws: error) {
      try EntityText(jsonLines: Array("\n{\"text\": \"\", \"entities\": []}\n\(line)\n".utf8), file: "a.jsonl")
    }
    #expect(error.description.hasPrefix("a.jsonl:3: "))
  }

  @Test(arguments: [
    (#"{"entities": []}"#, TrainingError.Reason.notSilver), (#"{"id": "a", "entities": [[0, 1]]}"#, .notSilver),
    (#"{"id": "a", "entities": [["0", 1, "ORG"]]}"#, .notSilver),
    (#"{"id": "a", "entities": [[2, 1, "ORG"]]}"#, .outsideText(2, 1)),
    (#"{"id": "a", "entities": [[-1, 1, "ORG"]]}"#, .outsideText(-1, 1)),
  ])
  func wrongSilverLinesAreNamed(line: String, reason: TrainingError.Reason) {
    #expect(throws: TrainingError(file: "s.jsonl", line: 1, reason: reason)) {
      try SilverLabels(jsonLines: Array(line.utf8), file: "s.jsonl")
    }
  }
}
