import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a path leads once every link on the way is followed, as the bytes of an
/// absolute path.
///
/// The path need not exist: what is missing is taken as it stands, so that nothing
/// about other people's folders can be told from the answer.
enum RealPath {
  /// How many links may be followed, as in the system.
  private static let mostLinks = 40

  /// The path, or nil when it goes through too many links.
  static func of(_ path: String) -> [UInt8]? {
    let given = PathBytes.bytes(path)
    let slash = UInt8(ascii: "/")
    let absolute = given.first == slash ? given : workingFolder + [slash] + given
    var rest = Array(absolute.split(separator: slash).reversed())
    var done: [UInt8] = []
    var links = 0
    while let part = rest.popLast() {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        done.removeLast(done.count - (done.lastIndex(of: slash) ?? done.count))
        continue
      }
      let here = done + [slash] + part
      guard let target = link(here) else {
        done = here
        continue
      }
      links += 1
      if links > mostLinks { return nil }
      if target.first == slash { done = [] }
      rest += target.split(separator: slash).reversed()
    }
    return done.isEmpty ? [slash] : done
  }

  /// Whether a path is a folder or lies in it, both as ``of(_:)`` gives them.
  static func lies(_ path: [UInt8], in folder: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    if folder == [slash] { return true }
    return path.starts(with: folder) && (path.count == folder.count || path[folder.count] == slash)
  }

  /// What a link says; nil for what is none.
  static func link(_ path: [UInt8]) -> [UInt8]? {
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let name = (path + [0]).map { CChar(bitPattern: $0) }
    let count = target.withUnsafeMutableBytes { buffer in
      readlink(name, buffer.baseAddress!.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return count > 0 ? Array(target[..<count]) : nil
  }

  private static var workingFolder: [UInt8] {
    guard let path = getcwd(nil, 0) else { return [] }
    defer { free(path) }
    return Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
  }
}
