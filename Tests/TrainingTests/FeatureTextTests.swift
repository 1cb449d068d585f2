import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

@Suite struct FeatureTextTests {
  @Test(arguments: [
    "-2|市", "2|市", "1|工会", "-2|工会", "0|<edge>工", "0|<foreign><han>", "begins|3|总", "ends|2|会", "reach|1|5|2|3",
    "repeats|4", "path|0|2|3", "after|3",
  ])
  func textIsReadAndWrittenAlike(text: String) throws {
    let features = FeatureText(try TinyLexicon.compiled())
    let parsed = try #require(features.parse(text))
    #expect(parsed.isKnown)
    #expect(features.text(parsed.key, place: parsed.place) == text)
  }

  @Test(arguments: [
    "", "市", "3|市", "-3|市", "2|工会", "1|总工会", "0|", "0|总工会", "begins|x|市", "begins|6|市", "begins|2|工会", "reach|1|2",
    "reach|0|1|1|1", "repeats|0", "colour|1", "path|-1|0|0", "path|0|0|4",
  ])
  func otherTextIsRefused(text: String) throws {
    #expect(FeatureText(try TinyLexicon.compiled()).parse(text) == nil)
    let table = TinyLexicon.table(columns: "feature\tb:int\tm:int\te:int\ts:int", rows: ["\(text)\t1\t0\t0\t0"])
    #expect(throws: DictionaryErrors.self) { try TinyModel.lexicon(with: table) }
  }

  @Test func weightsOfUnknownCharactersAreTold() throws {
    let table = TinyLexicon.table(columns: "feature\tb:int\tm:int\te:int\ts:int", rows: ["0|龘\t1\t0\t0\t0"])
    let warnings = try TinyModel.lexicon(with: table).warnings
    #expect(warnings.map(\.reason) == [.neverMatches("0|龘")])
  }
}
