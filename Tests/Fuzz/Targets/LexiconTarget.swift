import DictionaryCompiler
import Foundation
import Lexicon
import Segmentation
import TestSupport
import Wenmai

/// A compiled dictionary with damage that its checksum does not show.
///
/// A whole dictionary is too long an input (its tables of characters alone have 320 KB), so an input is a list of
/// damages to a small one: eight bytes each, a section, a place in it and a value. Then the checksum is made to fit, so
/// that the checks behind it are reached.
struct LexiconTarget: FuzzTarget {
  static let name = "lexicon"
  private let intact: [UInt8]
  private let sections: [Range<Int>]
  private let text = Array("王小明昨日在北京说，今年三月的会议有2000人参加。".utf8)

  init() throws {
    let bytes = try DictionaryCompiler.compile(DictionarySources(files: Self.files())).bytes
    let header = LexiconFormat.headerSize
    let table = header..<header + LexiconFormat.Section.allCases.count * LexiconFormat.sectionEntrySize
    sections = [0..<header, table] + table.indicesOfSections.map { Self.range(at: $0, in: bytes) }
    intact = bytes
    // What is refused whole would leave most of the library unseen.
    _ = try Analyzer(lexicon: Lexicon(compiled: LexiconStorage(copying: bytes)))
  }

  func run(_ input: [UInt8]) {
    var bytes = intact
    for start in stride(from: 0, to: input.count - 7, by: 8) { damage(&bytes, by: input[start..<start + 8]) }
    bytes.withUnsafeMutableBytes { all in
      let body = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(all)[LexiconFormat.headerSize...])
      all.storeBytes(of: LexiconFormat.checksum(body).littleEndian, toByteOffset: 32, as: UInt64.self)
    }
    guard let lexicon = try? Lexicon(compiled: LexiconStorage(copying: bytes)) else { return }
    use(lexicon)
  }

  /// Whatever was let through must serve.
  private func use(_ lexicon: Lexicon) {
    for mode in [SegmentationMode.fast, .precise, .search, .full] {
      let tokens = Segmenter(lexicon: lexicon, mode: mode).makeWorker().tokens(in: text)
      if mode == .full { checkCovering(tokens, text) } else { check(tokens, text) }
      for word in tokens.compactMap({ $0.word(in: lexicon) }) {
        _ = (lexicon.classes(of: word), lexicon.tagName(of: word), lexicon.source(of: word), lexicon.cost(of: word))
        for record in lexicon.records(of: word) { _ = (lexicon.field(record, column: 0), lexicon.line(of: record)) }
      }
    }
    text.withUnsafeBufferPointer { bytes in
      Tagger(lexicon: lexicon).makeWorker(Segmenter(lexicon: lexicon, mode: .precise))
        .segment(bytes, 0..<bytes.count) { tokens, tags in precondition(tokens.count == tags.count) }
    }
    _ = (lexicon.lookUp("北京"), lexicon.folding, lexicon.ruleFiles.count)
    for name in lexicon.tableNames { _ = lexicon.table(name)?.rows.count }
    if let analyzer = try? Analyzer(lexicon: lexicon) { check(analyzer.analyze(String(decoding: text, as: UTF8.self))) }
  }

  /// Section, three bytes of place, four of value.
  private func damage(_ bytes: inout [UInt8], by record: ArraySlice<UInt8>) {
    let record = Array(record)
    let section = sections[Int(record[0]) % sections.count]
    guard !section.isEmpty else { return }
    let place = Int(record[1]) | Int(record[2]) << 8 | Int(record[3]) << 16
    for (index, value) in record[4...].enumerated() {
      bytes[section.lowerBound + (place + index) % section.count] = value
    }
  }

  /// A tiny lexicon with what the analyzer insists on.
  private static func files() throws -> [String: [UInt8]] {
    var files = TinyLexicon.files.merging(TinyLexicon.modelFiles) { $1 }
    files["rules/a.rules"] = Array(rules.utf8)
    let dictionaries = URL(filePath: #filePath).appending(path: "../../../../Dictionaries").standardized
    for folder in ["quantities", "time"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: dictionaries.appending(path: folder).path) {
        let path = "\(folder)/\(file)"
        files[path] = Array(try Data(contentsOf: dictionaries.appending(path: path)))
      }
    }
    return files
  }

  private static let rules = """
    # concern:  people
    # source:   written for Wenmai
    # licence:  Apache-2.0; changes: none
    stage 3

    rule fuzz.head
      about   what stands before a head
      match   part:( HAN{1,2} ) TITLE-HEAD
      make    PERSON part
      yes     总工会【王明】主席
      no      【会议】召开

    """

  private static func range(at entry: Int, in bytes: [UInt8]) -> Range<Int> {
    func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) } }
    return number(entry + 8)..<number(entry + 8) + number(entry + 16)
  }
}

extension Range<Int> {
  /// Where the entries of the section table begin.
  fileprivate var indicesOfSections: StrideTo<Int> {
    stride(from: lowerBound, to: upperBound, by: LexiconFormat.sectionEntrySize)
  }
}
