import ArgumentParser
import Wenmai

/// What commands that write results have in common.
struct OutputArguments: ParsableArguments {
  @Option(
    name: [.short, .long], help: "Write to this file instead of standard output; it appears when it is whole.",
    completion: .file())
  var output: String?

  @Option(help: "What positions count: code points (as Python), UTF-16 units (as Java, JavaScript) or bytes of UTF-8.")
  var offsets: Offsets = .scalar

  @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
  var color: ColorChoice = .auto

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  enum Offsets: String, ExpressibleByArgument, CaseIterable {
    case scalar, utf16, utf8
  }

  var options: OutputOptions {
    var options = OutputOptions()
    options.offsets = OffsetUnit(rawValue: offsets.rawValue) ?? .scalar
    options.style = TerminalStyle(isEnabled: isColored)
    if output == nil { options.width = Terminal.width(.output) }
    return options
  }

  private var isColored: Bool {
    switch color {
    case .always: true
    case .never: false
    // https://no-color.org: set and not empty means no colours.
    case .auto: output == nil && Terminal.isTerminal(.output) && (Terminal.environment("NO_COLOR") ?? "").isEmpty
    }
  }
}
