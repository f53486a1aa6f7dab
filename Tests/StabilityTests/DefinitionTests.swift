import ConflictModel
import Stability
import TestSupport
import Testing

/// Small conflicts made to tell the definitions from their common shortcuts.
@Suite struct DefinitionTests {
  /// The second opponent can act only after the first has, and the first can
  /// follow up only after the second.
  static let relay = Conflict(
    actors: [
      Conflict.Actor(id: "focal", preference: .statements([.not(.taken(2)), .taken(0)])),
      Conflict.Actor(id: "first", preference: .statements([.taken(2), .taken(1)])),
      Conflict.Actor(id: "second", preference: .statements([.taken(3)])),
    ],
    options: [
      Option(id: "focal.go", actor: 0), Option(id: "first.open", actor: 1),
      Option(id: "first.strike", actor: 1), Option(id: "second.join", actor: 2),
    ],
    rules: [.implies(.taken(3), .taken(1)), .implies(.taken(2), .taken(3))])

  @Test("an opponent may move again after another has")
  func relayedAnswer() {
    let solution = Self.relay.solve()
    for concept in [Concept.gmr, .smr, .seq, .sseq] {
      #expect(solution.isStable(concept, actor: 0, position: 0), "\(concept)")
    }
    #expect(!solution.isStable(.nash, actor: 0, position: 0))
    #expect(!solution.isStable(.sim, actor: 0, position: 0))
    let certificate = solution.certificate(.seq, actor: 0, position: 0)
    guard case .stable(let deterrences) = certificate.finding,
      case .sequence(let steps, _) = deterrences[0].sanction
    else {
      Issue.record("the verdict is given another kind of reason")
      return
    }
    #expect(steps.map { $0.actor } == [1, 2, 1])
  }

  /// Graph form: the focal actor goes from 0 to 1; the first opponent's moves
  /// lead from 1 to 2 and from 2 to 3, where the focal actor is worse off.
  private func chain(secondMoves: [[State]]) -> Conflict {
    let last: [[State]] = [[State(1)], [State(2)], [State(0)], [State(3)]]
    return Conflict(
      actors: [
        Conflict.Actor(id: "focal", preference: .ranking(last), moves: [[State(1)], [], [], []]),
        Conflict.Actor(id: "first", preference: .indifferent, moves: [[], [State(2)], [State(3)], []]),
        Conflict.Actor(id: "second", preference: .indifferent, moves: secondMoves),
      ], stateCount: 4)
  }

  @Test("nobody moves twice running, even where moves are not transitive")
  func lastMover() {
    let alone = chain(secondMoves: [[], [], [], []]).solve()
    #expect(!alone.isStable(.gmr, actor: 0, position: 0))
    // With a move of the second in between, the first may go on.
    let between = chain(secondMoves: [[], [], [State(1)], []]).solve()
    #expect(!between.isStable(.gmr, actor: 0, position: 0))
    // The second reaches state 2 as well, so the first may move from there.
    let either = chain(secondMoves: [[], [State(2)], [], []]).solve()
    #expect(either.isStable(.gmr, actor: 0, position: 0))
    #expect(either.isStable(.smr, actor: 0, position: 0))
    #expect(!either.isStable(.seq, actor: 0, position: 0))
  }

  @Test("an answer that returns to the start deters")
  func returnToStart() {
    let conflict = Conflict(
      actors: [
        Conflict.Actor(
          id: "focal", preference: .ranking([[State(1)], [State(0)]]), moves: [[State(1)], []]),
        Conflict.Actor(
          id: "other", preference: .ranking([[State(0)], [State(1)]]), moves: [[], [State(0)]]),
      ], stateCount: 2)
    let solution = conflict.solve()
    #expect(!solution.isStable(.nash, actor: 0, position: 0))
    #expect(solution.isStable(.gmr, actor: 0, position: 0))
    #expect(solution.isStable(.seq, actor: 0, position: 0))
    // From there the focal actor would go again, to something better.
    #expect(!solution.isStable(.smr, actor: 0, position: 0))
    #expect(!solution.isStable(.sseq, actor: 0, position: 0))
  }

  @Test("a sanction that is as good as the start deters; an improvement must be strict")
  func ties() {
    // 0 and 2 are tied for the focal actor, 1 is better.
    let conflict = Conflict(
      actors: [
        Conflict.Actor(
          id: "focal", preference: .ranking([[State(1)], [State(0), State(2)]]),
          moves: [[State(1), State(2)], [], []]),
        Conflict.Actor(id: "other", preference: .indifferent, moves: [[], [State(2)], []]),
      ], stateCount: 3)
    let solution = conflict.solve()
    #expect(solution.improvements(of: 0, from: 0) == [1])
    #expect(solution.isStable(.gmr, actor: 0, position: 0))
    // The other gains nothing by it.
    #expect(!solution.isStable(.seq, actor: 0, position: 0))
  }

