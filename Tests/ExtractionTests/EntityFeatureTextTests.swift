import Extraction
import Lexicon
import Testing

/// Features are written and read without loss, and built weights are those of the rows.
@Suite struct EntityFeatureTextTests {
  private static let characters = ["市", "李", "0", "·"]
  private let text = EntityFeatureText(
    classes: ["ORG", "TITLE-HEAD.post"], tags: ["", "n", "nr"], rules: ["person.bare", "org.short"]
  ) { Self.code($0) }

  /// 1 for 市 and so on; 9 for all else.
  private static func code(_ scalar: UInt32) -> UInt16 {
    characters.firstIndex { $0.unicodeScalars.first?.value == scalar }.map { UInt16($0 + 1) } ?? 9
  }

  private static func character(_ code: UInt16) -> String? {
    characters.indices.contains(Int(code) - 1) ? characters[Int(code) - 1] : nil
  }

  @Test func namedFeaturesHaveNamesOfTheirOwn() {
    let named = text.allNamed
    #expect(named.count == NamedFeature.Template.allCases.reduce(0) { $0 + text.count(of: $1) })
    for (name, feature) in named {
      #expect(text.text(feature) == name)
      #expect(!name.contains(" "))
      #expect(EntityFeatureText.characters(name, code: Self.code) == nil)
    }
    #expect(named["left.class=TITLE-HEAD.post"] == NamedFeature(.leftClass, 1))
    #expect(named["rule=org.short"] == NamedFeature(.rule, 1))
    #expect(named["evidence=-12"] == NamedFeature(.evidence, 0))
    #expect(named["inner.tag=-/3"] == NamedFeature(.innerTag, 3))
  }

  @Test func charactersAreWrittenAndReadAgain() throws {
    let codes: [UInt16] = [1, 2, 3, 4, EntityWeights.edge]
    for first in codes {
      for role in CharacterRole.allCases { try expectSame(.character(role, code: first)) }
      for second in codes {
        for role in PairRole.allCases { try expectSame(.pair(role, first: first, second: second)) }
      }
    }
  }

  private func expectSame(_ feature: EntityFeature) throws {
    let written = try #require(text.text(feature, character: Self.character))
    #expect(EntityFeatureText.characters(written, code: Self.code) == feature, "\(written)")
  }

  @Test func charactersWithoutNameAreNotWritten() {
    #expect(text.text(.character(.first, code: 9), character: Self.character) == nil)
    #expect(text.text(.pair(.first, first: 1, second: 9), character: Self.character) == nil)
  }

  @Test(arguments: ["first", "first ", "first 市李", "first-two 市", "second 市", "1/5 市", ""])
  func othersAreNone(_ written: String) {
    #expect(EntityFeatureText.characters(written, code: Self.code) == nil)
  }

  @Test func builtWeightsAreThoseOfTheRows() throws {
    let rows: [EntityModelBuilder.Row] = [
      .init(feature: "first 李", weights: [100, -127, 3, 0]), .init(feature: "1/2 李", weights: [5, 6, 7, 0]),
      .init(feature: "across-start 市李", weights: [-1, 2, 127, 0]),
      .init(feature: "last-two 李0", weights: [9, 8, 7, 0]),
      .init(feature: "rule=org.short", weights: [0, 8_000, -8_000, 0]),
    ]
    let built = EntityModelBuilder(rows, codeCount: 10, code: Self.code)
    #expect(built.problems.isEmpty)
    let weights = try #require(EntityWeightStorage(built, codeCount: 10).weights)
    let ofLi = weights.characters + 2 * EntityWeights.characterVectors
    let first: SIMD4<Int8> = [100, -127, 3, 0]
    let firstOf2: SIMD4<Int8> = [5, 6, 7, 0]
    let none = SIMD4<Int8>.zero
    let named: [String: SIMD4<Int16>] = ["rule=org.short": [0, 8_000, -8_000, 0]]
    #expect(ofLi[CharacterRole.first.rawValue] == first)
    #expect(ofLi[CharacterRole.firstOf2.rawValue] == firstOf2)
    #expect(ofLi[CharacterRole.last.rawValue] == none)
    #expect(weights.named == named)
    #expect(built.pairKeys.filter { $0 != 0 }.count == 2)
    #expect(built.pairKeys.count >= 4)
  }

  @Test func wrongRowsAreTold() {
    let rows: [EntityModelBuilder.Row] = [
      .init(feature: "first 李", weights: [128, 0, 0, 0]), .init(feature: "rule=a", weights: [300, 0, 0, 0]),
      .init(feature: "nowhere 李", weights: [1, 0, 0, 0]), .init(feature: "first-two 李市", weights: [0, -128, 0, 0]),
    ]
    let built = EntityModelBuilder(rows, codeCount: 10, code: Self.code)
    #expect(built.problems == [.weight(row: 0), .feature(row: 2), .weight(row: 3)])
  }

  @Test func noRowsAreNoModel() {
    let built = EntityModelBuilder([], codeCount: 10, code: Self.code)
    #expect(EntityWeightStorage(built, codeCount: 10).weights == nil)
  }
}
