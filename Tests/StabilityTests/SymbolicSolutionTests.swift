import Certificates
import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// A solution that holds sets of states as diagrams beside one that lists them.
@Suite("Solutions of more states than are listed") struct SymbolicSolutionTests {
  /// Solves without listing states, however few there are.
  private static func solve(_ conflict: Conflict, concepts: [Concept] = SymbolicTests.concepts) -> Solution {
    var request = SolveRequest(concepts: concepts, engine: .symbolic)
    request.listedStates = 0
    return conflict.solve(request)
  }

  @Test(
    "say the same as others of states, sets, moves and verdicts", .effective(45),
    arguments: TestScale.seeds(120))
  func same(seed: UInt64) {
    let conflict = RandomConflict.any(seed: 310_000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    var random = SeededGenerator(seed: seed)
    let truth = conflict.solve(SolveRequest(concepts: SymbolicTests.concepts, engine: .reference))
    let found = Self.solve(conflict)
    #expect(found.engine == .symbolic && found.limit == nil && found.hasAllStates && found.isWorkedOut)
    guard truth.states.count > 0, !conflict.options.isEmpty else { return effective(when: false) }
    effective(when: conflict.isLively)
    #expect(!found.isListed && Array(found.states) == Array(truth.states))
    #expect(found.states.count == truth.states.count)
    #expect(Array(found.lasting) == Array(truth.lasting))
    for concept in SymbolicTests.concepts {
      #expect(found.tally(found.equilibria(concept)) == truth.tally(truth.equilibria(concept)))
    }
    let condition = Condition.any([.taken(0), .not(.taken(conflict.options.count - 1))])
    #expect(Array(found.states(where: condition)) == Array(truth.states(where: condition)))
    var stuck: [Int] = []
    for (position, state) in truth.states.enumerated() {
      #expect(found.states.position(of: state) == position && found.states[position] == state)
      for actor in conflict.actors.indices {
        for concept in SymbolicTests.concepts {
          let isSame =
            found.isStable(concept, actor: actor, position: position)
            == truth.isStable(concept, actor: actor, position: position)
          #expect(isSame, "\(concept) of \(actor) at \(position)")
        }
        #expect(found.moves(of: actor, from: position) == truth.moves(of: actor, from: position))
        #expect(
          found.improvements(of: actor, from: position) == truth.improvements(of: actor, from: position))
        #expect(found.canMove(actor, from: position) == truth.canMove(actor, from: position))
      }
      if !conflict.actors.indices.contains(where: { truth.canMove($0, from: position) }) {
        stuck.append(position)
      }
    }
    #expect(found.stuck.map { Array($0) } == stuck)
    let drawn = truth.states.indices.filter { _ in Bool.random(using: &random) }
    #expect(Array(Selection(at: drawn, of: found.states)) == drawn)
  }

  @Test(
    "list few states after all, with all that goes by these", .effective(20), arguments: TestScale.seeds(60))
  func listed(seed: UInt64) {
    let conflict = RandomConflict.any(seed: 320_000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    effective(when: conflict.isLively)
    let found = conflict.solve(SolveRequest(engine: .symbolic))
    #expect(found.isListed && found.concepts == Concept.allCases && found.passedOver.isEmpty)
    expectAgreement(conflict, by: .symbolic)
  }

  @Test("are certified, verdict by verdict", .effective(25), arguments: TestScale.seeds(60))
  func certified(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: 330_000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    effective(when: conflict.isLively)
    let solution = Self.solve(conflict)
    expectCertified(solution)
    for concept in solution.concepts {
      for position in solution.states.indices {
        for actor in conflict.actors.indices {
          let isStable = solution.isStable(concept, actor: actor, position: position)
          let plain = solution.certificate(concept, actor: actor, position: position, choosing: .plainest)
          #expect(plain.isStable == isStable)
        }
      }
    }
  }

  // As where single states are too many to be followed.
  @Test("have their reasons from sets, too", .effective(25), arguments: TestScale.seeds(60))
  func reasons(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: 340_000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    effective(when: conflict.isLively)
    let truth = conflict.solve(SolveRequest(concepts: SymbolicTests.concepts, engine: .reference))
    var checker = CertificateChecker(conflict)
    for concept in truth.concepts {
      for position in truth.states.indices.prefix(12) {
        for actor in conflict.actors.indices {
          let state = truth.states[position]
          for meter in [nil, ChangeMeter(conflict)] {
            let finding = try #require(
              try SymbolicReasons.finding(
                concept, actor: actor, in: state, of: conflict, meter: meter, answerLimit: .max, Control()))
            let certificate = Certificate(concept: concept, actor: actor, state: state, finding: finding)
            #expect(certificate.isStable == truth.isStable(concept, actor: actor, position: position))
            switch finding {
            case .stable where meter == nil: #expect(checker.check(certificate) == nil)
            case .stable: break
            case .unstable(let escape):
              let gains = conflict.improvements(of: actor, from: state)
              #expect(gains.contains(escape.improvement))
              #expect(!isSpoiled(escape.improvement, for: actor, in: state, concept, conflict))
              #expect(concept == .nash || checker.check(certificate)?.code == .notListed)
            }
          }
        }
      }
    }
  }

