import CaseFile
import Disk
import Foundation
import Notation
import Testing

@Suite("Files on disk") struct FileSourceTests {
  /// A folder of its own for each test.
  private let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Calls the body with the path of a name in the folder, which is gone afterwards.
  private func inFolder(_ body: ((String) -> String) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try body { folder.appending(path: $0).path }
  }

  private func reason(_ result: Result<[UInt8], FileSource.Problem>) -> String {
    switch result {
    case .success(let bytes): "\(bytes.count) bytes"
    case .failure(let problem): problem.reason
    }
  }

  @Test("what cannot be read says why, and nothing waits for a pipe that a case names")
  func reasons() throws {
    try inFolder { path in
      try Data("abc".utf8).write(to: URL(filePath: path("file")))
      try #require(mkfifo(path("pipe"), 0o600) == 0)
      let disk = FileSource.disk
      #expect(reason(disk.read(path("file"))) == "3 bytes")
      #expect(reason(disk.follow(path("file"))) == "3 bytes")
      #expect(reason(disk.read(path("other"))) == "there is no such file")
      #expect(reason(disk.read(path("file/other"))) == "part of its path is not a folder")
      #expect(reason(disk.read(path(""))) == "it is a folder")
      #expect(reason(disk.follow(path(""))) == "it is a folder")
      #expect(reason(disk.follow(path("pipe"))) == "it is a pipe and not a file")
      #expect(reason(disk.follow("/dev/null")) == "it is a device and not a file")
    }
  }

  @Test("of a file that is too large no more is read than shows it")
  func large() throws {
    try inFolder { path in
      let made = FileManager.default.createFile(atPath: path("large"), contents: nil)
      try #require(made)
      try #require(truncate(path("large"), 1 << 30) == 0)
      let count = try FileSource.disk.read(path("large")).get().count
      #expect(count > 1 << 24 && count <= 1 << 24 + 1 << 16)
    }
  }

  static let base = "entente: 1\nactors: {a: {options: {x: Do}, prefers: [x]}}\n"

  @Test("a case is read with the files that it extends, and from text only with a source")
  func extending() throws {
    try inFolder { path in
      try Data(Self.base.utf8).write(to: URL(filePath: path("base.yaml")))
      let text = "entente: 1\nextends: base.yaml\ntitle: Two\n"
      try Data(text.utf8).write(to: URL(filePath: path("case.yaml")))
      let document = try CaseDocument(reading: path("case.yaml"))
      #expect(document.title == "Two" && document.actors.map(\.id) == ["a"])
      #expect(try CaseDocument(parsing: text, file: path("case.yaml"), files: .disk) == document)
      let error = #expect(throws: SyntaxError.self) {
        _ = try CaseDocument(parsing: text, file: path("case.yaml"))
      }
      #expect(error?.diagnostics.map(\.code) == [.unreadableFile])
    }
  }

  @Test("lines are handed over as they come, the last one without an end, until one is not wanted")
  func lines() throws {
    let pipe = Pipe()
    let (reader, writer) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    try writer.write(contentsOf: Data("first\n\nsec".utf8))
    var found: [String] = []
    let problem = FileSource.readLines(reader.fileDescriptor, isInterrupted: { false }) { line in
      found.append(String(decoding: line, as: UTF8.self))
      // What comes next is written only now: who waited for the end would wait for ever.
      if found.count == 1 { writer.write(Data("ond\nthird".utf8)) }
      if found.count == 2 { writer.closeFile() }
      return true
    }
    #expect(problem == nil && found == ["first", "second", "third"])
  }
}
