import Foundation

/// Where the tests find things.
enum TestFolders {
  /// This folder.
  static let here = URL(filePath: #filePath).deletingLastPathComponent()
  /// Files that commands are tried on.
  static let fixtures = here.appending(path: "Fixtures")
  /// The recorded commands.
  static let transcripts = here.appending(path: "Transcripts")
  /// The root of the package.
  static let package = here.deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that the build puts programs into: the one of the test runner.
  static let products: URL = {
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      return bundle.bundleURL.deletingLastPathComponent()
    }
    return URL(filePath: Swift.CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  /// The program as it was built for the tests.
  static let program = products.appending(path: "entente")

  /// A new folder with copies of the fixtures and a link to the catalog, removed by the body's end.
  static func withScratchFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    for fixture in try files.contentsOfDirectory(at: fixtures, includingPropertiesForKeys: nil) {
      try files.copyItem(at: fixture, to: folder.appending(path: fixture.lastPathComponent))
    }
    try files.createSymbolicLink(
      at: folder.appending(path: "Catalog"), withDestinationURL: package.appending(path: "Catalog"))
    return try body(folder)
  }
}
