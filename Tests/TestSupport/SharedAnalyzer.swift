package import Wenmai

/// One analyzer for the tests of all modules: the embedded dictionary is opened once.
package enum SharedAnalyzer {
  package static let standard: Analyzer = {
    do {
      return try Analyzer()
    } catch {
      fatalError("the embedded dictionary does not load; run `make dictionaries`: \(error)")
    }
  }()
}
