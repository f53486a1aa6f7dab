import CaseFile
import Foundation

/// Finds the cases that are named on the command line.
enum CaseFiles {
  /// Endings of the files that count as cases in a folder.
  static let endings = ["yaml", "yml", "gmcr"]

  /// The files named, and for a folder all cases in it and the folders below, in
  /// the order of their names.
  static func files(at path: String) throws(Failure) -> [String] {
    guard isFolder(path) else { return [path] }
    var found: [String] = []
    collect(in: path, depth: 0, into: &found)
    if found.isEmpty {
      throw .wrong(
        SyntaxError(
          Diagnostic(
            .noCases, "there is no case in the folder '\(path)'", at: .none,
            hint: "cases are files that end in .yaml, .yml or .gmcr")))
    }
    return found
  }

  private static func collect(in folder: String, depth: Int, into found: inout [String]) {
    // Folders that are links may lead back up, so none is followed but the one named.
    guard depth < 64, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if isFolder(path) {
        if !isLink(path) { collect(in: path, depth: depth + 1, into: &found) }
      } else if endings.contains(where: { name.lowercased().hasSuffix("." + $0) }) {
        found.append(path)
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
