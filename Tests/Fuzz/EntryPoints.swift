// libFuzzer has `main` and calls these two; `swift build --sanitize fuzzer` links it.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The target that the environment variable FUZZ_TARGET names; made at the first use.
private let target: any FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let type = fuzzTargets.first(where: { $0.name == name }) else {
    let names = fuzzTargets.map { $0.name }.joined(separator: " ")
    fatalError("FUZZ_TARGET is '\(name)', and should be one of: \(names)")
  }
  do { return try type.init() } catch { fatalError("\(name): \(error)") }
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
