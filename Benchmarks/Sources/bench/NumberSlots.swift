/// Numbers, dates and amounts as newspapers write them.
enum NumberSlots {
  /// The text for a slot, or nil if the slot is none of these.
  static func text(_ name: String, _ argument: String, using generator: inout SeededGenerator) -> String? {
    func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    switch name {
    case "n":
      let bounds = argument.split(separator: "-").compactMap { Int($0) }
      return bounds.count == 2 ? "\(any(bounds[0]...bounds[1]))" : nil
    case "cn": return ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "二十"][any(0...12)]
    case "decimal": return "\(any(0...99)).\(any(1...9))"
    case "decimal4": return "\(any(6...7)).\(any(1000...9999))"
    case "percent": return any(0...5) == 0 ? "百分之\(["五", "十", "三十"][any(0...2)])" : "\(any(0...99)).\(any(1...9))%"
    case "year": return "\(any(1958...2026))"
    case "month": return "\(any(1...12))月"
    case "date": return date(any(0...4), any(1...12), any(1...28), any(2019...2026))
    case "clock": return "\(["上午", "下午", "凌晨", "晚上", ""][any(0...4)])\(any(1...12))时\(any(0...59))分"
    case "count": return count(any(0...5), any(1...999), any(1...99))
    case "money" where argument == "big": return "\(any(1...9000)).\(any(1...99))亿元"
    case "money": return "\(any(2...900))\(["万余元", "万元", ".5万元"][any(0...2)])"
    default: return nil
    }
  }

  private static func date(_ form: Int, _ month: Int, _ day: Int, _ year: Int) -> String {
    switch form {
    case 0: "\(year)年\(month)月\(day)日"
    case 1: "今年\(month)月"
    case 2: "\(day)日"
    case 3: ["昨天", "日前", "近日", "上周五"][day % 4]
    default: "\(month)月\(day)日"
    }
  }

  private static func count(_ form: Int, _ number: Int, _ fraction: Int) -> String {
    switch form {
    case 0: "\(number).\(fraction)万"
    case 1: "近\(number)万"
    case 2: "\(number * 10)余"
    case 3: "\(number),\(100 + fraction)"
    case 4: "十几万"
    default: "\(number * 7)"
    }
  }
}