  @Test("simultaneous answers: each from the start, together with the focal actor")
  func simultaneous() {
    // Each would rather act; all three acting is the worst for the first.
    let act: (Int) -> Option = { Option(id: "act\($0)", actor: $0) }
    let conflict = Conflict(
      actors: [
        Conflict.Actor(
          id: "focal",
          preference: .statements([.not(.all([.taken(0), .taken(1), .taken(2)])), .taken(0)])),
        Conflict.Actor(id: "a", preference: .statements([.taken(1)])),
        Conflict.Actor(id: "b", preference: .statements([.taken(2)])),
      ], options: [act(0), act(1), act(2)])
    let solution = conflict.solve()
    #expect(solution.isStable(.sim, actor: 0, position: 0))
    // Where one of them has acted already, the other alone makes the answer.
    #expect(solution.isStable(.sim, actor: 0, position: 2))
    // A joint result that is not feasible deters nobody.
    let excluded = Conflict(
      actors: conflict.actors, options: conflict.options,
      rules: [.not(.all([.taken(0), .taken(1), .taken(2)]))])
    #expect(!excluded.solve().isStable(.sim, actor: 0, position: 0))
    #expect(excluded.solve().isStable(.nash, actor: 1, position: 2))
  }

  @Test("a requirement is asked where the move starts")
  func needsAtTheStart() {
    // Taking the second option needs the first, which the same actor controls.
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .statements([.taken(1)]))],
      options: [Option(id: "a.first", actor: 0), Option(id: "a.second", actor: 0)],
      requirements: [TakeRequirement(option: 1, needs: .taken(0))])
    let solution = conflict.solve()
    #expect(solution.moves(of: 0, from: 0) == [1])
    // Dropping the first while taking the second is fine, and so is keeping the second without it.
    #expect(solution.moves(of: 0, from: 1) == [0, 2, 3])
    #expect(solution.moves(of: 0, from: 2) == [0, 1, 3])
    #expect(Array(solution.stable(.nash, actor: 0)) == [0, 2, 3])
  }

  @Test("levels move in one step, and only up where they can only rise", arguments: [true, false])
  func levels(canOnlyRise: Bool) {
    let direction: Option.Direction = canOnlyRise ? .take : .both
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .weights([1, 1]))],
      options: [
        Option(id: "a.c>=mid", actor: 0, direction: direction),
        Option(id: "a.c>=high", actor: 0, direction: direction),
      ],
      levelOptions: [
        LevelOption(
          id: "a.c", name: "c", actor: 0, levels: ["low", "mid", "high"],
          levelNames: ["low", "mid", "high"], firstOption: 0)
      ])
    let solution = conflict.solve()
    #expect(solution.states.map { $0.code } == [0, 1, 3])
    #expect(
      (0..<3).map { solution.moves(of: 0, from: $0) }
        == (canOnlyRise ? [[1, 2], [2], []] : [[1, 2], [0, 2], [0, 1]]))
    #expect(solution.tiers(of: 0) == [[2], [1], [0]])
  }

  @Test("an option that can only be given up")
  func drop() {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: [Option(id: "a.stay", actor: 0, direction: .drop)])
    let solution = conflict.solve()
    #expect(solution.moves(of: 0, from: 0) == [])
    #expect(solution.moves(of: 0, from: 1) == [0])
  }

  @Test("no moves from or to a state that the actor does not see")
  func misperception() {
    let conflict = Conflict(
      actors: [
        Conflict.Actor(
          id: "a", preference: .weights([2, 1, 0]), misperceives: [.all([.taken(0), .taken(1)])]),
        Conflict.Actor(id: "b", preference: .indifferent),
      ],
      options: [
        Option(id: "a.x", actor: 0), Option(id: "a.y", actor: 0), Option(id: "b.z", actor: 1),
      ])
    let solution = conflict.solve()
    #expect((0..<4).map { solution.moves(of: 0, from: $0) } == [[1, 2], [0, 2], [0, 1], []])
    #expect((0..<4).map { solution.moves(of: 1, from: $0) } == [[4], [5], [6], [7]])
    #expect(Array(solution.stable(.nash, actor: 0)) == [1, 3, 5, 7])
  }

  @Test("conflicts with nobody, nothing to do, or no state")
  func degenerate() {
    let nobody = Conflict(actors: [], options: []).solve()
    #expect(nobody.states.count == 1)
    #expect(Concept.allCases.allSatisfy { Array(nobody.equilibria($0)) == [0] })

    let impossible = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: [], rules: [.constant(false)]
    ).solve()
    #expect(impossible.states.isEmpty)
    #expect(impossible.limit == nil)
    #expect(Concept.allCases.allSatisfy { impossible.equilibria($0).isEmpty })
    #expect(impossible.tiers(of: 0) == [])
  }

  @Test("statements beyond the 64th still tell states apart")
  func manyStatements() {
    // 130 statements that hold everywhere, and then two that do not.
    let padding = [Condition](repeating: .constant(true), count: 130)
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .statements(padding + [.taken(0)] + padding + [.not(.taken(1))])),
        Conflict.Actor(id: "b", preference: .statements([.taken(1)] + padding + [.taken(0)])),
      ], options: [Option(id: "a.x", actor: 0), Option(id: "b.y", actor: 1)])
    let solution = conflict.solve()
    #expect(solution.tiers(of: 0) == [[1], [3], [0], [2]])
    #expect(solution.tiers(of: 1) == [[3], [2], [1], [0]])
    expectAgreement(conflict)
  }
}
