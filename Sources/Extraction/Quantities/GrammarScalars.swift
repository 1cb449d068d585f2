/// The few characters that the grammars themselves are made of; words stand in the tables.
enum GrammarScalar {
  static let space: UInt32 = 0x20
  static let comma: UInt32 = 0x2C
  static let hyphen: UInt32 = 0x2D
  static let fullStop: UInt32 = 0x2E
  static let slash: UInt32 = 0x2F
  static let colon: UInt32 = 0x3A
  static let leftParenthesis: UInt32 = 0x28
  static let rightParenthesis: UInt32 = 0x29
  /// （ and ）, which folding leaves as they are.
  static let wideLeftParenthesis: UInt32 = 0xFF08
  static let wideRightParenthesis: UInt32 = 0xFF09
  static let plus: UInt32 = 0x2B
  static let percent: UInt32 = 0x25
  static let caret: UInt32 = 0x5E
  /// ×
  static let times: UInt32 = 0xD7
  /// The decimal point of old newspapers, the sign inside 9·11.
  static let middleDot: UInt32 = 0xB7
  /// ，, which folding leaves as it is.
  static let wideComma: UInt32 = 0xFF0C
  static let wideColon: UInt32 = 0xFF1A
  /// 负
  static let minus: UInt32 = 0x8D1F
  /// 、
  static let listComma: UInt32 = 0x3001
  static let degreeSign: UInt32 = 0xB0
  static let letterE: UInt32 = 0x65
  static let letterK: UInt32 = 0x6B
  static let letterX: UInt32 = 0x78
  /// Behind a sum in letters: $3.5m, $2b.
  static let letterM: UInt32 = 0x6D
  static let letterB: UInt32 = 0x62
  /// 5w元, 10w+: 万 as it is typed.
  static let letterW: UInt32 = 0x77
  /// Of a quarter: q1.
  static let letterQ: UInt32 = 0x71
  /// 转, before the extension of a telephone number.
  static let extensionNumber: UInt32 = 0x8F6C
  /// 比, in 3比1.
  static let comparedWith: UInt32 = 0x6BD4
  /// 每, between a unit and what it is counted per.
  static let each: UInt32 = 0x6BCF
  /// 个, before 半 or 多 and a unit of time: 两个半小时, 1个多月.
  static let counter: UInt32 = 0x4E2A
  /// 数, in 半数
  static let amount: UInt32 = 0x6570
  /// 半
  static let half: UInt32 = 0x534A
  /// 分之, the fraction bar.
  static let part: UInt32 = 0x5206
  static let of: UInt32 = 0x4E4B
  /// 又, between a whole number and its fraction, and between lengths of time.
  static let and: UInt32 = 0x53C8
  static let year: UInt32 = 0x5E74
  static let month: UInt32 = 0x6708
  static let day: UInt32 = 0x65E5
  /// 号, the day of a month as it is spoken.
  static let spokenDay: UInt32 = 0x53F7
  static let hour: UInt32 = 0x65F6
  static let oClock: UInt32 = 0x70B9
  /// 涨 and 跌, of prices.
  static let rises: UInt32 = 0x6DA8
  static let falls: UInt32 = 0x8DCC
  static let second: UInt32 = 0x79D2
  /// 刻, a quarter of an hour.
  static let quarter: UInt32 = 0x523B
  static let exactly: UInt32 = 0x6574
  /// 正, which ends a sum as 整 does.
  static let upright: UInt32 = 0x6B63
  static let bell: UInt32 = 0x949F
  static let ordinal: UInt32 = 0x7B2C
  static let season: UInt32 = 0x5B63
  static let degree: UInt32 = 0x5EA6
  static let leap: UInt32 = 0x95F0
  /// 初, before the first ten days of a lunar month.
  static let beginning: UInt32 = 0x521D
  static let coin: UInt32 = 0x94B1  // 钱, in 七分钱
  static let two: UInt32 = 0x4E24  // 两
  static let occasion: UInt32 = 0x6B21  // 次
  static let from: UInt32 = 0x4ECE  // 从
  static let arriving: UInt32 = 0x5230  // 到
  static let isVerb: UInt32 = 0x662F  // 是
  static let near: UInt32 = 0x8FD1
  static let attributive: UInt32 = 0x7684
  static let first: UInt32 = 0x5143  // 元, the first year of an era
  static let dayOfRest: UInt32 = 0x5929  // 天, in 星期天
  static let about: UInt32 = 0x7EA6  // 约
  static let figure: UInt32 = 0x5B57  // 字, a figure of the dial: five minutes
  static let touching: (UInt32, UInt32) = (0x642D, 0x8E0F)  // 搭, 踏: the hand touches it
  static let enumeration: UInt32 = 0x3001  // 、
  static let festival: UInt32 = 0x8282  // 节, 气: a solar term
  static let air: UInt32 = 0x6C14
  static let interval: UInt32 = 0x95F4  // 间, in 年间
  static let century: (UInt32, UInt32) = (0x4E16, 0x7EAA)
  static let decade: (UInt32, UInt32) = (0x5E74, 0x4EE3)

  /// What may follow the first numeral of a date or clock time beside units of time and 至.
  static let afterTimeNumeral: [UInt32] = [
    hyphen, fullStop, slash, colon, year, month, day, spokenDay, hour, oClock, century.0, season, counter, quarter,
  ]

  /// What may follow the digits of a time beside these: 1,200天, 1·5年, 1e3秒, 3pm, 2又1/2天.
  static let afterTimeDigits: [UInt32] = [comma, wideComma, middleDot, caret, letterE, letterK, 0x61, 0x70, and]

  static func isHan(_ s: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(s) || (0x3400...0x4DBF).contains(s) || (0x20000...0x3FFFF).contains(s)
  }

  static func isLatinLetter(_ s: UInt32) -> Bool { (0x61...0x7A).contains(s) || (0x41...0x5A).contains(s) }
  static func isColon(_ s: UInt32) -> Bool { s == colon || s == wideColon }
  static func isComma(_ s: UInt32) -> Bool { s == comma || s == wideComma }
  static func opens(_ s: UInt32) -> Bool { s == leftParenthesis || s == wideLeftParenthesis }
  static func closes(_ s: UInt32) -> Bool { s == rightParenthesis || s == wideRightParenthesis }
  /// 比, 较
  static func compares(_ s: UInt32) -> Bool { s == comparedWith || s == 0x8F83 }
  static func isDigit(_ s: UInt32) -> Bool { (0x30...0x39).contains(s) }
}
