import CaseFile
import Disk
import Notation
import Questions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
    guard depth < 64 else { return }
    for name in names(in: folder).sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if isFolder(path) {
        if RealPath.link(PathBytes.bytes(path)) == nil { collect(in: path, depth: depth + 1, into: &found) }
      } else if endings.contains(where: { name.lowercased().hasSuffix("." + $0) }) {
        found.append(path)
      }
    }
  }

  /// What a folder holds; nothing where it may not be read.
  private static func names(in folder: String) -> [String] {
    guard let stream = PathBytes.withCString(folder, { opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(PathBytes.text(name))
    }
    return names
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return PathBytes.withCString(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
