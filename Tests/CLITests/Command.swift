import Foundation

/// Runs the command that the tests were built with.
struct Command {
  var status: Int32
  var output: Data
  var error: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// The objects of JSON Lines output.
  var objects: [[String: Any]] {
    get throws {
      try lines.map { line in
        guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
          throw CocoaError(.coderReadCorrupt)
        }
        return object
      }
    }
  }

  /// The command stands where the test bundle (macOS) or the test executable (Linux) was built.
  static let path: String = {
    var folders = [URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    folders.append(Bundle.main.bundleURL)
    let places = folders.map { $0.appending(path: "wenmai").path }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "wenmai"
  }()

  /// - Parameter input: what standard input holds.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Command {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: nothing can block, whatever the size.
    let folder = try TemporaryFolder()
    let names = ["in", "out", "err"].map { folder.url.appending(path: $0) }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    // A crash shows as a shell shows it: 128 and the signal.
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Command(
      status: signal + process.terminationStatus,
      output: try Data(contentsOf: names[1]), error: try String(contentsOf: names[2], encoding: .utf8))
  }
}

/// A folder that goes when it is no longer used.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "wenmai-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where a file of that name stands, or would.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file; folders in its name are made.
  @discardableResult
  func write(_ data: Data, _ name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ text: String, _ name: String) throws -> String { try write(Data(text.utf8), name) }
}
