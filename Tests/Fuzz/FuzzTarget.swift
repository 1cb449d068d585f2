/// One way into the library for bytes that nobody has looked at.
///
/// `run` must return for any input; it crashes by `expect` where a promise of the library does not hold.
protocol FuzzTarget: Sendable {
  /// What `Scripts/fuzz` and the folders of seeds call it.
  static var name: String { get }
  init() throws
  func run(_ input: [UInt8])
}

/// All targets. `Scripts/fuzz` takes their names from the folders in `Tests/Fuzz/Seeds`.
let fuzzTargets: [any FuzzTarget.Type] = [
  AnalysisTarget.self, PageTarget.self, SegmentationTarget.self, TableTarget.self, UserDictionaryTarget.self,
  RuleTarget.self, LexiconTarget.self, RecordTarget.self, QueryTarget.self,
]

/// Stops the run, so that libFuzzer keeps the input. Unlike `precondition` it says why in an optimised build, too.
func expect(_ condition: Bool, _ promise: StaticString) {
  if !condition { fatalError("broken promise: \(promise)") }
}
