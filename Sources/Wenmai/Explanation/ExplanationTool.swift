package import DictionaryCompiler
package import Segmentation
import Text

/// What the command does to explain: reads a text or a file, and writes an explanation for each line.
package struct ExplanationTool {
  package let warnings: [DictionaryError]
  private let explainer: SegmentationExplainer
  private let word: String?
  private let isJSON: Bool
  private let output: OutputOptions

  /// - Parameter word: a word to tell about, wherever it stands.
  /// - Throws: ``DictionaryErrors``, the errors of all dictionaries.
  package init(
    mode: SegmentationMode, dictionaries: [SourceFile], model: SourceFile?, whyNot word: String?, isJSON: Bool,
    output: OutputOptions
  ) throws {
    let (segmenter, warnings) = try Analyzer.segmenter(mode: mode, dictionaries: dictionaries, model: model)
    explainer = SegmentationExplainer(segmenter)
    self.warnings = warnings
    self.word = word
    self.isJSON = isJSON
    self.output = output
  }

  /// The file of that name, or standard input for `-`; if there is no such file, the text itself.
  package static func read(_ argument: String) throws -> SourceFile {
    let isFile = argument == "-" || InputFile.size(of: .file(argument)) != nil || InputFile.isFolder(argument)
    if !isFile { return SourceFile(name: "text", text: argument) }
    let file = try InputFile(argument == "-" ? .standardInput : .file(argument))
    var bytes: [UInt8] = []
    var count = -1
    while count != bytes.count {
      count = bytes.count
      try file.read(1 << 16, into: &bytes)
    }
    return SourceFile(name: argument, bytes: bytes)
  }

  /// Explains each line that is not blank.
  package func explain(_ file: SourceFile, write: ([UInt8]) throws -> Void) throws {
    let utf8 = TextDecoder.decode(file.bytes, as: nil).utf8
    let positions = Positions(utf8: utf8, origin: InputPlace(), unit: output.offsets, hasLines: true)
    var start = 0
    var number = 1
    var answers = 0
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.allSatisfy({ $0 <= 0x20 }) {
        let explanation = explainer.explain(Array(line), whyNot: word)
        answers += explanation.refusals.count
        try write(bytes(of: explanation, id: "\(file.name):\(number)", start, positions))
      }
      start += line.count + 1
      number += 1
    }
    if let word, answers == 0, !isJSON { try write(Array("'\(word)' does not stand in the text\n".utf8)) }
  }

  private func bytes(
    of explanation: SegmentationExplanation, id: String, _ start: Int, _ positions: Positions
  ) -> [UInt8] {
    if isJSON {
      var json = JSONWriter()
      ExplanationJSON(offset: { positions.offset(start + $0) })
        .write(explanation, id: id, hasQuestion: word != nil, into: &json)
      return json.bytes
    }
    var out: [UInt8] = []
    ExplanationWriter(style: output.style).write(explanation, place: { positions.place(start + $0) }, into: &out)
    return out
  }
}
