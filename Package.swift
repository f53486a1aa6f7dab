// swift-tools-version: 6.2
import PackageDescription

/// A module of Entente: what it is called and everything that it may import.
///
/// `make lint` compares every `import` in Sources and Tests with this table, so
/// keep one module to a line.
struct Module {
  let name: String
  var uses: [String] = []
  var packages: [String] = []
  var system: [String] = []
  /// Folders beside the code that hold other things.
  var files: [String] = []
}

/// One line per module, in dependency order; a module may import only what
/// stands on its own line. `system` lists modules of the toolchain.
// swift-format-ignore
let modules: [Module] = [
  Module(name: "Notation"),
  Module(name: "Documents"),
  Module(name: "StateSets"),
  Module(name: "DecisionDiagrams"),
  Module(name: "ConflictModel", uses: ["DecisionDiagrams"]),
  Module(name: "CaseFile", uses: ["Notation", "ConflictModel"]),
  Module(name: "Disk", uses: ["Notation", "CaseFile"], system: ["Glibc", "Darwin"]),
  Module(name: "Stability", uses: ["ConflictModel", "StateSets", "DecisionDiagrams"]),
  Module(name: "Certificates", uses: ["ConflictModel"]),
  Module(name: "Questions", uses: ["Notation", "ConflictModel", "CaseFile", "Stability", "Certificates"]),
  Module(name: "Interchange", uses: ["Notation", "ConflictModel", "CaseFile"]),
  Module(name: "Faces", uses: ["Notation", "Documents"]),
  Module(name: "Briefings", uses: ["Notation", "Documents", "ConflictModel", "CaseFile", "Stability", "Certificates", "Questions"]),
  Module(name: "Door", uses: ["Notation", "Documents", "ConflictModel", "CaseFile", "Stability", "Questions", "Interchange", "Faces", "Briefings"]),
  Module(name: "CommandLine", uses: ["Notation", "Documents", "ConflictModel", "CaseFile", "Disk", "Stability", "Certificates", "Questions", "Interchange", "Faces", "Briefings", "Door"], packages: ["ArgumentParser"], system: ["Foundation", "FoundationEssentials", "Synchronization", "Glibc", "Darwin"]),
  Module(name: "Entente", uses: ["Notation", "Documents", "ConflictModel", "CaseFile", "Disk", "Stability", "Certificates", "Questions", "Interchange", "Faces", "Briefings", "Door"]),
]

/// The test targets, in the same form. Every test may import its own module,
/// `Testing`, `TestSupport` and `EffectiveCounts` besides.
// swift-format-ignore
let tests: [Module] = [
  Module(name: "Notation", packages: ["Yams"], system: ["Foundation"]),
  Module(name: "Documents"),
  Module(name: "StateSets"),
  Module(name: "DecisionDiagrams"),
  Module(name: "ConflictModel"),
  Module(name: "CaseFile", uses: ["Notation", "ConflictModel", "Disk"], system: ["Foundation"]),
  Module(name: "Disk", uses: ["Notation", "CaseFile"], system: ["Foundation"]),
  Module(name: "Stability", uses: ["ConflictModel", "Certificates", "DecisionDiagrams"], system: ["Dispatch", "Foundation"]),
  Module(name: "Certificates", uses: ["ConflictModel", "Stability"]),
  Module(name: "Questions", uses: ["Notation", "ConflictModel", "CaseFile", "Stability"], system: ["Foundation"]),
  Module(name: "Interchange", uses: ["Notation", "ConflictModel", "CaseFile", "Stability"], system: ["Foundation"]),
  Module(name: "Faces", uses: ["Notation", "Documents"], system: ["Foundation"]),
  Module(name: "Briefings", uses: ["Notation", "Documents", "ConflictModel", "CaseFile", "Disk", "Stability", "Certificates", "Questions", "Faces", "Door"], system: ["Foundation"]),
  Module(name: "Door", uses: ["Notation", "CaseFile", "Disk", "Questions", "Briefings", "CommandLine"], system: ["Foundation", "Synchronization"]),
  Module(name: "CommandLine", uses: ["Notation", "Documents", "ConflictModel", "CaseFile", "Disk", "Stability", "Certificates", "Questions", "Interchange", "Faces", "Briefings", "Door"], packages: ["ArgumentParser"], system: ["Foundation", "Synchronization"], files: ["Fixtures", "Transcripts", "Briefs"]),
  Module(name: "Entente", system: ["Foundation"]),
  Module(name: "Fuzzing", uses: ["Notation", "ConflictModel", "CaseFile", "Stability", "CommandLine"], packages: ["ArgumentParser"], system: ["Foundation"]),
]

