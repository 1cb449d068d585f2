import Foundation

/// The machine that was measured on, as far as it matters for speed.
enum Machine {
  static var description: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(processor ?? "unknown processor"), \(cores) core\(cores == 1 ? "" : "s")"
  }

  private static var processor: String? {
    #if os(Linux)
      let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
      return lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last?.trimmingCharacters(
        in: .whitespaces)
    #else
      var name = [CChar](repeating: 0, count: 256)
      var size = name.count
      guard sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0 else { return nil }
      return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    #endif
  }
}
