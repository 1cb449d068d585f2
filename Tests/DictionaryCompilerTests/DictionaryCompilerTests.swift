import DictionaryCompiler
import Lexicon
import TestSupport
import Testing

struct TableCase: Decodable, Sendable {
  var input: String
  var expected: [String]
}

/// Rows of `models/entities.tsv`.
struct EntityModelCase: Decodable, Sendable {
  var columns: String?
  var rows: [String]
  var expected: [String]
}

struct UserCase: Decodable, Sendable {
  var input: String
  var words: [String]?
  var problems: [String]
}

@Suite struct DictionaryCompilerTests {
  private let header = "# concern: x\n# source: x\n# licence: x\n# columns: first\tsecond\n"

  private func errors(_ files: [String: [UInt8]]) -> [String] {
    do throws(DictionaryErrors) {
      _ = try DictionaryCompiler.compile(DictionarySources(files: files))
      return []
    } catch {
      return error.errors.map(\.description)
    }
  }

  @Test(arguments: cases("dictionarycompiler/tables", as: TableCase.self))
  func tableErrors(_ row: TableCase) {
    var found: [String] = []
    do {
      _ = try TableParser.parse(Array((header + row.input).utf8), name: "x", file: "x.tsv")
    } catch { found = error.errors.map(\.description) }
    #expect(found == row.expected)
  }

  @Test(arguments: cases("dictionarycompiler/entities", as: EntityModelCase.self))
  func entityModelErrors(_ row: EntityModelCase) {
    var files = TinyLexicon.files
    files["models/entities.tsv"] = TinyLexicon.table(
      columns: row.columns ?? "feature\tperson:int\torganization:int\tplace:int", rows: row.rows)
    #expect(errors(files) == row.expected)
  }

  @Test func headerAndEncodingAreChecked() {
    func parse(_ bytes: [UInt8]) -> [DictionaryError.Reason] {
      do throws(DictionaryErrors) {
        _ = try TableParser.parse(bytes, name: "x", file: "x.tsv")
        return []
      } catch { return error.errors.map(\.reason) }
    }
    #expect(parse([0xEF, 0xBB, 0xBF] + Array(header.utf8)).contains(.byteOrderMark))
    #expect(parse(Array("# concern: x\n# licence: x\n# columns: a\n".utf8)) == [.missingHeader(key: "source")])
    #expect(parse(Array(header.utf8) + [0xB9, 0xFA, 0x09, 0x41, 0x0A]) == [.notUTF8(byteOffset: header.utf8.count)])
  }

  @Test(arguments: cases("dictionarycompiler/user", as: UserCase.self))
  func userDictionaries(_ row: UserCase) throws {
    let lexicon = try TinyLexicon.compiled()
    do throws(DictionaryErrors) {
      let user = try UserDictionary.parse(Array(row.input.utf8), file: "u", lexicon: lexicon)
      let words = user.layer.entries.map { entry in
        String(String.UnicodeScalarView(entry.scalars.compactMap(Unicode.Scalar.init)))
      }
      #expect(words == row.words)
      #expect(user.warnings.map(\.description) == row.problems)
    } catch {
      #expect(row.words == nil)
      #expect(error.errors.map(\.description) == row.problems)
    }
  }

  @Test func userDictionariesInOtherEncodingsAreRefused() throws {
    let lexicon = try TinyLexicon.compiled()
    for bytes: [UInt8] in [[0xFF, 0xFE, 0xFD, 0x56], [0xB9, 0xFA, 0xBB, 0xE1, 0x0A]] {
      #expect(throws: DictionaryErrors.self) { _ = try UserDictionary.parse(bytes, file: "u", lexicon: lexicon) }
    }
  }

  @Test func sameSourcesGiveTheSameBytes() throws {
    let first = try DictionaryCompiler.compile(DictionarySources(files: TinyLexicon.files)).bytes
    let second = try DictionaryCompiler.compile(DictionarySources(files: TinyLexicon.files)).bytes
    #expect(first == second)
    var changed = TinyLexicon.files
    changed["rules/a.rules"] = Array("rule b\n".utf8)
    let third = try DictionaryCompiler.compile(DictionarySources(files: changed)).bytes
    #expect(try Lexicon(compiled: LexiconStorage(copying: third)).sourceHash != TinyLexicon.compiled().sourceHash)
  }

  @Test func fullTextsDependOnWordsAndCharactersAlone() throws {
    let words = try TinyLexicon.compiled().wordHash
    func hash(_ name: String, _ edit: (String) -> String) throws -> UInt64 {
      var files = TinyLexicon.files
      files[name] = Array(edit(String(decoding: files[name] ?? [], as: UTF8.self)).utf8)
      return try Lexicon(
        compiled: LexiconStorage(copying: DictionaryCompiler.compile(DictionarySources(files: files)).bytes)
      )
      .wordHash
    }
    #expect(try hash("rules/a.rules") { _ in "rule b\n" } == words)
    #expect(try hash("lexicon/words.tsv") { $0.replacing("召开\t60\t", with: "召开\t61\t") } == words)
    #expect(try hash("lexicon/words.tsv") { $0 + "龘龘\t3\tn\n" } != words)
  }

  @Test func allErrorsOfAllFilesAreTold() {
    var files = TinyLexicon.files
    files["a.tsv"] = TinyLexicon.table(columns: "name\tcity:@places/cities.name", rows: ["x\t三亚市", "y\t上都"])
    files["b.tsv"] = TinyLexicon.table(columns: "name\ttag:tag", rows: ["x\tqq"])
    files["c.tsv"] = TinyLexicon.table(columns: "name\tother:@no/table.name", rows: ["x\ty"])
    #expect(
      errors(files) == [
        "a.tsv:6: the field 'city' names '上都', which does not exist",
        "b.tsv:5: 'qq' is no part of speech (lexicon/tags.tsv lists them)",
        "c.tsv:0: there is no table 'no/table.name'",
      ])
    files = TinyLexicon.files
    files["lexicon/tags.tsv"] = nil
    #expect(errors(files).contains("lexicon/tags.tsv:0: the file is missing"))
  }

  @Test func tooManyClassesAreRefused() {
    var files = TinyLexicon.files
    let kinds = (0..<200).map { "k\($0)" }
    files["x.tsv"] = TinyLexicon.table(
      columns: "name\tkind:" + kinds.joined(separator: "|"), classes: ["X by kind"], rows: ["a\tk1"])
    #expect(errors(files) == ["Dictionaries:0: the tables name 205 classes, 128 are possible"])
  }

  @Test func repeatsAcrossFilesAreWarnedOf() throws {
    var files = TinyLexicon.files
    files["places/more.tsv"] = TinyLexicon.table(columns: "name", classes: ["PLACE"], rows: ["青石镇"])
    let report = try DictionaryCompiler.compile(DictionarySources(files: files)).report
    #expect(report.warnings.map(\.file) == ["places/more.tsv"])
  }
}
