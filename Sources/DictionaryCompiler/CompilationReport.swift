/// What a compilation did: one part a line, and what looked odd without being wrong.
public struct CompilationReport: Sendable {
  public struct Part: Sendable {
    public var name: String
    public var entries: Int
    public var bytes: Int
    public var seconds: Double
  }

  public internal(set) var parts: [Part] = []
  public internal(set) var warnings: [DictionaryError] = []

  /// Runs `work` and notes how long it took; `size` tells entries and bytes of its result.
  mutating func measure<T>(_ name: String, _ work: () -> T, size: (T) -> (entries: Int, bytes: Int)) -> T {
    let start = ContinuousClock.now
    let result = work()
    let (entries, bytes) = size(result)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    parts.append(Part(name: name, entries: entries, bytes: bytes, seconds: seconds))
    return result
  }
}
