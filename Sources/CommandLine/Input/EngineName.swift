internal import ArgumentParser

/// A way to decide stability.
enum EngineName: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Whichever suits the case.
  case auto
  /// The definitions, state by state.
  case reference
  /// Every combination of options at once.
  case dense
  /// The feasible states as a list.
  case sparse

  /// Refuses engines that this version does not have.
  func requireAvailable() throws {
    switch self {
    case .auto, .reference: return
    case .dense, .sparse:
      throw ValidationError(
        "This version has no \(rawValue) engine yet; --engine reference decides every case, if more slowly.")
    }
  }
}
