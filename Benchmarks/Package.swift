// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses Entente downloads what only
// measuring it needs.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "entente-benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "entente-bench", targets: ["Table"])],
  dependencies: [
    .package(name: "entente", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // Without its traits the benchmark library needs no allocator of its own.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.30.0", traits: []),
  ],
  targets: [
    // The cases and the answers that are known of them.
    .target(
      name: "Cases", dependencies: [.product(name: "Entente", package: "entente")],
      swiftSettings: settings),
    // The one table, a process for each row: `make bench`.
    .executableTarget(
      name: "Table",
      dependencies: ["Cases", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    // The quick rows under the benchmark library, to compare two versions of the
    // code (README.md). Its plugin looks for targets in such a folder.
    .executableTarget(
      name: "QuickRows",
      dependencies: ["Cases", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/QuickRows", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
