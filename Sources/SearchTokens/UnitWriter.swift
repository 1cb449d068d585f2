import Lexicon

/// Puts scalars together to units, in memory that whoever makes it has reserved: a unit, and four bytes, for each scalar.
struct UnitWriter {
  private let lexicon: Lexicon
  private let units: UnsafeMutableBufferPointer<IndexUnits.Unit>
  private let folded: UnsafeMutableBufferPointer<UInt8>
  private(set) var unitCount = 0
  private(set) var foldedCount = 0
  private var runLength = 0
  /// Whether something was read over since the last unit, so that a run of letters does not go on.
  private var isInterrupted = true

  init(
    lexicon: Lexicon, units: UnsafeMutableBufferPointer<IndexUnits.Unit>, folded: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.lexicon = lexicon
    self.units = units
    self.folded = folded
  }

  @inline(__always)
  mutating func add(_ scalar: UInt32, from start: Int, to end: Int) {
    switch lexicon.characterClass(of: scalar) {
    case .han, .numeral:
      append(lexicon.fold(scalar), start, end, .character, code: lexicon.code(of: scalar))
    case .kana, .hangul:
      append(lexicon.fold(scalar), start, end, .character, code: 0)
    case .letter:
      extendRun(lexicon.fold(scalar), start, end, .letters)
    case .digit:
      extendRun(lexicon.fold(scalar), start, end, .digits)
    case .mark:
      if unitCount > 0, !isInterrupted { units[unitCount - 1].end = Int32(end) }
    case .ignorable:
      break
    case .space, .open, .close:
      isInterrupted = true
    case .break, .punct, .symbol, .other:
      isInterrupted = true
      if lexicon.fold(scalar) == IndexUnits.middleDot { return }
      // One boundary is enough, and none is needed before the first word.
      guard unitCount > 0, units[unitCount - 1].kind != .boundary else { return }
      append(IndexUnits.boundary, start, end, .boundary, code: 0)
      isInterrupted = true
    }
  }

  /// A boundary at the end of a text bounds nothing.
  mutating func removeLastBoundary() {
    guard unitCount > 0, units[unitCount - 1].kind == .boundary else { return }
    unitCount -= 1
    foldedCount = Int(units[unitCount].folded)
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int, _ kind: IndexUnits.Kind, code: UInt16) {
    units[unitCount] = IndexUnits.Unit(
      start: Int32(start), end: Int32(end), folded: Int32(foldedCount), code: code, kind: kind)
    unitCount += 1
    appendFolded(scalar)
    isInterrupted = false
  }

  private mutating func extendRun(_ scalar: UInt32, _ start: Int, _ end: Int, _ kind: IndexUnits.Kind) {
    if !isInterrupted, unitCount > 0, units[unitCount - 1].kind == kind, runLength < IndexUnits.runLimit {
      units[unitCount - 1].end = Int32(end)
      appendFolded(scalar)
      runLength += 1
    } else {
      append(scalar, start, end, kind, code: 0)
      runLength = 1
    }
  }

  @inline(__always)
  private mutating func appendFolded(_ scalar: UInt32) {
    if scalar < 0x80 {
      put(UInt8(scalar))
    } else if scalar < 0x800 {
      put(UInt8(0xC0 | scalar >> 6))
      put(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      put(UInt8(0xE0 | scalar >> 12))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    } else {
      put(UInt8(0xF0 | scalar >> 18 & 0x07))
      put(UInt8(0x80 | scalar >> 12 & 0x3F))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    folded[foldedCount] = byte
    foldedCount &+= 1
  }
}
