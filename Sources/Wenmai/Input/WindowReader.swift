import Text

/// Reads a text of any size in windows that fit into memory: decoded, cut between lines where there are lines.
struct WindowReader {
  let encoding: TextEncoding
  private let file: InputFile
  private let size: Int
  /// Read, not yet handed out.
  private var pending: [UInt8]
  private var isFirst = true
  /// Bytes of the input before `pending`.
  private var consumed = 0
  private var brokenCount = 0
  private var firstBroken: Int?

  /// - Parameters:
  ///   - head: what was read of `file` already.
  ///   - encoding: nil to tell it by `head`.
  ///   - size: the bytes of a window before decoding.
  init(_ file: InputFile, head: [UInt8], encoding: TextEncoding?, size: Int) {
    self.file = file
    self.size = max(size, 16)
    pending = head
    self.encoding = encoding ?? TextDecoder.detect(head)
  }

  /// The next window's bytes as they are in the input, or nil at the end.
  ///
  /// - Parameter buffer: a used one, to become the window: nothing is allocated then, and next to nothing copied.
  mutating func nextRaw(reusing buffer: consuming [UInt8] = []) throws(InputProblem) -> [UInt8]? {
    var window = buffer
    // More than a window may be left in `pending` after a head of any size.
    let kept = min(pending.count, size)
    // Small inputs are in the head already.
    window.resize(to: file.isAtEnd ? kept : size)
    window.withUnsafeMutableBytes { target in
      pending.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<kept])) }
    }
    let filled = try file.fill(&window, from: kept)
    if filled == 0 { return nil }
    var end = filled
    if filled == size {
      end = window.withUnsafeBufferPointer { TextCut.end(of: $0, encoding: encoding) }
    }
    if pending.count > size {
      pending.removeSubrange(..<end)
    } else {
      pending.removeAll(keepingCapacity: true)
      pending += window[end..<filled]
    }
    window.resize(to: end)
    return window
  }

  /// The next window in UTF-8, or nil at the end.
  mutating func next() throws(InputProblem) -> [UInt8]? {
    guard let raw = try nextRaw() else { return nil }
    let place = consumed
    consumed += raw.count
    let text = Self.decode(raw, encoding: encoding, isFirst: isFirst)
    isFirst = false
    if firstBroken == nil, let first = text.broken.places.first { firstBroken = place + first.input }
    brokenCount += text.broken.count
    return text.utf8
  }

  /// Says what of the input was broken so far, if anything.
  var warning: InputProblem? { Self.warning(file.name, encoding, count: brokenCount, first: firstBroken) }

  static func warning(_ name: String, _ encoding: TextEncoding, count: Int, first: Int?) -> InputProblem? {
    guard count > 0, let first else { return nil }
    let places = count == 1 ? "1 place is" : "\(count) places are"
    return InputProblem(
      input: name, reason: "\(places) not \(encoding.rawValue), the first at byte \(first); read as U+FFFD",
      isWarning: true)
  }

  /// Decodes a window; a U+FEFF in front of any but the first is a character of the text, no byte order mark.
  static func decode(_ raw: consuming [UInt8], encoding: TextEncoding, isFirst: Bool) -> DecodedText {
    guard !isFirst, let lead = raw.first, lead == 0xEF || lead >= 0xFE || lead == 0x84 else {
      return TextDecoder.decode(raw, as: encoding)
    }
    // A line feed in front hides it from the decoder, and is taken away again.
    let guardBytes: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: [0x0A, 0]
      case .utf16BigEndian: [0, 0x0A]
      default: [0x0A]
      }
    var text = TextDecoder.decode(guardBytes + raw, as: encoding)
    text.utf8.removeFirst()
    return text
  }
}
