import ArgumentParser
import Foundation

/// The measurements of a run, with what one needs to judge them.
struct Report: Codable {
  let date, machine, text: String
  let bytes, characters: Int
  let measurements: [Measurement]

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, json }

  func formatted(_ format: Format) throws -> String {
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    case .markdown: return heading + "\n\n" + ResultTable(measurements).markdown + remark
    case .table: return heading + "\n\n" + ResultTable(measurements).text + remark
    }
  }

  private var heading: String {
    "\(text): \(String(format: "%.2f", Double(bytes) / 1e6)) MB, \(characters) characters; \(machine); \(date)"
  }

  /// What makes the rates of several threads doubtful.
  private var remark: String {
    let shares = measurements.compactMap(\.threaded?.share)
    guard let least = shares.min(), least < 0.9 else { return "" }
    return "\n\nThe machine was busy: \(Threads.count) threads ran for \(Int(100 * least)) % of their time only."
  }
}
