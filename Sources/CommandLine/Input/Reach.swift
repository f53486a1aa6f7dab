internal import ArgumentParser
import CaseFile
import Disk

/// Which files a case may refer to, by `extends` and as the texts of its sources.
///
/// A case may come from anybody, so it reads only around itself: in its own folder;
/// in the working directory when it lies there, so that an overlay in a folder of its
/// own finds its base; in the folder that was named to check all cases in it; and
/// where `--allow-outside` lets it. What somebody names on the command line is never
/// outside. Links are followed before a file is judged.
struct Reach: Sendable {
  /// Files and folders that may be read, links followed.
  private var places: [[UInt8]]

  /// Lets cases read in `folders`, and the files that were named.
  init(allowing folders: [String] = [], naming paths: [String] = []) {
    places = (folders + paths.filter { $0 != "-" }).compactMap { RealPath.of($0) }
  }

  /// The files that the case at `path` may refer to, taken from `files`; `folder` is
  /// the one in which the case was found, when only that was named.
  func files(of path: String, foundIn folder: String? = nil, among files: FileSource) -> FileSource {
    var allowed = places
    if let folder, let named = RealPath.of(folder) { allowed.append(named) }
    let own = path == "-" ? "" : RelativePath.folder(of: path)
    if let home = RealPath.of(own.isEmpty ? "." : own) {
      allowed.append(home)
      if let here = RealPath.of("."), RealPath.lies(home, in: here) { allowed.append(here) }
    }
    let within = allowed
    return FileSource(
      read: files.read,
      follow: { Self.read($0, in: within, among: files, else: Self.outside) })
  }

  /// The files that a request may name and its cases refer to: those in the working directory
  /// and where `--allow-outside` lets them. A request may come from anybody, too.
  func filesOfRequest(among files: FileSource) -> FileSource {
    let within = places + [RealPath.of(".")].compactMap { $0 }
    return FileSource(
      read: { Self.read($0, in: within, among: files, else: Self.elsewhere) },
      follow: { Self.read($0, in: within, among: files, else: Self.elsewhere) })
  }

  private static func read(
    _ path: String, in places: [[UInt8]], among files: FileSource, else problem: FileSource.Problem
  ) -> Result<[UInt8], FileSource.Problem> {
    guard let real = RealPath.of(path), places.contains(where: { RealPath.lies(real, in: $0) }) else {
      return .failure(problem)
    }
    return files.follow(PathBytes.text(real))
  }

  private static let outside = FileSource.Problem(
    "it lies outside the folder of the case", isOutside: true,
    hint: "add --allow-outside FOLDER to let the case read there")
  private static let elsewhere = FileSource.Problem(
    "it lies outside the working directory", isOutside: true,
    hint: "add --allow-outside FOLDER to let the request read there")
}

/// Where cases may read besides their own folders.
struct ReachArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let cases read files in this folder, too: what they extend and the texts of their sources. May be repeated.",
      valueName: "folder"),
    completion: .directory)
  var allowOutside: [String] = []

  func validate() throws {
    for folder in allowOutside where !CaseFiles.isFolder(folder) {
      throw ValidationError("--allow-outside names no folder: '\(folder)'.")
    }
  }

  /// What cases may read when these paths were named.
  func reach(naming paths: [String], besides folders: [String] = []) -> Reach {
    Reach(allowing: allowOutside + folders, naming: paths)
  }
}