  /// Whether a legal sequence of the others leads from a state to a sanction, by the definition.
  private func isSpoiled(
    _ improvement: State, for actor: Int, in state: State, _ concept: Concept, _ conflict: Conflict
  ) -> Bool {
    if concept == .nash { return false }
    struct Arrival: Hashable {
      var state: State
      var last: Int
    }
    var open = [Arrival(state: improvement, last: actor)]
    var seen = Set(open)
    while let here = open.popLast() {
      for mover in conflict.actors.indices where mover != actor && mover != here.last {
        let targets =
          concept.needsCredibleAnswers
          ? conflict.improvements(of: mover, from: here.state) : conflict.moves(of: mover, from: here.state)
        for target in targets {
          let isBetter = conflict.prefers(actor, target, to: state)
          let isEscaped =
            concept.allowsCounterMove
            && conflict.moves(of: actor, from: target).contains { conflict.prefers(actor, $0, to: state) }
          if !isBetter && !isEscaped { return true }
          let arrival = Arrival(state: target, last: mover)
          if seen.insert(arrival).inserted { open.append(arrival) }
        }
      }
    }
    return false
  }

  @Test("are known in closed form at 62 options")
  func closedForm() throws {
    let conflict = SymbolicTests.dilemmas(31)
    let solution = conflict.solve(SolveRequest(simLimit: 1 << 16))
    #expect(solution.limit == nil && solution.engine == .symbolic && solution.states.count == 1 << 62)
    #expect(solution.equilibria(.nash).count == 1 && solution.equilibria(.seq).count == 1 << 31)
    #expect(solution.passedOver == [.sim] && solution.lasting.count == 1 << 31)
    // All cooperate: each would gain by defecting, were it not that the other then defects, too.
    let certificate = solution.certificate(.seq, actor: 0, position: 0)
    var checker = CertificateChecker(conflict)
    #expect(certificate.isStable && checker.check(certificate) == nil)
    #expect(!solution.certificate(.nash, actor: 0, position: 0).isStable)
    let half = solution.states(where: .taken(61))
    #expect(half.count == 1 << 61 && half.first == 1 << 61)
    #expect(solution.equilibria(.seq).intersection(half).count == 1 << 30)
  }

