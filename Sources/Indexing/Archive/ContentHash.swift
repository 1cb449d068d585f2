import Lexicon

/// Tells whether an article or a file was changed: 128 bits, not meant against forgery.
package struct ContentHash {
  private var state: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142]

  package init() {}

  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      for index in state.indices { state[index] = LexiconFormat.checksum(bytes, seed: state[index]) }
    }
  }

  package var bytes: [UInt8] {
    state.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) } }
  }

  static func hash(title: String, time: String?, body: [UInt8]) -> [UInt8] {
    var hash = ContentHash()
    // The separator stands in no text, so nothing can move between headline and body unseen.
    hash.add(Array(title.utf8) + [0xFF] + Array((time ?? "").utf8) + [0xFF])
    hash.add(body)
    return hash.bytes
  }
}
