package import Foundation
package import Testing

/// Compares `actual` with the golden file, line by line.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is rewritten and the test fails, so that no run that records
/// can be taken for one that checks.
package func expectGolden(_ actual: String, _ file: URL, sourceLocation: SourceLocation = #_sourceLocation) {
  let name = file.lastPathComponent
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    do {
      try Data(actual.utf8).write(to: file)
      Issue.record("\(name) was rewritten; read the difference and run again", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(name) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("\(name) is missing; RECORD_SNAPSHOTS=1 swift test writes it", sourceLocation: sourceLocation)
    return
  }
  guard actual != expected else { return }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old).prefix(20).map { change in
    switch change {
    case .remove(let offset, let line, _): "\(offset + 1) - \(line)"
    case .insert(let offset, let line, _): "\(offset + 1) + \(line)"
    }
  }
  Issue.record("\(name) differs:\n\(changes.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
