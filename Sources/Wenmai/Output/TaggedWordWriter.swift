import Lexicon
import Segmentation

/// Words with `/tag` behind each and a space between them; line breaks stay.
struct TaggedWordWriter {
  private let names: TagNames
  private var needsSpace = false

  init(_ names: TagNames) { self.names = names }

  /// - Complexity: O(n).
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ worker: TaggingWorker, into out: inout [UInt8]) {
    guard let source = bytes.baseAddress else { return }
    out.reserveCapacity(out.count + bytes.count * 2)
    var needsSpace = needsSpace
    worker.segment(bytes, 0..<bytes.count) { tokens, tags in
      names.packed.withUnsafeBufferPointer { packed in
        names.lengths.withUnsafeBufferPointer { lengths in
          Self.copy(tokens, tags, from: source, packed, lengths, &needsSpace, into: &out)
        }
      }
    }
    self.needsSpace = needsSpace
  }

  private static func copy(
    _ tokens: UnsafeBufferPointer<Token>, _ tags: UnsafeBufferPointer<TagID>, from source: UnsafePointer<UInt8>,
    _ packed: UnsafeBufferPointer<UInt64>, _ lengths: UnsafeBufferPointer<UInt8>, _ needsSpace: inout Bool,
    into out: inout [UInt8]
  ) {
    // A space, a stroke and eight bytes for the tag, of which all are stored.
    var size = 0
    for token in tokens { size &+= Int(token.end &- token.start) &+ 10 }
    let start = out.count
    out.append(contentsOf: repeatElement(0, count: size))
    var position = start
    out.withUnsafeMutableBytes { target in
      guard let base = target.baseAddress else { return }
      for index in tokens.indices {
        // `start` and `end` on purpose: what is computed in another module is a call for each token.
        let token = tokens[index]
        if token.kind == .space { continue }
        if token.kind == .lineBreak { needsSpace = false }
        if needsSpace {
          base.storeBytes(of: 0x20, toByteOffset: position, as: UInt8.self)
          position &+= 1
        }
        needsSpace = token.kind != .lineBreak
        let length = Int(token.end &- token.start)
        (base + position).copyMemory(from: source + Int(token.start), byteCount: length)
        position &+= length
        let tag = Int(tags[index].raw)
        if lengths[tag] == 0 { continue }
        base.storeBytes(of: 0x2F, toByteOffset: position, as: UInt8.self)
        base.storeBytes(of: packed[tag].littleEndian, toByteOffset: position &+ 1, as: UInt64.self)
        position &+= 1 &+ Int(lengths[tag])
      }
    }
    out.removeLast(out.count - position)
  }
}
