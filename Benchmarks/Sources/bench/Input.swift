/// The text that stages read.
struct Input: Sendable {
  let utf8: [UInt8]
  let text: String
  /// In Unicode scalars.
  let characterCount: Int

  init(_ text: String) {
    self.text = text
    utf8 = Array(text.utf8)
    characterCount = text.unicodeScalars.count
  }

  /// The first lines, about `size` bytes of them: for what is too slow to read all.
  func beginning(_ size: Int) -> Input { Input(String(decoding: utf8[..<lineEnd(after: size)], as: UTF8.self)) }

  /// `count` parts of about the same size, cut after lines.
  func parts(_ count: Int) -> [Input] {
    var start = 0
    return (1...count).map { part in
      let end = part == count ? utf8.count : max(start, lineEnd(after: utf8.count * part / count))
      defer { start = end }
      return Input(String(decoding: utf8[start..<end], as: UTF8.self))
    }
  }

  private func lineEnd(after offset: Int) -> Int {
    guard offset < utf8.count else { return utf8.count }
    return utf8[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? utf8.count
  }
}
