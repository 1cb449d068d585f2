import ICU
import Testing

@Suite struct SpelloutTests {
  @Test(arguments: [
    (SpelloutFormatter.Style.cardinal, "zh", "10305", "一万零三百零五"),
    (.cardinal, "zh", "-12.5", "负十二点五"),
    (.financial, "zh", "205", "贰佰零伍"),
    (.cardinal, "zh_Hant", "10305", "一萬零三百零五"),
  ])
  func writesNumbersInWords(_ style: SpelloutFormatter.Style, locale: String, number: String, words: String) throws {
    #expect(try SpelloutFormatter(style, locale: locale).text(number) == words)
  }

  @Test func whatIsNoNumberIsAnError() throws {
    let formatter = try SpelloutFormatter(.cardinal)
    #expect(throws: ICUError.self) { try formatter.text("zwölf") }
  }
}
