// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// What every target asks of the compiler: imports stay inside a module unless marked, existentials are spelt out.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// On Linux the runtime of Swift becomes part of the command where the toolchain has it as archives, as those of swift.org
/// do: the command starts 10 ms sooner, runs 5 % faster, and runs on machines without Swift. Else it is loaded, as in tests.
let runtime: [LinkerSetting] = {
  let tools = (Context.environment["PATH"] ?? "").split(separator: ":").map { URL(fileURLWithPath: "\($0)/swiftc") }
  guard let tool = tools.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else { return [] }
  let archives = tool.resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("../lib/swift_static/linux/libFoundation.a")
  guard FileManager.default.fileExists(atPath: archives.path) else { return [] }
  // What libFoundation.a needs; modules that are compiled for the shared runtime do not name it.
  let needed = [
    "CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU", "BlocksRuntime", "dispatch",
  ]
  return [
    .unsafeFlags(
      ["-static-stdlib", "-use-ld=lld"] + needed.map { "-l\($0)" }, .when(platforms: [.linux]))
  ]
}()

let package = Package(
  name: "Wenmai",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Wenmai", targets: ["Wenmai"]),
    .executable(name: "wenmai", targets: ["WenmaiCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.8.0"),
  ],
  targets: [
    // The way of the data, top to bottom; a target imports only what stands above it.
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "ICUShim", dependencies: ["CICU"]),
    .target(name: "HTMLShim", dependencies: ["CLibXML2"]),
    .target(name: "ICU", dependencies: ["ICUShim"], swiftSettings: strict),
    .target(name: "Text", dependencies: ["ICU", "HTMLShim"], swiftSettings: strict),
    .target(name: "Lexicon", dependencies: ["Text"], swiftSettings: strict),
    // Swift has no way to ask for memory ahead of its use.
    .target(name: "PrefetchShim"),
    .target(
      name: "Segmentation", dependencies: ["Lexicon", "Text", "ICU", "PrefetchShim"], swiftSettings: strict),
    .target(
      name: "Extraction", dependencies: ["Segmentation", "Lexicon", "Text", "ICU", "PrefetchShim"],
      swiftSettings: strict),
    .target(
      name: "DictionaryCompiler", dependencies: ["Extraction", "Segmentation", "Lexicon", "Text"],
      swiftSettings: strict),
    .target(
      name: "Training", dependencies: ["Extraction", "Segmentation", "Lexicon", "Text"], swiftSettings: strict),
    // FTS5 wants functions in C; the words they hand out come from SearchTokens.
    .target(name: "TokenizerShim"),
    .target(name: "SearchTokens", dependencies: ["Lexicon", "TokenizerShim"], swiftSettings: strict),
    .target(
      name: "Indexing",
      dependencies: [
        "SearchTokens", "Extraction", "Segmentation", "Lexicon", "Text",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(name: "CompiledDictionary", exclude: ["core.bin"]),
    .target(
      name: "Wenmai",
      dependencies: [
        "CompiledDictionary", "DictionaryCompiler", "Training", "Indexing", "SearchTokens", "Extraction",
        "Segmentation",
        "Lexicon", "Text", "ICU",
      ], swiftSettings: strict),
    .executableTarget(
      name: "WenmaiCLI",
      dependencies: ["Wenmai", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict, linkerSettings: runtime),

    .target(
      name: "TestSupport",
      dependencies: ["Wenmai", "DictionaryCompiler", "Extraction", "Segmentation", "Lexicon", "Text"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "Wenmai", "DictionaryCompiler", "Extraction", "Segmentation", "Lexicon", "Text", "ICU", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WenmaiTests",
      dependencies: ["Wenmai", "DictionaryCompiler", "Extraction", "Lexicon", "Text", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ICUTests", dependencies: ["ICU", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LexiconTests", dependencies: ["Lexicon", "DictionaryCompiler", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DictionaryCompilerTests", dependencies: ["DictionaryCompiler", "Lexicon", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SegmentationTests", dependencies: ["Segmentation", "DictionaryCompiler", "Lexicon", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["Training", "Extraction", "Segmentation", "DictionaryCompiler", "Lexicon", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "TextTests", dependencies: ["Text", "ICU", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IndexingTests",
      dependencies: [
        "Wenmai", "Indexing", "SearchTokens", "Extraction", "DictionaryCompiler", "Lexicon", "Text", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    // They run the command, which is built with all tests; as a dependency it would be linked into them.
    .testTarget(name: "CLITests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// Built on demand by Scripts/fuzz: without `--sanitize fuzzer` it has no `main`, and plain builds shall not see it.
if Context.environment["WENMAI_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Wenmai", "Indexing", "DictionaryCompiler", "Extraction", "Segmentation", "Lexicon", "Text", "TestSupport",
      ],
      path: "Tests/Fuzz", exclude: ["Seeds"], swiftSettings: strict))
}

// Built on demand by `make extension`: a library that SQLite loads, so that its other clients can search an archive.
if Context.environment["WENMAI_EXTENSION"] != nil {
  package.products.append(.library(name: "wenmai_fts5", type: .dynamic, targets: ["SQLiteExtension"]))
  package.targets += [
    .target(name: "SQLiteExtensionEntry"),
    .target(
      name: "SQLiteExtension", dependencies: ["SQLiteExtensionEntry", "SearchTokens", "CompiledDictionary", "Lexicon"],
      swiftSettings: strict),
  ]
}
