import CaseFile
import Disk
import Documents
import Notation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The published cases that come with the program, each by a name.
///
/// A case is called by the path of its file in the catalog without the ending, and by the
/// last part of that where no other case has the same.
struct Catalog {
  /// Where its files are.
  let folder: String
  /// The files, in the order of their names.
  let paths: [String]

  /// The catalog in the folder; nil where there is none.
  init?(in folder: String?) {
    guard let folder, let paths = try? CaseFiles.files(at: folder), paths != [folder] else { return nil }
    (self.folder, self.paths) = (folder, paths)
  }

  /// The full name of the case in a file: `elmira/elmira-graph`.
  func name(of path: String) -> String {
    var name = path.dropFirst(folder.count)
    if name.first == "/" { name = name.dropFirst() }
    return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }

  /// The shortest name of the case in a file.
  func shortName(of path: String) -> String {
    let full = name(of: path)
    let last = full.fileName
    return files(called: last) == [path] ? last : full
  }

  /// The files of the cases so called; several where the name is the last part of several.
  func files(called wanted: String) -> [String] {
    if let path = paths.first(where: { name(of: $0) == wanted }) { return [path] }
    return paths.filter { name(of: $0).fileName == wanted }
  }

  /// The names of the cases whose own name or folder begins so; none for very few letters.
  func names(beginningWith start: String) -> [String] {
    guard start.count > 2 else { return [] }
    return paths.filter { path in
      name(of: path).split(separator: "/").contains { $0.lowercased().hasPrefix(start.lowercased()) }
    }.map { shortName(of: $0) }
  }
}

extension Catalog {
  /// Where the catalog is: where `ENTENTE_CATALOG` says; else what was installed with the program, or
  /// lies beside it, or in the clone in which it was built.
  static func place(program: String?, variable: String?) -> String? {
    if let variable, !variable.isEmpty { return variable }
    guard var folder = program.map(RelativePath.folder) else { return nil }
    var places = ["\(folder)/../share/entente/catalog", "\(folder)/catalog"]
    // A clone has it some folders above: .build/release/entente, or with the machine's name between.
    for _ in 0..<4 {
      places.append("\(folder)/Catalog")
      folder = RelativePath.folder(of: folder)
    }
    return places.first { exists("\($0)/README.md") }
  }

  fileprivate static func exists(_ path: String) -> Bool {
    PathBytes.withCString(path) { access($0, F_OK) } == 0
  }
}

extension Environment {
  /// The path, or where no file has it the case of the catalog that is so called.
  func found(_ path: String) throws(SyntaxError) -> String {
    if path == "-" || Catalog.exists(path) { return path }
    guard let catalog = Catalog(in: catalog) else { return path }
    let files = catalog.files(called: path)
    if files.count == 1 { return files[0] }
    let place = Place(file: path, line: 0, column: 0)
    if files.count > 1 {
      let names = files.map { "'\(catalog.name(of: $0))'" }.joined(separator: ", ")
      throw SyntaxError(
        Diagnostic(
          .unreadableFile, "several cases of the catalog are called '\(path)'", at: place,
          hint: "say which: \(names)"))
    }
    // Whoever writes an ending or a folder means a file.
    if path.contains("/") || path.contains(".") { return path }
    let alike = catalog.names(beginningWith: path)
    if !alike.isEmpty {
      throw SyntaxError(
        Diagnostic(
          .unreadableFile, "there is neither a file nor a case of the catalog called '\(path)'", at: place,
          hint: "the catalog has \(Prose.list(alike.map { "'\($0)'" }, atMost: 6))"))
    }
    guard let near = nearest(to: path, among: catalog.paths.map { catalog.shortName(of: $0) }) else {
      return path
    }
    throw SyntaxError(
      Diagnostic(
        .unreadableFile, "there is neither a file nor a case of the catalog called '\(path)'", at: place,
        hint: "did you mean '\(near)'? 'entente cases' lists the catalog"))
  }
}
