/// What a punctuation mark does at the end or the start of a line.
enum Mark {
  /// Ends a sentence: `。` `！` `；` `…`
  case stop
  /// Ends a sentence, and may end a headline as well: `！` `？`
  case call
  case comma
  case colon
  case open
  case close
  case none

  init(_ value: UInt32) {
    switch value {
    case 0x3002, 0xFF61, 0xFF0E, 0x2E, 0xFF1B, 0x3B, 0x2026, 0x22EF: self = .stop  // 。 ｡ ． . ； ; … ⋯
    case 0xFF01, 0x21, 0xFF1F, 0x3F: self = .call  // ！ ! ？ ?
    case 0xFF0C, 0x2C, 0x3001, 0xFF64: self = .comma  // ， , 、 ､
    case 0xFF1A, 0x3A: self = .colon  // ： :
    // “ ‘ （ ( 《 〈 「 『 【 〔 〖 ［ [ ｛ {
    case 0x201C, 0x2018, 0xFF08, 0x28, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF3B, 0x5B, 0xFF5B,
      0x7B:
      self = .open
    // ” ’ ） ) 》 〉 」 』 】 〕 〗 ］ ] ｝ }
    case 0x201D, 0x2019, 0xFF09, 0x29, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFF3D, 0x5D, 0xFF5D,
      0x7D:
      self = .close
    default: self = .none
    }
  }

  /// Bullets that open an item of a list: ● ○ • · ■ □ ◆ ◇ ▲ △ ★ ☆ ▶ ※ ➢ and the like.
  static func isBullet(_ value: UInt32) -> Bool {
    switch value {
    case 0x2022, 0x25A0...0x25FF, 0x2605, 0x2606, 0x203B, 0x27A2, 0x2023, 0x30FB, 0xB7: true
    default: false
    }
  }

  /// Marks that make up a line of nothing but ornament: `---`, `* * *`, `＝＝＝`, `———`.
  static func isRule(_ value: UInt32) -> Bool {
    switch value {
    case 0x2A, 0x2D, 0x3D, 0x5F, 0x7E, 0x23, 0x2B, 0xFF0A, 0xFF0D, 0xFF1D, 0xFF3F, 0x2014, 0x2015, 0x2500...0x257F,
      0x2605, 0x2606, 0x25C6, 0x25C7, 0x203B:
      true
    default: false
    }
  }
}
