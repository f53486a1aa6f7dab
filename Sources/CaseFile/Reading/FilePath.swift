/// File names as text, always with `/`.
package enum FilePath {
  /// The folder part of a name, without the last `/`; "" for none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path`, taken from `folder` unless it is absolute.
  static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return normalised(path) }
    return normalised(folder + "/" + path)
  }

  /// A name relative to `origin`, made relative to `target` instead.
  static func relocated(_ path: String, from origin: String, to target: String) -> String {
    if path.hasPrefix("/") || key(origin) == key(target) { return path }
    let absolute = joined(origin, path)
    if absolute.hasPrefix("/") != target.hasPrefix("/") { return absolute }
    var from = normalised(target).split(separator: "/").map(String.init).filter { $0 != "." }
    var to = absolute.split(separator: "/").map(String.init)
    while let first = from.first, first == to.first, first != "..", to.count > 1 {
      from.removeFirst()
      to.removeFirst()
    }
    // A parent folder of unknown name cannot be entered again from inside it.
    if from.contains("..") { return absolute }
    return (from.map { _ in ".." } + to).joined(separator: "/")
  }

  /// What two names of one file have in common. Files are told apart by their bytes: é made of
  /// one character is another name than that made of two.
  package static func key(_ path: String) -> [UInt8] { Array(normalised(path).utf8) }

  /// The name without `.`, and without `..` where that can be resolved.
  package static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined
  }
}
