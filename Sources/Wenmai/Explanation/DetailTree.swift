/// A line about something with lines below it, for people.
struct DetailTree {
  /// A line of what is told, with the lines below it.
  struct Detail {
    var label: String
    var text: String
    var below: [String] = []
  }

  var head: String
  var details: [Detail] = []

  mutating func add(_ label: String, _ text: String, below: [String] = []) {
    details.append(Detail(label: label, text: text, below: below))
  }

  func write(into out: inout [UInt8]) {
    out += "\(head)\n".utf8
    for (index, detail) in details.enumerated() {
      let isLast = index + 1 == details.count
      let gap = String(repeating: " ", count: max(1, 11 - detail.label.count))
      out += "  \(isLast ? "└─" : "├─") \(detail.label)\(gap)\(detail.text)\n".utf8
      for line in detail.below { out += "  \(isLast ? " " : "│")             \(line)\n".utf8 }
    }
  }
}

/// Nats for people.
enum NatsText {
  /// Two decimals, with a sign: `+2.50`.
  static func signed(_ nats: Double) -> String { (nats < 0 ? "−" : "+") + plain(abs(nats)) }

  /// Two decimals, without Foundation.
  static func plain(_ nats: Double) -> String {
    guard nats.isFinite, abs(nats) < 1e9 else { return "\(nats)" }
    let hundredths = Int((abs(nats) * 100).rounded())
    let decimals = hundredths % 100
    return "\(nats < 0 && hundredths > 0 ? "−" : "")\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
