import Foundation
import TestSupport
import Testing
import Wenmai

/// Whole articles against their trees in `Tests/Fixtures/golden`.
@Suite struct GoldenTests {
  @Test(arguments: articleFiles())
  func article(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let golden = fixtures.appending(path: "golden").appending(path: file.lastPathComponent)
    expectGolden(AnalysisDump.text(SharedAnalyzer.standard.analyze(text)), golden)
  }
}
