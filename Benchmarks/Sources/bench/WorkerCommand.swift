import ArgumentParser
import Foundation
import Wenmai

/// The library in the comparison with its peers: speaks what `peers/worker.py` speaks.
///
/// Each line of standard input is `time PATH` or `cut PATH`, each line of standard output the answer, as JSON.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  @Option var mode: String

  /// A round lasts at least as long, so that the clock does not matter.
  private static let roundSeconds = 0.1

  struct Load: Encodable {
    let load: Double
    let machine: String
  }
  struct Timing: Encodable {
    let cpu, wall: Double
    let words: Int
  }

  func run() throws {
    guard let mode = SegmentationMode(rawValue: mode) else { throw ValidationError("No mode is called '\(mode)'.") }
    let start = Clock.thread.now
    let segmenter = try Analyzer().makeWordSegmenter(mode: mode)
    _ = segmenter.words(of: Start.sentence.text)
    try answer(Load(load: Clock.thread.now - start, machine: Machine.description))
    while let line = readLine() {
      let request = line.split(separator: " ", maxSplits: 1)
      guard request.count == 2 else { throw ValidationError("'\(line)' is no request.") }
      let text = try String(contentsOfFile: String(request[1]), encoding: .utf8)
      if request[0] == "time" {
        try answer(time(segmenter, Array(text.utf8)))
      } else {
        try answer(
          text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            segmenter.words(of: String(line)).map { String($0.text) }
          })
      }
    }
  }

  private func time(_ segmenter: WordSegmenter, _ utf8: [UInt8]) -> Timing {
    var words = 0
    var rounds = 0
    let (wall, cpu) = (Clock.wall.now, Clock.thread.now)
    repeat {
      words = 0
      segmenter.forEachWord(in: utf8) { _, _ in words += 1 }
      rounds += 1
    } while Clock.thread.now - cpu < Self.roundSeconds
    return Timing(
      cpu: (Clock.thread.now - cpu) / Double(rounds), wall: (Clock.wall.now - wall) / Double(rounds), words: words)
  }

  private func answer(_ value: some Encodable) throws {
    let data = try JSONEncoder().encode(value) + Data("\n".utf8)
    try FileHandle.standardOutput.write(contentsOf: data)
  }
}
