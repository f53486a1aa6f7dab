/// A way to decide stability. All engines give the same answers.
public enum Engine: String, Sendable, Hashable, CaseIterable {
  /// The definitions, state by state, on any conflict.
  case reference
  /// Every combination of options at once, in option form.
  case dense
  /// The feasible states as a list, in option form.
  case sparse
  /// Sets of states as decision diagrams, in option form: for more states than can be listed.
  case symbolic
}
