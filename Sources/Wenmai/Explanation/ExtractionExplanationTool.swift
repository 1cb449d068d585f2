package import DictionaryCompiler
import Extraction
import Text

/// What the command does to explain what is found in a text.
package struct ExtractionExplanationTool {
  package var warnings: [DictionaryError] { analyzer.warnings }
  private let analyzer: Analyzer
  private let name: String?
  private let isJSON: Bool
  private let output: OutputOptions

  /// - Parameter name: characters to tell about, wherever they stand.
  /// - Throws: the errors of all dictionaries and rules.
  package init(options: Analyzer.Options, whyNot name: String?, isJSON: Bool, output: OutputOptions) throws {
    analyzer = try Analyzer(options: options)
    self.name = name
    self.isJSON = isJSON
    self.output = output
  }

  /// Explains the whole text, as `extract` reads it.
  package func explain(_ file: SourceFile, write: ([UInt8]) throws -> Void) throws {
    let utf8 = TextDecoder.decode(file.bytes, as: nil).utf8
    let explanation = analyzer.explainExtraction(of: analyzer.document(of: utf8), whyNot: name)
    let positions = Positions(utf8: utf8, origin: InputPlace(), unit: output.offsets, hasLines: true)
    if isJSON {
      var json = JSONWriter()
      ExtractionExplanationJSON(offset: positions.offset)
        .write(explanation, id: file.name, hasQuestion: name != nil, into: &json)
      return try write(json.bytes)
    }
    var out: [UInt8] = []
    ExtractionExplanationWriter(style: output.style, place: positions.place)
      .write(explanation, whyNot: name, into: &out)
    try write(out)
  }
}
