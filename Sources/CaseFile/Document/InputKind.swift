/// What sort of input of a case something is: what ``Judgement`` and ``Difference``
/// are about.
package enum InputKind: String, Sendable, Hashable, CaseIterable {
  /// Something about the case as a whole: its title, its date.
  case document = "case"
  /// Something that judgements point to.
  case source
  /// An actor.
  case actor
  /// An option.
  case option
  /// A level of an option.
  case level
  /// An event.
  case event
  /// An observation of an event.
  case history
  /// A joint option.
  case joint
  /// A defined term.
  case term
  /// An outcome.
  case outcome
  /// A rule: what is infeasible.
  case rule
  /// A statement of preference.
  case statement
  /// A ranking, or what an actor wants as a whole.
  case ranking
  /// A weight.
  case weight
  /// A move that can or cannot be made.
  case move
  /// States that an actor does not see.
  case misperception
  /// The case as an actor sees it.
  case perception
  /// The status quo.
  case statusQuo = "status_quo"
  /// A threat or promise.
  case declaration
  /// A named alternative preference.
  case profile
  /// A state in graph form.
  case state
  /// A known answer.
  case expectation
}
