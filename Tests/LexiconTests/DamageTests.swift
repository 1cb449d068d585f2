import DictionaryCompiler
import Lexicon
import TestSupport
import Testing

/// Compiled files with a number changed behind a fitting checksum: the load refuses what would be used as an index.
@Suite struct DamageTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let section: String
    /// Where in the section, in bytes.
    let offset: Int
    let bytes: [UInt8]
    /// The section that the error names, where it is another one.
    let damaged: String?
    let note: String
    var testDescription: String { "\(section): \(note)" }
  }

  @Test(arguments: cases("lexicon/damages", as: Case.self)) func damage(_ row: Case) throws {
    let files = TinyLexicon.files.merging(TinyLexicon.modelFiles) { $1 }
    var file = try DictionaryCompiler.compile(DictionarySources(files: files)).bytes
    let section = try #require(LexiconFormat.Section.allCases.first { "\($0)" == row.section })
    let range = try #require(Self.range(of: section, in: file))
    try #require(row.offset + row.bytes.count <= range.count)
    let start = range.lowerBound + row.offset
    file.replaceSubrange(start..<start + row.bytes.count, with: row.bytes)
    file.withUnsafeMutableBytes { all in
      let body = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(all)[LexiconFormat.headerSize...])
      all.storeBytes(of: LexiconFormat.checksum(body).littleEndian, toByteOffset: 32, as: UInt64.self)
    }
    #expect(throws: LexiconError.damagedSection(row.damaged ?? row.section)) {
      _ = try Lexicon(compiled: LexiconStorage(copying: file))
    }
  }

  private static func range(of section: LexiconFormat.Section, in file: [UInt8]) -> Range<Int>? {
    func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) } }
    let entries = (0..<number(12)).map { LexiconFormat.headerSize + $0 * LexiconFormat.sectionEntrySize }
    return entries.first { number($0) == Int(section.rawValue) }
      .map { number($0 + 8)..<number($0 + 8) + number($0 + 16) }
  }
}
