/// Tells GB18030 from Big5 by where frequent characters stand in each.
///
/// Both write a character as two bytes, the first from 81 up. GB has its 3,755 frequent characters at B0A1–D7FE and
/// never uses a second byte below A1 for them; Big5 has its 5,401 at A440–C67E, four of ten with a second byte below
/// 7F. ICU's detector counts single frequent characters instead, and finds no Big5 in less than some fifteen of them.
enum DoubleByteGuess {
  /// The likelier of the two; GB18030 when nothing decides.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    var gb = 0
    var big5 = 0
    var i = 0
    while i + 1 < bytes.count {
      let lead = bytes[i]
      if lead < 0x81 || lead == 0xFF {  // ASCII, or broken: then the next byte begins a character
        i += 1
        continue
      }
      let trail = bytes[i + 1]
      if (0x30...0x39).contains(trail) {
        // Four bytes, in GB18030 only; or a broken character before a digit.
        i += 4
        continue
      }
      gb += scoreInGB(lead, trail)
      big5 += scoreInBig5(lead, trail)
      i += 2
    }
    return big5 > gb ? .big5 : .gb18030
  }

  // Scores from -20 (impossible) to 10 (what most of a text is made of), fitted on a few thousand snippets of news.

  private static func scoreInGB(_ lead: UInt8, _ trail: UInt8) -> Int {
    if trail < 0x40 || trail == 0x7F || trail == 0xFF { return -20 }
    if trail < 0xA1 || lead < 0xA1 { return 2 }  // GBK's additions: traditional and rare characters
    switch lead {
    case 0xA1...0xA3, 0xB0...0xD7: return 10  // punctuation, width; frequent characters
    case 0xD8...0xF7: return 3
    default: return 1
    }
  }

  private static func scoreInBig5(_ lead: UInt8, _ trail: UInt8) -> Int {
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return -20 }
    switch lead {
    case 0xA1...0xA3, 0xA4...0xC6: return 10
    case 0xC9...0xF9: return 3
    default: return -5  // Hong Kong's additions: rare
    }
  }
}
