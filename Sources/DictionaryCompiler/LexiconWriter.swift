import Lexicon

/// Lays out the sections of a compiled dictionary, one after the other, and puts header and checksum before them.
struct LexiconWriter {
  /// Tables of which only the compiled form is kept.
  static let compiledAway: Set<String> = [
    "lexicon/words", "lexicon/news-counts", "characters/classes", "characters/fold",
    "characters/traditional-simplified", "models/segment", "models/pos", "models/entities",
  ]

  private var sections: [(id: LexiconFormat.Section, bytes: [UInt8])] = []

  mutating func add<T: FixedWidthInteger>(_ section: LexiconFormat.Section, _ numbers: [T]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * MemoryLayout<T>.stride)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    sections.append((section, bytes))
  }

  func size(of section: LexiconFormat.Section) -> Int { sections.first { $0.id == section }?.bytes.count ?? 0 }

  func finish(sourceHash: UInt64, wordHash: UInt64) -> [UInt8] {
    var body: [UInt8] = []
    let bodyStart = LexiconFormat.headerSize + sections.count * LexiconFormat.sectionEntrySize
    func padded(_ count: Int) -> Int { (count + 63) & ~63 }
    var offset = padded(bodyStart)
    for section in sections {
      Self.append(section.id.rawValue, to: &body)
      Self.append(UInt32(0), to: &body)
      Self.append(UInt64(offset), to: &body)
      Self.append(UInt64(section.bytes.count), to: &body)
      offset += padded(section.bytes.count)
    }
    for section in sections {
      body.append(contentsOf: repeatElement(0, count: padded(body.count) - body.count))
      body += section.bytes
    }
    body.append(contentsOf: repeatElement(0, count: offset - LexiconFormat.headerSize - body.count))
    var file: [UInt8] = []
    file.reserveCapacity(offset)
    Self.append(LexiconFormat.magic, to: &file)
    Self.append(LexiconFormat.version, to: &file)
    Self.append(UInt32(sections.count), to: &file)
    Self.append(UInt64(offset), to: &file)
    Self.append(sourceHash, to: &file)
    Self.append(body.withUnsafeBytes { LexiconFormat.checksum($0) }, to: &file)
    Self.append(wordHash, to: &file)
    file.append(contentsOf: repeatElement(0, count: LexiconFormat.headerSize - file.count))
    return file + body
  }

  private static func append<T: FixedWidthInteger>(_ number: T, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