  @Test("tell of an actor with very many moves by sets")
  func manyMoves() {
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .statements([.taken(0), .not(.taken(29))])),
        Conflict.Actor(id: "b", preference: .statements([.taken(30)])),
      ],
      options: (0..<31).map { Option(id: "o\($0)", actor: $0 / 30) })
    let solution = conflict.solve(SolveRequest(concepts: [.nash, .seq]))
    #expect(solution.engine == .symbolic && solution.states.count == 1 << 31)
    // Whatever takes the first option is better than nothing taken.
    #expect(solution.improvementCount(of: 0, from: 0) == 1 << 29)
    #expect(solution.improvementCount(of: 1, from: 0) == 1)
    #expect(solution.moves(of: 0, from: 0).count == 4096 && solution.moves(of: 0, from: 0).first == 1)
    #expect(solution.improvements(of: 0, from: 0).prefix(2) == [1, 3])
    #expect(solution.canMove(0, from: 0) && solution.moves(of: 1, from: 0) == [1 << 30])
    #expect(!solution.certificate(.nash, actor: 0, position: 0).isStable)
    #expect(!solution.certificate(.seq, actor: 0, position: 0, choosing: .plainest).isStable)
  }

  /// One actor who ranks all states of so many options in an order drawn at random, one who wants little.
  private static func ranked(_ optionCount: Int) -> Conflict {
    var random = SeededGenerator(seed: 9)
    let states = (0..<1 << optionCount).map { State(UInt64($0)) }.shuffled(using: &random)
    return Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .ranking(states.map { [$0] })),
        Conflict.Actor(id: "b", preference: .statements([.taken(0)])),
      ],
      options: (0..<optionCount).map { Option(id: "o\($0)", actor: $0 % 2) })
  }

  @Test("are taken where many states are told in few words, by counted work")
  func automatic() {
    let request = SolveRequest(concepts: [.nash, .seq])
    func engine(_ conflict: Conflict, _ change: (inout SolveRequest) -> Void = { _ in }) -> String {
      var request = request
      change(&request)
      let solution = conflict.solve(request)
      return solution.engine.rawValue + (solution.engineNote.map { " " + $0.rawValue } ?? "")
        + (solution.limit == nil ? "" : " limited")
    }
    // Up to 16 options as ever, and above that where states are few.
    #expect(engine(SymbolicTests.dilemmas(8)) == "dense" && engine(SymbolicTests.dilemmas(9)) == "symbolic")
    #expect(engine(SymbolicTests.dilemmas(9)) { $0.needsTables = true } == "dense")
    let wide = SymbolicTests.dilemmas(20)
    let one = Conflict(
      actors: wide.actors, options: wide.options,
      rules: [Condition.count(.atMost, 1, (0..<40).map { Condition.taken($0) })])
    #expect(engine(one) == "sparse" && one.solve(request).states.count == 41)
    // An order drawn at random is as large as a table, so the table does it; the same in every run.
    let table = Self.ranked(17)
    #expect(engine(table) == "dense many-steps" && engine(table) == "dense many-steps")
    // Where wishes fit no diagram little is lost on that, whatever comes of it later.
    var random = SeededGenerator(seed: 5)
    let weights = (0..<2).map { _ in
      (0..<18).map { _ in Int64.random(in: -1_000_000...1_000_000, using: &random) }
    }
    let weighed = Conflict(
      actors: weights.enumerated().map { Conflict.Actor(id: "a\($0)", preference: .weights($1)) },
      options: (0..<18).map { Option(id: "o\($0)", actor: $0 % 2) })
    #expect(engine(weighed) == "dense many-steps")
    #expect(engine(weighed) { $0.concepts = [.nash] } == "dense many-steps")
    #expect(engine(RandomConflict.structured(options: 20, actors: 4, wishes: 12, seed: 1)) == "symbolic")
    // Where there is no memory for tables, diagrams go on.
    #expect(engine(SymbolicTests.dilemmas(10)) { $0.memory = 4 << 20 } == "symbolic")
  }

  @Test("are listed afterwards where tables are wanted that only the reference engine makes besides")
  func listedAfterwards() {
    // Three actors with options in turn; the first may not go from its first option to its second alone.
    let conflict = Conflict(
      actors: [
        Conflict.Actor(
          id: "a", preference: .statements([.not(.taken(1)), .taken(0), .taken(3)]),
          cannot: [ForbiddenMove(from: .taken(0), to: .taken(3))]),
        Conflict.Actor(id: "b", preference: .statements([.not(.taken(0)), .taken(1), .taken(4)])),
        Conflict.Actor(id: "c", preference: .weights((0..<17).map { Int64($0 % 3) - 1 })),
      ],
      options: (0..<17).map { Option(id: "o\($0)", actor: $0 % 3) })
    var request = SolveRequest(concepts: [.nash, .smr, .seq])
    request.needsTables = true
    let found = conflict.solve(request)
    request.engine = .reference
    let truth = conflict.solve(request)
    #expect(found.engine == .symbolic && truth.engine == .reference && found.isListed && found.limit == nil)
    #expect(found.states == truth.states)
    for concept in request.concepts {
      for actor in conflict.actors.indices {
        #expect(Array(found.stable(concept, actor: actor)) == Array(truth.stable(concept, actor: actor)))
      }
    }
    let some = stride(from: 0, to: found.states.count, by: 997)
    for actor in conflict.actors.indices {
      #expect(some.allSatisfy { found.rank(of: actor, at: $0) == truth.rank(of: actor, at: $0) })
      #expect(some.allSatisfy { found.moves(of: actor, from: $0) == truth.moves(of: actor, from: $0) })
    }
    // As soon as the definitions take more than a blink.
    for count in [12, 13] {
      let small = Conflict(
        actors: Array(conflict.actors.prefix(2)),
        options: (0..<count).map { Option(id: "o\($0)", actor: $0 % 2) })
      #expect(small.solve(SolveRequest(concepts: [.seq])).engine == (count == 12 ? .reference : .symbolic))
    }
    // Fewer are taken on where fewer are allowed.
    request.engine = nil
    request.stateLimit = 70_000
    #expect(conflict.solve(request).limit == .states(70_000))
  }

  @Test("keep to limits, and tell what was decided until then")
  func limits() {
    let conflict = SymbolicTests.dilemmas(31)
    let none = conflict.solve(SolveRequest(engine: .symbolic, memory: 1 << 10))
    #expect(none.limit == .memory(bytes: 1 << 10) && none.concepts.isEmpty && !none.hasAllStates)
    var decided: [Int] = []
    for bits in 17...26 as ClosedRange<UInt64> {
      let some = conflict.solve(
        SolveRequest(concepts: SymbolicTests.concepts, engine: .symbolic, memory: 1 << bits))
      #expect(some.limit == nil || some.limit == .memory(bytes: 1 << bits))
      #expect((some.limit == nil) == some.undetermined.isEmpty)
      decided.append(some.concepts.count)
    }
    #expect(decided == decided.sorted() && decided.first == 0 && decided.last == 5, "\(decided)")
    let named = conflict.solve()
    // What no allowance would let be listed is no limit that could be raised.
    #expect(named.limit == nil && named.passedOver == [.sim] && named.concepts.count == 5)
    let few = conflict.solve(SolveRequest(stateLimit: 1000))
    #expect(few.limit == .states(1000) && few.states.count == 1000 && !few.hasAllStates)
    nonisolated(unsafe) var questions = 0
    let stopped = conflict.solve(
      SolveRequest(concepts: [.nash, .gmr, .seq]),
      control: Control(shouldStop: {
        questions += 1
        return questions > 4 ? .interrupted : nil
      }))
    #expect(stopped.limit == .interrupted)
  }
}
