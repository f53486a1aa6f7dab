import CaseFile
import Disk

extension FileSource {
  /// The files on disk, until somebody presses Ctrl-C.
  static let interruptible = FileSource.disk { Interruption.isRequested }
}