/// What is neither a module nor its tests: the program's `@main`, and what all
/// tests share.
// swift-format-ignore
let others: [Module] = [
  Module(name: "EntenteMain", uses: ["CommandLine"]),
  Module(name: "TestSupport", uses: ["Notation", "ConflictModel", "CaseFile"], system: ["Foundation"]),
  Module(name: "Fuzzing", uses: ["Notation", "ConflictModel", "CaseFile", "Disk", "Stability", "Certificates", "Interchange", "Briefings", "CommandLine", "TestSupport"], packages: ["ArgumentParser"], system: ["Foundation", "Synchronization", "Glibc", "Darwin"]),
  Module(name: "FuzzingMain", uses: ["Fuzzing"]),
  Module(name: "EffectiveCounts", uses: ["TestSupport"], system: ["Synchronization", "Testing"]),
]

/// The packages from outside, with the product that each module name stands for.
let packages: [String: Target.Dependency] = [
  "Yams": .product(name: "Yams", package: "Yams"),
  "ArgumentParser": .product(name: "ArgumentParser", package: "swift-argument-parser"),
]

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What a release build leaves out: the checks of Sources/StateSets/Invariants.swift.
let checks: [SwiftSetting] = [.define("ENTENTE_INTERNAL_CHECKS", .when(configuration: .debug))]

func dependencies(of module: Module) -> [Target.Dependency] {
  module.uses.map { .target(name: $0) } + module.packages.map { packages[$0]! }
}

let sources: [Target] = modules.map {
  .target(
    name: $0.name, dependencies: dependencies(of: $0),
    swiftSettings: settings + ($0.name == "StateSets" ? checks : []))
}

let program: Target = .executableTarget(
  name: others[0].name, dependencies: dependencies(of: others[0]), swiftSettings: settings)

let testSupport: Target = .target(
  name: others[1].name, dependencies: dependencies(of: others[1]), path: "Tests/TestSupport",
  swiftSettings: settings)

/// Laws, random input and its shrinking, with the program that runs them for as
/// long as one likes: `make fuzz`.
let fuzzing: Target = .target(
  name: others[2].name, dependencies: dependencies(of: others[2]), path: "Tests/Fuzzing",
  swiftSettings: settings)

let fuzzingProgram: Target = .executableTarget(
  name: others[3].name, dependencies: dependencies(of: others[3]), path: "Tests/FuzzingMain",
  swiftSettings: settings)

/// Counts how many cases of a test over seeds could have failed.
let effectiveCounts: Target = .target(
  name: others[4].name, dependencies: dependencies(of: others[4]), path: "Tests/EffectiveCounts",
  swiftSettings: settings)

/// `make test` asks for optimised code, of which the tests themselves, whose every line runs once, would
/// take longest to make.
let unoptimised: [SwiftSetting] = [.unsafeFlags(["-Xfrontend", "-Onone"])]

let testTargets: [Target] = tests.map {
  .testTarget(
    name: $0.name + "Tests",
    dependencies: [.target(name: $0.name), "TestSupport", "EffectiveCounts"] + dependencies(of: $0),
    exclude: $0.files, swiftSettings: settings + unoptimised + ($0.name == "StateSets" ? checks : []))
}

/// Our decision diagrams beside BuDDy's, a library in C that few machines have: `make bench-diagrams` sets the
/// variable. It stands here since only modules of one package see what is `package`.
let diagramBenchmark: [Target] =
  Context.environment["ENTENTE_BUDDY"] == nil
  ? []
  : [
    .systemLibrary(name: "BuDDy", path: "Benchmarks/BuDDy"),
    .executableTarget(
      name: "DiagramBenchmark", dependencies: ["ConflictModel", "DecisionDiagrams", "TestSupport", "BuDDy"],
      path: "Benchmarks/Diagrams", swiftSettings: settings),
  ]

/// The plugin that makes the documentation, which nobody else has to download:
/// `make docs` sets the variable.
let documentation: [Package.Dependency] =
  Context.environment["ENTENTE_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")]

let package = Package(
  name: "entente",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "entente", targets: ["EntenteMain"]),
    .executable(name: "entente-fuzz", targets: ["FuzzingMain"]),
    .library(name: "Entente", targets: ["Entente"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ] + documentation,
  targets: sources + [program, testSupport, fuzzing, fuzzingProgram, effectiveCounts] + testTargets
    + diagramBenchmark
)
