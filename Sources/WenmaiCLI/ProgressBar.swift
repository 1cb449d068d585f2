import Wenmai

/// A line on standard error that says how far work has come; shown on a terminal only, after the first second.
struct ProgressBar {
  private let total: Int?
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant
  private var done = 0
  private var articles = 0
  private var isVisible = false
  private let isEnabled: Bool

  /// - Parameter total: the bytes to do; nil if that is not known.
  init(total: Int?, isEnabled: Bool) {
    self.total = total
    self.isEnabled = isEnabled && Terminal.isTerminal(.error)
    // The first line comes a second after the start, the next ones a tenth of a second after each other.
    shown = start + .milliseconds(900)
  }

  /// - Parameter articles: how many more articles are done, where that is shown.
  mutating func advance(by count: Int, articles more: Int = 0) {
    done += count
    articles += more
    guard isEnabled else { return }
    let now = ContinuousClock.now
    guard now - shown >= .milliseconds(100) else { return }
    shown = now
    isVisible = true
    Terminal.complain("\r\(line(elapsed: (now - start) / .seconds(1)))\u{1B}[K")
  }

  /// Takes the line away, so that messages begin on a clean one.
  mutating func clear() {
    if isVisible { Terminal.complain("\r\u{1B}[K") }
    isVisible = false
  }

  private func line(elapsed: Double) -> String {
    let rate = Double(done) / max(elapsed, 0.001)
    var speed = "\(Self.megabytes(Double(done))) MB, \(Self.megabytes(rate)) MB/s"
    if articles > 0 { speed += ", \(Int(Double(articles) / max(elapsed, 0.001))) articles/s" }
    guard let total, total > 0 else { return speed }
    let share = min(Double(done) / Double(total), 1)
    let width = min(max((Terminal.width(.error) ?? 80) - (articles > 0 ? 66 : 48), 8), 40)
    let filled = Int(share * Double(width))
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
    let left = Int((Double(max(total - done, 0)) / max(rate, 1)).rounded(.up))
    let seconds = left % 60
    return "\(bar) \(Int(share * 100)) %  \(speed), \(left / 60):\(seconds < 10 ? "0" : "")\(seconds) left"
  }

  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 100_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
