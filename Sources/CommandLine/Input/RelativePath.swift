#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Names of files that are relative to other files.
enum RelativePath {
  /// The folder part of a path; "" for a file in the current folder.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path relative to the folder `origin`, made relative to the folder `target`.
  static func relocated(_ path: String, from origin: String, to target: String) -> String {
    path.hasPrefix("/") ? path : relative(origin.isEmpty ? path : origin + "/" + path, to: target)
  }

  /// A path, as seen from the folder `target`.
  static func relative(_ path: String, to target: String) -> String {
    let goal = parts(of: path)
    let start = parts(of: target)
    let shared = zip(goal.dropLast(), start).prefix { $0 == $1 }.count
    let up = start.dropFirst(shared).map { _ in ".." }
    return (up + goal.dropFirst(shared)).joined(separator: "/")
  }

  /// The parts of the absolute path, without `.` and `..`.
  private static func parts(of path: String) -> [String] {
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [String] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts
  }
}
