import ICU
import TestSupport
import Testing

@Suite struct ICUTests {
  @Test func versionNamesTheLoadedLibrary() throws {
    let major = try #require(Int(ICU.version.prefix { $0 != "." }))
    #expect(major >= 60)
  }

  @Test func errorsCarryTheirNameInICU() {
    #expect(throws: ICUError.self) { try Converter(encoding: "klingon") }
    do {
      _ = try Converter(encoding: "klingon")
    } catch {
      #expect(error.name == "U_FILE_ACCESS_ERROR")
      #expect(error.description == "ICU could not open converter \"klingon\": U_FILE_ACCESS_ERROR")
    }
  }

  struct NormalizationCase: Decodable { let input, expected: String }
  @Test(arguments: cases("icu/nfkc", as: NormalizationCase.self))
  func nfkc(_ c: NormalizationCase) throws {
    #expect(try Normalizer.nfkc(c.input) == c.expected)
  }

  @Test func nfkcThatGrowsBeyondTheFirstBuffer() throws {
    // U+FDFA becomes 18 scalars.
    let text = try Normalizer.nfkc(String(repeating: "\u{FDFA}", count: 1000))
    #expect(text.unicodeScalars.count == 18_000)
  }

  struct ScalarCase: Decodable { let scalar, script, category: String }
  @Test(arguments: cases("icu/scalars", as: ScalarCase.self))
  func scriptAndCategory(_ c: ScalarCase) throws {
    let scalar = try #require(c.scalar.unicodeScalars.first)
    #expect(Script(of: scalar).code == c.script)
    #expect("\(GeneralCategory(of: scalar))" == c.category)
  }

  @Test func scriptsHaveTheirCodes() {
    let scripts: [(Script, String)] = [
      (.common, "Zyyy"), (.inherited, "Zinh"), (.arabic, "Arab"), (.bopomofo, "Bopo"), (.cyrillic, "Cyrl"),
      (.greek, "Grek"), (.han, "Hani"), (.hangul, "Hang"), (.hiragana, "Hira"), (.katakana, "Kana"),
      (.latin, "Latn"), (.mongolian, "Mong"), (.thai, "Thai"), (.tibetan, "Tibt"),
    ]
    for (script, code) in scripts { #expect(script.code == code) }
  }

  @Test func categoriesAreThoseOfTheStandardLibrary() {
    // Blocks that no version of Unicode changes any more.
    let blocks = [0x00...0x7E, 0x391...0x3A1, 0x2010...0x2049, 0x3001...0x303D, 0x4E00...0x4FFF, 0xFF01...0xFFBE]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect("\(GeneralCategory(of: scalar))" == "\(scalar.properties.generalCategory)", "\(scalar.debugDescription)")
    }
  }

  struct NameCase: Decodable { let locale, kind, code, expected: String? }
  @Test(arguments: cases("icu/names", as: NameCase.self))
  func localeNames(_ c: NameCase) throws {
    let names = LocaleNames(locale: c.locale ?? "zh")
    let code = try #require(c.code)
    switch c.kind {
    case "country": #expect(names.country(code) == c.expected)
    case "currency": #expect(names.currency(code) == c.expected)
    case "unit": #expect(names.unit(code) == c.expected)
    default: Issue.record("unknown kind \(c.kind ?? "")")
    }
  }
}
