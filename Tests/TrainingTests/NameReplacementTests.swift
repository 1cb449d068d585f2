import Extraction
import Lexicon
import Testing

import Training

@Suite struct NameReplacementTests {
  /// Sentences with names of all types; 省委 names nobody, 俄 is one character.
  static let text = [
    sentence("[PERSON 林禾]到[PLACE 江州]看[ORG 江州医院]。"), sentence("[PERSON 陈小满]和[PERSON 伊万·彼得连科]在[PLACE 白石镇]。"),
    sentence("[ORG 省委]开会。"), sentence("访[PLACE 俄]归来。"), sentence("雨停了。"),
  ]

  /// `[PERSON 林禾]到了`: the text with its labels.
  private static func sentence(_ marked: String) -> LabelledSentence {
    var text = ""
    var labels: [LabelledSentence.Label] = []
    for piece in marked.split(separator: "[", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: "]", omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        text += piece
        continue
      }
      let words = parts[0].split(separator: " ")
      let start = text.unicodeScalars.count
      text += words[1]
      labels.append(.init(start..<text.unicodeScalars.count, Entity.Category(rawValue: String(words[0]))))
      text += parts[1]
    }
    return LabelledSentence(id: "", text: text, entities: labels)
  }

  private static func names(_ sentence: LabelledSentence) -> [String] {
    let scalars = Array(sentence.text.unicodeScalars)
    return sentence.entities.map { String(String.UnicodeScalarView(scalars[$0.range])) }
  }

  /// What stands between the names.
  private static func rest(_ sentence: LabelledSentence) -> [String] {
    let scalars = Array(sentence.text.unicodeScalars)
    let ends = [0] + sentence.entities.map(\.range.upperBound)
    let starts = sentence.entities.map(\.range.lowerBound) + [scalars.count]
    return zip(ends, starts).map { String(String.UnicodeScalarView(scalars[$0..<$1])) }
  }

  @Test(arguments: [1, 7, 1998] as [UInt64])
  func onlyNamesChange(seed: UInt64) throws {
    var replacement = NameReplacement(Self.text, lexicon: NewsLabelsTests.lexicon, seed: seed)
    for sentence in Self.text.prefix(2) {
      for _ in 0..<20 {
        let changed = replacement.replaced(sentence)
        let other = try #require(changed)
        #expect(Self.rest(other) == Self.rest(sentence))
        #expect(other.entities.map(\.type) == sentence.entities.map(\.type))
        #expect(Self.names(other).allSatisfy { $0.unicodeScalars.count > 1 })
      }
    }
  }

  @Test func whatNamesNobodyStays() {
    var replacement = NameReplacement(Self.text, lexicon: NewsLabelsTests.lexicon, seed: 1)
    for sentence in Self.text.dropFirst(2) {
      let changed = replacement.replaced(sentence)
      #expect(changed == nil)
    }
  }

  @Test func namesComeFromTextAndLexicon() throws {
    var replacement = NameReplacement(Self.text, lexicon: NewsLabelsTests.lexicon, seed: 1)
    var seen: [String: Set<String>] = [:]
    for _ in 0..<200 {
      let changed = replacement.replaced(Self.text[0])
      let other = try #require(changed)
      for (name, label) in zip(Self.names(other), other.entities) {
        seen[label.type.rawValue, default: []].insert(name)
      }
    }
    // Of people surnames and given names are mixed; 伊万·彼得连科 takes the place of no Chinese name.
    #expect(seen["PERSON"] == ["林禾", "陈小满", "林小满", "陈禾"])
    #expect(seen["ORG"] == ["江州医院", "长风号科学联合会"])
    #expect(seen["PLACE"]?.isSuperset(of: ["江州", "白石镇", "三亚市", "青石镇"]) == true)
  }

  @Test func theSameSeedGivesTheSameNames() {
    func all(_ seed: UInt64) -> [LabelledSentence?] {
      var replacement = NameReplacement(Self.text, lexicon: NewsLabelsTests.lexicon, seed: seed)
      return (0..<10).flatMap { _ in Self.text.map { replacement.replaced($0) } }
    }
    #expect(all(3) == all(3))
    #expect(all(3) != all(4))
  }
}
