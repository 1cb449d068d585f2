// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that what measures Wenmai never reaches those who use it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Wenmai", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
  ],
  targets: [
    // perf_event_open has no wrapper in the C library, and Swift cannot call the variadic `syscall`.
    .target(name: "Counters"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Counters", .product(name: "Wenmai", package: "Wenmai"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
