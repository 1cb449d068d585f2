import Text

/// Reads JSON Lines in batches of whole lines.
struct LineBatchReader {
  /// Some lines, decoded, and the number of the first one.
  struct Batch: Sendable {
    var utf8: [UInt8]
    var firstLine: Int
    var readCount: Int
  }

  private let file: InputFile
  private let encoding: TextEncoding
  private let size: Int
  private var pending: [UInt8]
  private var line = 1
  private var isFirst = true
  private var isAtEnd = false

  init(_ file: InputFile, head: [UInt8], encoding: TextEncoding?, size: Int) {
    self.file = file
    self.size = size
    pending = head
    self.encoding = encoding ?? TextDecoder.detect(head)
  }

  /// The next lines, or nil at the end. A line longer than a batch is read whole: a record is analysed in one piece.
  mutating func next() throws(InputProblem) -> Batch? {
    var wanted = size
    var searched = 0
    while true {
      if pending.count < wanted, !isAtEnd {
        try file.read(wanted - pending.count, into: &pending)
        isAtEnd = pending.count < wanted
      }
      if isAtEnd { return pending.isEmpty ? nil : take(pending.count) }
      if let cut = lineEnd(from: searched) { return take(cut) }
      searched = pending.count
      // Doubling keeps the search in a very long line linear.
      wanted = 2 * searched
    }
  }

  /// The end of the last whole line that ends after `start`.
  private func lineEnd(from start: Int) -> Int? {
    pending.withUnsafeBufferPointer { bytes in
      switch encoding {
      case .utf8, .gb18030, .big5:
        return bytes[start...].lastIndex(of: 0x0A).map { $0 + 1 }
      case .utf16LittleEndian, .utf16BigEndian:
        let high = encoding == .utf16LittleEndian ? 1 : 0
        var index = bytes.count & ~1
        while index >= start + 2 {
          if bytes[index - 1 - high] == 0x0A, bytes[index - 2 + high] == 0 { return index }
          index -= 2
        }
        return nil
      }
    }
  }

  private mutating func take(_ count: Int) -> Batch {
    let raw = Array(pending[..<count])
    pending.removeSubrange(..<count)
    let text = WindowReader.decode(raw, encoding: encoding, isFirst: isFirst)
    isFirst = false
    let batch = Batch(utf8: text.utf8, firstLine: line, readCount: count)
    line += Self.lineFeeds(in: text.utf8)
    return batch
  }

  /// A loop that the compiler makes one over many bytes at a time.
  private static func lineFeeds(in utf8: [UInt8]) -> Int {
    utf8.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes { count &+= byte == 0x0A ? 1 : 0 }
      return count
    }
  }
}
