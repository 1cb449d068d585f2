/// Folds pieces into a buffer and notes where original and normalized text part.
struct NormalizedTextBuilder {
  private let folding: CharacterFolding
  private let output: UnsafeMutablePointer<UInt8>
  /// Bytes written.
  private(set) var count = 0
  private(set) var runs: [NormalizedRun] = []
  /// The end in the original of the last run.
  private var originalEnd = -1

  /// Off while a replacement is folded, whose bytes have no place in the original.
  private var isNoting = true

  /// Bytes of the buffer beyond the text: three bytes are written as four.
  static let slack = 8

  /// - Parameter output: has room for `folding.growth` times the bytes of all pieces, and ``slack`` more.
  init(folding: CharacterFolding, output: UnsafeMutablePointer<UInt8>) {
    self.folding = folding
    self.output = output
  }

  mutating func add(_ piece: Piece, of source: UnsafeBufferPointer<UInt8>) {
    guard let replacement = piece.replacement else {
      return fold(source, piece.span.range)
    }
    let start = count
    isNoting = false
    replacement.withUnsafeBufferPointer { fold($0, 0..<$0.count) }
    isNoting = true
    if count > start { append(.replacement, at: piece.span, normalized: start) }
  }

  /// Folds one stretch of text.
  private mutating func fold(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let base = source.baseAddress else { return }
    var i = range.lowerBound
    while i < range.upperBound {
      let start = i
      let normalized = count
      i = copy(base, range.upperBound, from: i)
      if i > start { append(.verbatim, at: Span(lower: start, upper: i), normalized: normalized) }
      if i < range.upperBound { i = change(base, range.upperBound, at: i) }
    }
  }

  /// Writes scalars as long as each keeps its length; returns where that ends.
  private mutating func copy(_ base: UnsafePointer<UInt8>, _ end: Int, from start: Int) -> Int {
    var i = start
    var o = count
    // The arrays are reached through pointers: their bounds hold for every value below 0x10000.
    folding.changed.withUnsafeBufferPointer { changed in
      folding.entries.withUnsafeBufferPointer { entries in
        while i < end {
          let lead = base[i]
          if lead >= 0xE4, lead <= 0xE9, i &+ 4 <= end {
            // Nearly all characters: three bytes, which are read and written as four.
            let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt32.self).littleEndian
            let value = Int((word & 0x0F) << 12 | (word &>> 8 & 0x3F) << 6 | (word &>> 16 & 0x3F))
            if changed[value >> 6] >> UInt64(truncatingIfNeeded: value & 63) & 1 == 0 {
              UnsafeMutableRawPointer(output + o).storeBytes(of: word.littleEndian, as: UInt32.self)
              i &+= 3
              o &+= 3
              continue
            }
          }
          var value = Int(lead)
          var length = 1
          if lead >= 0xE0, lead < 0xF0, i &+ 3 <= end {
            value = (value & 0x0F) << 12 | Int(base[i &+ 1] & 0x3F) << 6 | Int(base[i &+ 2] & 0x3F)
            length = 3
          } else if lead >= 0x80 {
            length = lead < 0xE0 ? 2 : 4
            // A supplementary scalar, or a piece that ends inside a scalar (our mistake, not to be read beyond).
            if length == 4 || i &+ 2 > end { return }
            value = (value & 0x1F) << 6 | Int(base[i &+ 1] & 0x3F)
          }
          if changed[value >> 6] >> UInt64(truncatingIfNeeded: value & 63) & 1 == 0 {
            output[o] = lead
            if length == 3 {
              output[o &+ 1] = base[i &+ 1]
              output[o &+ 2] = base[i &+ 2]
            } else if length == 2 {
              output[o &+ 1] = base[i &+ 1]
            }
          } else {
            let entry = entries[value]
            guard entry.isScalar(ofLength: length) else { return }
            UnsafeMutableRawPointer(output + o).storeBytes(of: entry.bits.littleEndian, as: UInt32.self)
          }
          i &+= length
          o &+= length
        }
      }
    }
    count = o
    return i
  }

  /// Writes what becomes of the one scalar at `i`; returns where the next one begins.
  private mutating func change(_ base: UnsafePointer<UInt8>, _ end: Int, at i: Int) -> Int {
    let whole = base[i] >= 0xF0 ? 4 : base[i] >= 0xE0 ? 3 : base[i] >= 0x80 ? 2 : 1
    let length = min(whole, end - i)
    var value = UInt32(base[i]) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(base[i + k] & 0x3F) }
    // A scalar that the piece cuts (our mistake) is copied: folded, it could outgrow the buffer.
    let entry = length < whole ? .same : folding.entry(value)
    let start = count
    if entry == .ignored { return i + length }
    if entry == .same {
      for k in 0..<length { output[count + k] = base[i + k] }
      count += length
    } else if let text = entry.text {
      for byte in folding.texts[text] {
        output[count] = byte
        count += 1
      }
    } else {
      UnsafeMutableRawPointer(output + count).storeBytes(of: entry.bits.littleEndian, as: UInt32.self)
      count += entry.count
    }
    let isVerbatim = entry == .same || entry.isScalar(ofLength: length)
    append(isVerbatim ? .verbatim : .units, at: Span(lower: i, upper: i + length), normalized: start)
    return i + length
  }

  /// Notes that the bytes written since `normalized` came from `span`, as part of the last run if it goes on.
  private mutating func append(_ kind: NormalizedRun.Kind, at span: Span, normalized: Int) {
    guard isNoting else { return }
    let originalUnit = kind == .verbatim ? 0 : span.count
    let normalizedUnit = kind == .verbatim ? 0 : count - normalized
    let continues = originalEnd == span.lower && kind != .replacement
    originalEnd = span.upper
    if continues, let last = runs.last, last.kind == kind, last.originalUnit == Int32(originalUnit),
      last.normalizedUnit == Int32(normalizedUnit)
    {
      return
    }
    runs.append(
      NormalizedRun(
        normalized: Int32(normalized), original: Int32(span.lower), originalUnit: Int32(originalUnit),
        normalizedUnit: Int32(normalizedUnit), kind: kind))
  }
}
