package import ConflictModel
package import Notation

/// A known answer.
package struct ExpectationText: Sendable, Hashable {
  /// What is expected.
  package enum Claim: Sendable, Hashable {
    /// Exactly these states are equilibria or, for an actor, stable.
    case states(Concept, actor: Named?, [StateReference])
    /// So many states are.
    case count(Concept, actor: Named?, Int)
    /// So many states are feasible.
    case feasible(Int)
    /// Every equilibrium satisfies the condition.
    case every(Concept, ConditionText)
    /// Some equilibrium satisfies it.
    case some(Concept, ConditionText)
    /// No equilibrium satisfies it.
    case no(Concept, ConditionText)
    /// The status quo is an equilibrium under exactly these concepts.
    case statusQuo([Concept])
    /// Legal sequences lead somewhere, or do not.
    case reach(Passage)
    /// A coalition could leave one equilibrium for another, to the good of all its
    /// members.
    case jump(Jump)
    /// So many strict rankings of one actor make a state last.
    case rankings(Concept, of: Named, Target, Int)
  }

  /// What is expected.
  package var claim: Claim
  /// Which equilibria it is about.
  package var scope: Scope
  /// The values of events under which it is.
  package var given: [Given]
  /// The profiles under which it is.
  package var profiles: [Chosen]
  /// Where the answer comes from.
  package var because: [Evidence]
  /// Where it stands.
  package var place: Place

  /// An expectation.
  package init(
    _ claim: Claim, scope: Scope = .alone, given: [Given] = [], profiles: [Chosen] = [],
    because: [Evidence] = [], place: Place = .none
  ) {
    self.claim = claim
    self.scope = scope
    self.given = given
    self.profiles = profiles
    self.because = because
    self.place = place
  }
}

extension ExpectationText {
  /// Which equilibria a claim is about.
  package enum Scope: Sendable, Hashable {
    /// Those of the case as it is written, each actor acting alone.
    case alone
    /// Those that last however what is in doubt about the wishes turns out.
    case always
    /// Those that last in one way at least to settle what is in doubt.
    case sometimes
    /// Those that the coalition could not upset; no coalition at all, when empty.
    case against([Named])
    /// Those that last when each actor acts on the conflict as it perceives it.
    case perceived
    /// Those that an actor expects to last, by the conflict as it perceives it.
    case expected(by: Named)
  }

  /// An event with the value it is given.
  package struct Given: Sendable, Hashable {
    /// The event.
    package var event: Named
    /// Whether it holds.
    package var holds: Bool

    /// An event with a value.
    package init(_ event: Named, holds: Bool) {
      self.event = event
      self.holds = holds
    }
  }

  /// An actor with the profile chosen for it.
  package struct Chosen: Sendable, Hashable {
    /// The actor.
    package var actor: Named
    /// Its profile.
    package var profile: Named

    /// A profile of an actor.
    package init(_ actor: Named, profile: Named) {
      self.actor = actor
      self.profile = profile
    }
  }

  /// A state, or the states where something holds.
  package enum Target: Sendable, Hashable {
    /// A state by its number, pattern or code.
    case state(StateReference)
    /// The states that satisfy a condition: an outcome's, one by its id, or others.
    case condition(ConditionText)
  }

  /// Where legal sequences of moves lead.
  package struct Passage: Sendable, Hashable {
    /// What sequences are made of.
    package enum Steps: String, Sendable, Hashable, CaseIterable {
      /// Any moves.
      case moves
      /// Moves after which their mover is better off.
      case improvements
    }

    /// Where they lead, or do not.
    package var target: Target
    /// Whether they do.
    package var isReached: Bool
    /// Where they start; at the status quo when nil.
    package var from: StateReference?
    /// The fewest steps; any number when nil.
    package var steps: Int?
    /// What they are made of.
    package var by: Steps

    /// A passage to a target.
    package init(
      to target: Target, isReached: Bool = true, from: StateReference? = nil, steps: Int? = nil,
      by: Steps = .moves
    ) {
      self.target = target
      self.isReached = isReached
      self.from = from
      self.steps = steps
      self.by = by
    }
  }

  /// A coalition's way from one equilibrium to another.
  package struct Jump: Sendable, Hashable {
    /// The coalition.
    package var coalition: [Named]
    /// Where it starts.
    package var from: StateReference
    /// Where it ends.
    package var to: StateReference
    /// The concept under which both are equilibria; any, when nil.
    package var under: Concept?

    /// A jump of a coalition.
    package init(of coalition: [Named], from: StateReference, to: StateReference, under: Concept? = nil) {
      self.coalition = coalition
      self.from = from
      self.to = to
      self.under = under
    }
  }
}

extension ExpectationText.Claim {
  /// The concepts that it is about.
  package var concepts: [Concept] {
    switch self {
    case .states(let concept, _, _), .count(let concept, _, _), .every(let concept, _),
      .some(let concept, _), .no(let concept, _), .rankings(let concept, _, _, _):
      [concept]
    case .statusQuo(let concepts): concepts
    case .jump(let jump): jump.under.map { [$0] } ?? []
    case .feasible, .reach: []
    }
  }

  /// The states that it names.
  package var references: [StateReference] {
    switch self {
    case .states(_, _, let references): references
    case .reach(let passage):
      (passage.target.reference.map { [$0] } ?? []) + (passage.from.map { [$0] } ?? [])
    case .jump(let jump): [jump.from, jump.to]
    case .rankings(_, _, let target, _): target.reference.map { [$0] } ?? []
    case .count, .feasible, .every, .some, .no, .statusQuo: []
    }
  }

  /// The conditions in it.
  var expressions: [ConditionText] {
    switch self {
    case .every(_, let satisfies), .some(_, let satisfies), .no(_, let satisfies): [satisfies]
    case .reach(let passage): passage.target.expressions
    case .rankings(_, _, let target, _): target.expressions
    case .states, .count, .feasible, .statusQuo, .jump: []
    }
  }
}

extension ExpectationText.Target {
  /// The state, if it is one.
  var reference: StateReference? {
    if case .state(let reference) = self { reference } else { nil }
  }

  /// The condition, if it is one.
  var expressions: [ConditionText] {
    if case .condition(let condition) = self { [condition] } else { [] }
  }
}
