internal import ArgumentParser
import Stability

/// A way to decide stability, as it is named on the command line.
enum EngineName: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Whichever suits the case.
  case auto
  /// The definitions, state by state.
  case reference
  /// Every combination of options at once.
  case dense
  /// The feasible states as a list.
  case sparse

  /// The engine meant; nil for a choice by the case's size.
  var engine: Engine? {
    Engine(rawValue: rawValue)
  }
}
