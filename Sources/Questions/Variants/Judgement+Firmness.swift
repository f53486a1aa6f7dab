package import CaseFile

extension Judgement {
  /// How well founded it is, for a list that begins with the least: spoken against,
  /// assumed, inferred, without a basis, reported, said.
  package var firmness: Int {
    if isDisputed { return -100 }
    return switch basis {
    case .assumed: 0
    case .inferred: 1
    case nil: 2
    case .reported: 3
    case .said: 4
    }
  }
}
