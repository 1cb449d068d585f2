import Segmentation

/// Words with a space between them; line breaks stay.
enum SpacedWordWriter {
  /// Writes the words of `bytes` over what `out` has from `start` on; `out` ends with them then.
  ///
  /// A used buffer is not emptied before: what is in it would only have to be filled with zeros again.
  /// - Complexity: O(n), above 1 GB/s beside the segmentation itself: the words are copied eight bytes at a time.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ worker: SegmentationWorker, over start: Int, of out: inout [UInt8]
  ) {
    var position = start
    if let source = bytes.baseAddress {
      // Only for a new buffer: asking for a little more each time would make a used one anew.
      if out.count < bytes.count { out.reserveCapacity(start + bytes.count * 2) }
      var needsSpace = false
      worker.segment(bytes, 0..<bytes.count) { tokens in
        copy(tokens, from: source, count: bytes.count, &needsSpace, to: &position, of: &out)
      }
    }
    out.resize(to: position)
  }

  /// Copies the tokens of a batch behind each other.
  private static func copy(
    _ tokens: UnsafeBufferPointer<Token>, from source: UnsafePointer<UInt8>, count: Int, _ needsSpace: inout Bool,
    to position: inout Int, of out: inout [UInt8]
  ) {
    var size = 0
    for token in tokens { size &+= Int(token.end &- token.start) &+ 1 }
    // Eight more, because whole words of eight bytes are stored.
    let end = position + size + 8
    if out.count < end { out.resize(to: end) }
    var target = position
    out.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      // `start`, `end` and `switch` on purpose: what is computed in another module is a call for each token.
      for token in tokens {
        switch token.kind {
        case .space: continue
        case .lineBreak: needsSpace = false
        default:
          if needsSpace {
            base.storeBytes(of: 0x20, toByteOffset: target, as: UInt8.self)
            target &+= 1
          }
          needsSpace = true
        }
        let lower = Int(token.start)
        let length = Int(token.end) &- lower
        let from = UnsafeRawPointer(source + lower)
        if length <= 8, lower &+ 8 <= count {
          base.storeBytes(of: from.loadUnaligned(as: UInt64.self), toByteOffset: target, as: UInt64.self)
        } else {
          (base + target).copyMemory(from: from, byteCount: length)
        }
        target &+= length
      }
    }
    position = target
  }
}
