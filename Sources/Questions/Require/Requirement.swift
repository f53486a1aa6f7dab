/// What must hold of one actor's preference for it to stay in a state: some demands,
/// every one of which has to be met.
///
/// Under every concept the verdict on a state depends on nothing in the actor's own
/// preference but which states it likes better than that one; and the fewer they
/// are, the better for staying. So all that is demanded is that certain states be
/// not better: the state itself is liked at least as much. Under `seq`, `sseq` and
/// `sim` the answers that the others would give are those of their preferences as
/// they are.
package struct Requirement: Sendable, Hashable {
  /// The actor, by index.
  package var actor: Int
  /// What is demanded; nothing of an actor who stays whatever it wants.
  package var demands: [Demand]

  /// One demand: that one of several ways to meet it is true.
  package struct Demand: Sendable, Hashable {
    /// The move that would have to be no gain, or be spoiled, by position of its
    /// end.
    package var move: Int
    /// The ways, none of which asks for all that another asks for.
    package var ways: [Way]

    /// A demand with its ways.
    package init(move: Int, ways: [Way]) {
      self.move = move
      self.ways = ways
    }
  }

  /// One way to meet a demand.
  package struct Way: Sendable, Hashable {
    /// The state in which the others' answer ends, by position; nil when the move is
    /// no gain to begin with.
    package var answer: Int?
    /// The states that must not be better, by position, rising.
    package var notBetter: [Int]

    /// A way that asks for the states to be not better.
    package init(answer: Int?, notBetter: [Int]) {
      self.answer = answer
      self.notBetter = notBetter
    }
  }

  /// A requirement of the actor.
  package init(actor: Int, demands: [Demand]) {
    self.actor = actor
    self.demands = demands
  }
}

extension Requirement {
  /// Whether the actor stays if these are the states that it likes better.
  package func isMet(better: (Int) -> Bool) -> Bool {
    demands.allSatisfy { $0.isMet(better: better) }
  }

  /// How many comparisons it names, each as often as it does.
  package var size: Int { demands.reduce(0) { $0 + $1.ways.reduce(0) { $0 + $1.notBetter.count } } }
}

extension Requirement.Demand {
  /// Whether one of the ways is true.
  package func isMet(better: (Int) -> Bool) -> Bool { ways.contains { $0.isTrue(better: better) } }
}

extension Requirement.Way {
  /// Whether none of the states is better.
  package func isTrue(better: (Int) -> Bool) -> Bool { !notBetter.contains(where: better) }
}
