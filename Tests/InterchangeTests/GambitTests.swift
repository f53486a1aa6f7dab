import CaseFile
import ConflictModel
import EffectiveCounts
import Interchange
import Notation
import Stability
import TestSupport
import Testing

@Suite("Writing .nfg")
struct GambitTests {
  @Test(
    "pure Nash of the game is nash of the case, or a warning says no", .effective(100),
    arguments: TestScale.seeds(150))
  func agrees(seed: UInt64) throws {
    let flavour = RandomCase.Flavour(removedMoves: seed % 5 == 0, oneWay: seed % 2 == 0)
    let document = RandomCase.document(seed: seed, flavour)
    let value = try Case(document)
    let written = try GambitFile.write(value)
    let game = try GambitGame(written.text)
    let solution = value.conflict.solve(SolveRequest(concepts: [.nash]))
    effective(when: value.conflict.isLively && !solution.equilibria(.nash).isEmpty)
    let numbers = solution.states.map {
      value.conflict.options.isEmpty
        ? "1" : "\(solution.states.number(of: $0) ?? 0) \(value.pattern(of: $0))"
    }
    #expect(game.outcomes.map(\.label).filter { $0 != "infeasible" } == numbers)

    let found = game.pureNash.map { game.outcomes[game.profiles[$0]].label }
    let expected = solution.equilibria(.nash).map { numbers[$0] }
    let feasible = found.filter { $0 != "infeasible" }.sorted()
    if written.warnings.isEmpty {
      #expect(found.sorted() == expected.sorted(), "\(document.printed())\n\(written.text)")
    } else {
      #expect(Set(feasible).isSubset(of: expected))
    }
    // What is said of the difference is true, too.
    let stuck = written.warnings.contains { $0.message.contains("infeasible") }
    #expect(stuck == found.contains("infeasible"))
    let same = written.warnings.filter { $0.message.contains("the equilibria are the same") }
    if !same.isEmpty { #expect(feasible == expected.sorted()) }
    if written.warnings.contains(where: { $0.message.contains("and not in the game") }) {
      #expect(feasible != expected.sorted())
    }
  }

  @Test("the random cases differ with and without a warning")
  func variety() throws {
    var (same, differing) = (0, 0)
    for seed in 0..<150 as Range<UInt64> {
      let flavour = RandomCase.Flavour(removedMoves: seed % 5 == 0, oneWay: seed % 2 == 0)
      let document = RandomCase.document(seed: seed, flavour)
      let warnings = try GambitFile.write(Case(document)).warnings
      if warnings.isEmpty { same += 1 }
      if warnings.contains(where: { $0.message.contains("and not in the game") }) { differing += 1 }
    }
    #expect(same > 50)
    #expect(differing > 5)
  }

  @Test("the whole file of the format's example")
  func example() throws {
    var document = try GMCRFile.read(text: WaterConflict.text, file: "water.gmcr").document
    document.title = " A \"quoted\"\n\u{1} title \\ and more\t"
    let written = try GambitFile.write(Case(document))
    #expect(
      written.text == """
        NFG 1 R "A \\"quoted\\" title / and more" { "North" "South" }

        {
        { "nothing" "Press" }
        { "nothing" "Yield" "Leave" }
        }
        "Payoffs are ranks: only their order has a meaning. Outcomes carry the state's number and \
        pattern; profiles that are no feasible state share the outcome infeasible."

        {
        { "1 NNN" 1, 6 }
        { "2 YNN" 2, 3 }
        { "3 NYN" 3, 4 }
        { "4 YYN" 3, 1 }
        { "5 NNY" 1, 5 }
        { "6 YNY" 2, 2 }
        }
        1 2 3 4 5 6

        """)
    #expect(
      written.warnings.map(\.message) == [
        "option 'south.leave' moves one way only, while a player of the game may always switch to any"
          + " strategy; state 6 is nash here and not in the game"
      ])
  }

  @Test("profiles that are no state are marked, and the worst for all")
  func infeasible() throws {
    let document = try CaseDocument(
      parsing: """
        entente: 1
        actors:
          a: {options: {x: Same, y: Same}, prefers: [x]}
          b: {options: {z: Z}, prefers: [z]}
        rules:
          - never: a.x and z
          - never: a.x and a.y
        """)
    let game = try GambitGame(GambitFile.write(Case(document)).text)
    #expect(game.strategies == [["nothing", "Same (1)", "Same (2)"], ["nothing", "Z"]])
    #expect(game.outcomes.last?.label == "infeasible")
    #expect(game.outcomes.last?.payoffs == [0, 0])
    #expect(game.outcomes.dropLast().allSatisfy { $0.payoffs.allSatisfy { $0 > 0 } })
    #expect(game.profiles.filter { $0 == game.outcomes.count - 1 }.count == 1)
  }

  @Test("what a game cannot say is refused with its reason")
  func refused() throws {
    let graph = try CaseDocument(
      parsing: """
        entente: 1
        states: {s1: One, s2: Two}
        actors:
          a: {moves: {s1: [s2]}, ranking: [s2, s1]}
        """)
    #expect(codes { try GambitFile.write(Case(graph)) } == [.notExpressible])
    var wide = CaseDocument()
    for index in 0..<11 {
      var actor = ActorText(id: "a\(index)")
      actor.options = [OptionText(id: "x"), OptionText(id: "y")]
      wide.actors.append(actor)
    }
    wide.rules = [RuleText(.one(.atMost, wide.actors.map { .name($0.id + ".x", .none) }))]
    #expect(codes { try GambitFile.write(Case(wide)) } == [.exportTooLarge])
  }

  @Test("an infeasible profile that nobody can leave alone is pure Nash, and said to be")
  func stuck() throws {
    let document = try CaseDocument(
      parsing: """
        entente: 1
        actors:
          a: {options: {x: X}, prefers: [x]}
          b: {options: {y: Y}, prefers: [y]}
          c: {options: {z: Z}, prefers: [z]}
          d: {options: {w: W}, prefers: [w]}
        rules: [a.x iff b.y, b.y iff c.z, c.z iff d.w]
        """)
    let written = try GambitFile.write(Case(document))
    #expect(written.warnings.map(\.code) == [.answersDiffer])
    #expect(written.warnings[0].message.hasPrefix("6 infeasible profiles are pure Nash"))
    let game = try GambitGame(written.text)
    let labels = game.pureNash.map { game.outcomes[game.profiles[$0]].label }
    #expect(labels.filter { $0 == "infeasible" }.count == 6)
    #expect(labels.filter { $0 != "infeasible" } == ["1 NNNN", "2 YYYY"])
  }
}
