import TestSupport
import Testing
import Wenmai

/// Rules of a user's own: types of their own, over the results of ours.
@Suite struct UserRuleTests {
  private static let source = """
    # concern:  products of makers
    # source:   written for the tests
    # licence:  Apache-2.0
    stage 9
    rule product.model
      about   a maker's model by its letters and digits
      match   "星河" model:( LETTER{1,4} DIGIT{1,4} )
      make    PRODUCT model
      weight  5
      yes     新款星河【X200】上市
      no      新款【星河】上市

    rule product.of-person
      match   <PERSON> "牌" product:( HAN{2} )
      make    PRODUCT product brand
      weight  20
      yes     王建国牌【剪刀】畅销
      no      建国牌【剪刀】畅销

    """

  private func analyzer(_ source: String) throws -> Analyzer {
    var options = Analyzer.Options()
    options.rules = [SourceFile(name: "products.rules", text: source)]
    return try Analyzer(options: options)
  }

  @Test func newTypeIsFoundAndSaysWhy() throws {
    let entities = try analyzer(Self.source).analyze("市总工会主席周敏展示了新款星河Ｘ200手机。").entities
    let product = try #require(entities.first { $0.category.rawValue == "PRODUCT" })
    #expect(product.text == "Ｘ200")
    #expect(product.rule == RuleReference(name: "product.model", file: "products.rules", line: 5))
    #expect(entities.contains { $0.category == .person && $0.text == "周敏" })
  }

  @Test func errorsNameTheUsersFile() {
    #expect(throws: RuleErrors.self) { try analyzer(Self.source + "rule product.model\n") }
    do {
      _ = try analyzer(Self.source.replacing("LETTER{1,4}", with: "LETER{1,4}"))
      Issue.record("a class that does not exist was accepted")
    } catch let error as RuleErrors {
      #expect(
        error.description == """
          products.rules:7:24: there is no dictionary class 'LETER'; did you mean 'LETTER'?
              match   "星河" model:( LETER{1,4} DIGIT{1,4} )
                       \u{3000}\u{3000}          ^
          """)
    } catch {
      Issue.record("\(error)")
    }
  }
}
