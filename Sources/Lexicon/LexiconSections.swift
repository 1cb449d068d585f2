/// The sections of a compiled dictionary, each checked to lie inside the file when it is asked for.
struct LexiconSections {
  let bytes: UnsafeRawBufferPointer
  let sourceHash: UInt64
  let wordHash: UInt64
  private var ranges: [UInt32: Range<Int>] = [:]

  /// Checks magic, version, size and the section table; the checksum too if `thorough`.
  init(_ bytes: UnsafeRawBufferPointer, thorough: Bool) throws(LexiconError) {
    self.bytes = bytes
    guard bytes.count >= LexiconFormat.headerSize else { throw .notADictionary }
    func number<T: FixedWidthInteger>(_ offset: Int, _: T.Type) -> T {
      T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
    guard number(0, UInt64.self) == LexiconFormat.magic else { throw .notADictionary }
    let version = number(8, UInt32.self)
    guard version == LexiconFormat.version else {
      throw .wrongVersion(found: version, expected: LexiconFormat.version)
    }
    let size = number(16, UInt64.self)
    guard size == UInt64(bytes.count) else { throw .truncated(expected: size, found: UInt64(bytes.count)) }
    sourceHash = number(24, UInt64.self)
    wordHash = number(40, UInt64.self)
    if thorough {
      let body = UnsafeRawBufferPointer(rebasing: bytes[LexiconFormat.headerSize...])
      guard number(32, UInt64.self) == LexiconFormat.checksum(body) else { throw .checksumMismatch }
    }
    let count = Int(number(12, UInt32.self))
    let tableEnd = LexiconFormat.headerSize + count * LexiconFormat.sectionEntrySize
    guard tableEnd <= bytes.count else { throw .damagedSection("section table") }
    for entry in stride(from: LexiconFormat.headerSize, to: tableEnd, by: LexiconFormat.sectionEntrySize) {
      let offset = number(entry + 8, UInt64.self)
      let length = number(entry + 16, UInt64.self)
      guard offset <= size, length <= size - offset, offset % 8 == 0 else { throw .damagedSection("section table") }
      ranges[number(entry, UInt32.self)] = Int(offset)..<Int(offset + length)
    }
  }

  /// The section's bytes as integers of the type asked for.
  func array<T: FixedWidthInteger>(
    _ section: LexiconFormat.Section, of type: T.Type = T.self
  ) throws(LexiconError) -> UnsafeBufferPointer<T> {
    guard let range = ranges[section.rawValue], range.count % MemoryLayout<T>.stride == 0 else {
      throw .damagedSection("\(section)")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: T.self)
  }
}
