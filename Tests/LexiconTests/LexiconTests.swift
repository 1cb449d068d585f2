import DictionaryCompiler
import Lexicon
import TestSupport
import Testing

@Suite struct LexiconTests {
  let lexicon: Lexicon
  init() throws { lexicon = try TinyLexicon.compiled() }

  @Test(arguments: ["主席", "三亚市", "B超", "Ｂ超", "國會", "工\u{200B}会"])
  func findsFoldedWords(_ word: String) { #expect(lexicon.lookUp(word) != nil) }

  @Test(arguments: ["主", "三亚市的", "𠀀", "", "超b"])
  func findsNothingElse(_ word: String) { #expect(lexicon.lookUp(word) == nil) }

  @Test func wordsKnowTagClassesRecordsAndSource() throws {
    let word = try #require(lexicon.lookUp("主席"))
    #expect(lexicon.tagName(of: word) == "n")
    #expect(
      lexicon.classes(of: word).members.map { lexicon.classNames[Int($0.raw)] } == ["TITLE-HEAD", "TITLE-HEAD.union"])
    let records = lexicon.records(of: word)
    #expect(records.map { lexicon.field($0, column: 1) } == ["union"])
    #expect(records.map { lexicon.name(of: $0.table) } == ["titles/heads"])
    #expect(lexicon.source(of: word)?.file == "lexicon/words.tsv")
  }

  @Test func listsAndClassWordsHaveNoCost() throws {
    let place = try #require(lexicon.classID(named: "PLACE"))
    for (name, costs) in [("鹿城", false), ("青石镇", false), ("三亚", true)] {
      let word = try #require(lexicon.lookUp(name))
      #expect(lexicon.classes(of: word).contains(place))
      #expect((lexicon.cost(of: word) != nil) == costs)
    }
    let onlyClass = try #require(lexicon.lookUp("青石镇"))
    #expect(lexicon.source(of: onlyClass)?.file == "places/cities.tsv")
  }

  @Test func tablesComeBackAsTheyWere() throws {
    let source = try DictionarySources(files: TinyLexicon.files)
    #expect(lexicon.tableNames == ["lexicon/tags", "places/cities", "segmentation/numerals", "titles/heads"])
    for name in lexicon.tableNames { #expect(lexicon.table(name) == source.table(name)) }
    #expect(lexicon.ruleFiles.map(\.name) == ["rules/a.rules"])
  }

  @Test func rowsAreThoseOfTheTable() throws {
    for name in lexicon.tableNames {
      let table = try #require(lexicon.table(name))
      let rows = try #require(lexicon.rows(of: name))
      #expect(rows.indices == table.rows.indices)
      #expect(table.columns.indices.allSatisfy { rows.column(table.columns[$0].name) == $0 })
      for row in rows.indices {
        for column in table.columns.indices {
          #expect(rows.text(row, column) == table.rows[row][column])
          #expect(rows.integer(row, column) == Int(table.rows[row][column]))
        }
        for row in [rows[row], TableRows(table)[row]] {
          #expect(row.fields == table.rows[row.index])
          #expect(row.line == Int(table.lines[row.index]))
        }
      }
    }
    #expect(lexicon.rows(of: "no/such-table") == nil)
  }

  /// Against a look at each word that could stand there.
  @Test(arguments: [false, true])
  func wordsStandAcrossAPlace(_ hasUserWords: Bool) throws {
    var lexicon = lexicon
    if hasUserWords {
      lexicon = try UserDictionary.layer([(name: "own.tsv", bytes: Array("市总\n的青石镇\n".utf8))], over: lexicon).lexicon
    }
    let parts = ["主席", "主", "席", "工会", "工", "会", "三亚", "三", "亚", "青石镇", "青石", "鹿城", "市总", "的"].map {
      $0.unicodeScalars.map(\.value)
    }
    var generator = SeededGenerator(seed: 5)
    var found = 0
    for _ in 0..<2_000 {
      let scalars = (0..<Int.random(in: 0...4, using: &generator)).flatMap { _ in
        parts[Int.random(in: 0..<parts.count, using: &generator)]
      }
      let place = Int.random(in: 0...scalars.count, using: &generator)
      let expected = (0..<place).contains { start in
        (place..<scalars.count).contains { end in
          lexicon.lookUp(folded: scalars[start...end]).map { lexicon.cost(of: $0) != nil } ?? false
        }
      }
      #expect(lexicon.hasWord(across: place, of: scalars) == expected)
      if expected { found += 1 }
    }
    #expect(100..<1_900 ~= found, "\(found)")
  }

  @Test func charactersHaveClassesAndFold() {
    #expect(lexicon.characterClass(of: 0x4E00) == .han)
    #expect(lexicon.characterClass(of: 0x20000) == .han)
    #expect(lexicon.characterClass(of: 0x10FFFF) == .other)
    #expect(lexicon.characterClass(of: 0x200B) == .ignorable)
    #expect(lexicon.fold(0xFF21) == 0x61)
    #expect(lexicon.fold(0x570B) == 0x56FD)
    #expect(lexicon.code(of: 0xFF21) == lexicon.code(of: 0x61))
  }

  @Test func damagedFilesAreToldApart() throws {
    let (bytes, _) = try DictionaryCompiler.compile(DictionarySources(files: TinyLexicon.files))
    func load(_ bytes: [UInt8]) -> LexiconError? {
      do throws(LexiconError) {
        _ = try Lexicon(compiled: LexiconStorage(copying: bytes))
        return nil
      } catch { return error }
    }
    #expect(load(bytes) == nil)
    #expect(load([]) == .notADictionary)
    #expect(load(Array("hello".utf8)) == .notADictionary)
    #expect(load(Array(bytes.dropLast(8))) == .truncated(expected: UInt64(bytes.count), found: UInt64(bytes.count - 8)))
    var version = bytes
    version[8] = 99
    #expect(load(version) == .wrongVersion(found: 99, expected: LexiconFormat.version))
    var flipped = bytes
    flipped[bytes.count / 2] ^= 0x10
    #expect(load(flipped) == .checksumMismatch)
    #expect(throws: LexiconError.self) { _ = try Lexicon.load(path: "/nowhere/at/all") }
  }

  @Test func classSetsHoldAllTheirMembers() {
    let ids = [0, 1, 63, 64, 127].map { ClassID(raw: $0) }
    #expect(ClassSet(ids).members == ids)
    #expect(ClassSet(ids).isDisjoint(with: ClassSet([ClassID(raw: 65)])))
    #expect(ClassSet(ids).union(ClassSet([ClassID(raw: 65)])).contains(ClassID(raw: 65)))
  }
}
