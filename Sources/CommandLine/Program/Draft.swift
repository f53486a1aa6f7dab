import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file in the making, beside the one that it is to become.
///
/// It has a short name drawn at random, whatever the length of the other's, is made
/// anew (a link or file that somebody put there is neither followed nor touched), and
/// is gone when the program ends by any signal that can be caught.
final class Draft {
  /// Where the text is written to.
  let descriptor: Int32
  private let place: OutputPlace.File
  private let folder: Int32
  private let name: String
  private var isThere = true

  /// Begins a file.
  init(for place: OutputPlace.File) throws(WritingFault) {
    self.place = place
    folder = PathBytes.withCString(place.folder.isEmpty ? "." : place.folder) {
      open($0, Self.folderMode | O_DIRECTORY | O_CLOEXEC)
    }
    if folder < 0 {
      throw errno == ENOENT ? .noFolder(place.folder) : .system(errno)
    }
    if place.old != nil,
      PathBytes.withCString(place.name, { [folder] in faccessat(folder, $0, W_OK, 0) }) != 0
    {
      let code = errno
      close(folder)
      throw .system(code)
    }
    var made: (descriptor: Int32, name: String)?
    var code: Int32 = 0
    // Nobody else may read on while a file that is kept from others is written.
    let mode: mode_t = place.old == nil ? 0o666 : 0o600
    for _ in 0..<100 where made == nil {
      let name = Self.randomName()
      Interruption.hold { [folder] in
        let descriptor = PathBytes.withCString(name) {
          openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        code = errno
        guard descriptor >= 0 else { return }
        made = (descriptor, name)
        Interruption.draft(isMade: name, in: folder)
      }
      if made == nil, code != EEXIST { break }
    }
    guard let made else {
      close(folder)
      throw code == EACCES || code == EPERM ? .closedFolder(place.folder, code) : .system(code)
    }
    (descriptor, name) = made
  }

  deinit {
    close(descriptor)
    close(folder)
  }

  /// Makes sure that what was written is on the disk, with the mode and owner of
  /// what it replaces.
  func finish() throws(WritingFault) {
    if let old = place.old {
      var mode = old.st_mode & 0o7777
      var mine = stat()
      if fstat(descriptor, &mine) == 0, mine.st_uid != old.st_uid || mine.st_gid != old.st_gid,
        fchown(descriptor, old.st_uid, old.st_gid) != 0
      {
        mode &= 0o777
        // Where the group cannot be kept, another group gets no more than everybody.
        if fchown(descriptor, uid_t.max, old.st_gid) != 0 { mode &= ~0o070 | (mode & 0o007) << 3 }
      }
      // A file system without modes refuses them; the text is what counts.
      if fchmod(descriptor, mode) != 0, errno != EPERM, errno != ENOTSUP { throw .system(errno) }
    }
    while fsync(descriptor) != 0 {
      // What is no file on a disk cannot be synced.
      if errno == EINVAL || errno == ENOTSUP || errno == EROFS { break }
      if errno != EINTR { throw .system(errno) }
    }
  }

  /// Gives the file its name. Without `replacing` it takes only a name that nothing
  /// else has, even if somebody else tries at the same moment.
  func publish(replacing: Bool) throws(WritingFault) {
    var fault: WritingFault?
    Interruption.hold {
      fault = replacing ? move() : claim()
      if fault == nil {
        isThere = false
        Interruption.draftIsGone()
      }
    }
    if let fault { throw fault }
    syncFolder()
  }

  /// Removes the file unless it has become the other.
  func discard() {
    guard isThere else { return }
    isThere = false
    Interruption.hold {
      unlink(name)
      Interruption.draftIsGone()
    }
  }

  private func move() -> WritingFault? {
    let code = PathBytes.withCString(name) { from in
      PathBytes.withCString(place.name) { renameat(folder, from, folder, $0) }
    }
    return code == 0 ? nil : .system(errno)
  }

  /// Takes the name as a second link, which never replaces anything.
  private func claim() -> WritingFault? {
    let code = PathBytes.withCString(name) { from in
      PathBytes.withCString(place.name) { linkat(folder, from, folder, $0, 0) }
    }
    if code == 0 {
      unlink(name)
      return nil
    }
    switch errno {
    case EEXIST: return .exists
    case EPERM, ENOTSUP, ENOSYS, EMLINK: return claimWithoutLinks()
    default: return .system(errno)
    }
  }

  /// Where a file cannot have two names: takes the name with an empty file first.
  private func claimWithoutLinks() -> WritingFault? {
    let empty = PathBytes.withCString(place.name) {
      openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    if empty < 0 { return errno == EEXIST ? .exists : .system(errno) }
    close(empty)
    let fault = move()
    if fault != nil { unlink(place.name) }
    return fault
  }

  private func unlink(_ name: String) {
    _ = PathBytes.withCString(name) { unlinkat(folder, $0, 0) }
  }

  /// So that the name, too, outlasts a failure of power; where that cannot be had, the
  /// file is still whole.
  private func syncFolder() {
    let readable = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard readable >= 0 else { return }
    _ = fsync(readable)
    close(readable)
  }

  /// A folder that may be entered but not read is good enough.
  #if os(Linux)
    private static let folderMode: Int32 = 0o10000000  // O_PATH
  #else
    private static let folderMode: Int32 = O_RDONLY
  #endif

  private static func randomName() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    return ".entente-" + String((0..<10).map { _ in letters[Int.random(in: 0..<32)] })
  }
}
