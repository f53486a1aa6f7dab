import Questions
import CaseFile
import Door
import ConflictModel
import Documents
import EffectiveCounts
import Faces
import Notation
import Stability
import TestSupport
import Testing

@testable import Briefings

/// Answers that once were true of something else than what they were told of.
@Suite("Answers say what is true of each")
struct MisleadingAnswerTests {
  static func subject(_ text: String) throws -> Case {
    try Case(CaseDocument(parsing: text, file: "case.yaml"))
  }

  // MARK: Paths

  /// The fewest steps to each position by moves, and the fewest reluctant ones, by
  /// relaxing pairs of state and last mover until nothing changes.
  static func figures(
    of conflict: Conflict, from start: UInt64
  ) -> [UInt64: (steps: Int, reluctant: Int)] {
    struct Pair: Hashable { var state: UInt64, mover: Int }
    let brute = BruteForce(conflict)
    var least: [Pair: (steps: Int, reluctant: Int)] = [Pair(state: start, mover: -1): (0, 0)]
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (pair, cost) in least {
        for mover in conflict.actors.indices where mover != pair.mover {
          for target in brute.moves(mover, pair.state) {
            let isGain = brute.compare(mover, target, pair.state) > 0
            let key = Pair(state: target, mover: mover)
            let known = least[key] ?? (.max, .max)
            // Each figure has its own least sequence.
            let next = (
              steps: min(known.steps, cost.steps + 1),
              reluctant: min(known.reluctant, cost.reluctant + (isGain ? 0 : 1))
            )
            if next != known {
              least[key] = next
              hasChanged = true
            }
          }
        }
      }
    }
    return least.reduce(into: [:]) { found, entry in
      let known = found[entry.key.state] ?? (.max, .max)
      found[entry.key.state] = (
        min(known.steps, entry.value.steps), min(known.reluctant, entry.value.reluctant)
      )
    }
  }

  @Test(
    "every state out of reach has the figures that are told of its group", .effective(58),
    arguments: TestScale.seeds(80))
  func groups(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    let solution = conflict.solve()
    if solution.states.isEmpty { return effective(when: false) }
    let subject = SampleCase.wrap(conflict)
    let report = PathsReport(.init(case: subject, solution: solution, from: [0]))
    let section = try #require(report.sections.first)
    let expected = Self.figures(of: conflict, from: solution.states[0].code)
    let missed = solution.states.indices.filter { !section.reach.contains($0) }
    let groups = report.obstacleGroups(missed, section)
    effective(when: groups.count > 1 || groups.contains { $0.positions.count > 1 })
    #expect(groups.flatMap(\.positions).sorted() == missed)
    for group in groups {
      for position in group.positions {
        let own = section.obstacles.obstacle(to: [position], by: .improvements)
        guard case .reluctance(let steps, let path) = group.obstacle else {
          #expect(own == group.obstacle)
          continue
        }
        let figures = try #require(expected[solution.states[position].code])
        #expect(figures.steps == steps && figures.reluctant == path.reluctant.count)
        guard case .reluctance(_, let ownPath)? = own, let first = path.reluctant.first else {
          Issue.record("moves reach it")
          continue
        }
        #expect(ownPath.steps.count == path.steps.count)
        #expect(ownPath.steps.prefix(first + 1) == path.steps.prefix(first + 1))
        // In words, too.
        let told = [own ?? group.obstacle, group.obstacle].map {
          report.words($0, from: section.reach.start, isBrief: false)
        }
        #expect(told[0] == told[1])
      }
      if case .reluctance(_, let path) = group.obstacle {
        #expect(path.steps.last?.state == solution.states[group.positions[0]])
      }
    }
  }

  @Test("a state further off does not get the distance and the step of a nearer one")
  func twoOutOfReach() throws {
    let subject = try Self.subject(
      """
      entente: 1
      states: {s1: start, s2: near, s3: middle, s4: far}
      actors:
        a: {moves: {s1: [s2, s3]}, ranking: [s1, s2, s3, s4]}
        b: {moves: {s3: [s4]}, ranking: [s4, s1, s2, s3]}
      status_quo: s1
      """)
    let text = PathsReport(.init(case: subject, solution: subject.conflict.solve(), from: [0])).text(
      Style(width: 400))
    #expect(text.contains("- s2: moves could lead there in 1 step,"))
    #expect(text.contains("- s4: moves could lead there in 2 steps,"))
    #expect(text.contains("by going to “middle” in “start”"))
  }

  // MARK: Sums, words, cautions

  @Test("sums of weights count what the lowest levels are worth")
  func lowestLevels() throws {
    let subject = try Self.subject(
      """
      entente: 1
      actors:
        a: {options: {c: {levels: {l0: A, l1: B}}, x: X}, weights: {c: {l0: 5, l1: 7}, x: 1, b.d: {m0: -0.5, m1: 2}}}
        b: {options: {d: {levels: {m0: A, m1: B}}}, prefers: indifferent}
      status_quo: []
      """)
    let names = Names(subject, states: subject.conflict.feasibleStates().states)
    let comparison = subject.conflict.compare(0, State(0b001), with: State(0))
    #expect(names.because(comparison).hasSuffix("adds up to 6.5 in state 2 and 4.5 in state 1"))
    let both = subject.conflict.compare(0, State(0b111), with: State(0b010))
    #expect(names.because(both).text.contains("adds up to 10 in state 8 and 5.5 in state 3"))
  }

  static func words(_ text: String) throws -> String {
    let subject = try Self.subject(text)
    let solution = subject.conflict.solve()
    let analysis = WordsAnalysis(of: subject, solution, under: [.seq]) { $0.solve() }
    return WordsReport(case: subject, solution: solution, analysis: analysis).text(Style(width: 400))
  }

  @Test("a deed that hurts one and helps another is said to be both")
  func bothTones() throws {
    let text = try Self.words(
      """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: indifferent, declares: [{if: "true", then: x, to: [b, c, d]}]}
        b: {prefers: [not a.x]}
        c: {prefers: [a.x]}
        d: {options: {y: Y}, prefers: [a.x iff y]}
      """)
    #expect(text.contains("A threat to b, a promise to c and now the one and now the other to d, and empty"))
  }

  @Test(
    "whoever controls what the condition names is meant, even where the comparison is always true or never",
    arguments: ["b.k < l0", "b.k >= l0", "low", "not low and b.k <= l1"])
  func addressees(condition: String) throws {
    let text = try Self.words(
      """
      entente: 1
      define: {low: b.k < l0}
      actors:
        a: {options: {x: X}, prefers: indifferent, declares: [{if: "\(condition)", then: x}]}
        b: {options: {k: {levels: {l0: A, l1: B}}}, prefers: indifferent}
        c: {prefers: indifferent}
      """)
    #expect(text.contains("taken to be meant for b, who controls"))
  }

  @Test("no share of all states is said of few", arguments: [(2, false), (3, false), (4, true)])
  func shares(options: Int, isSaid: Bool) throws {
    // Two states last in each: of 8 and 16 nothing is said, of 32 it is.
    let names = (1..<options).map { "o\($0): O" }.joined(separator: ", ")
    let wishes = (1..<options).map { "o\($0)" }.joined(separator: ", ")
    let subject = try Self.subject(
      "entente: 1\nactors: {a: {options: {\(names)}, prefers: [\(wishes)]}, b: {options: {y: Y, z: Z}, prefers: [y]}}\n"
    )
    let solution = subject.conflict.solve()
    let report = SolveReport(case: subject, solution: solution)
    #expect(solution.equilibria(.nash).count == 2)
    #expect(report.cautions.contains { $0.text.contains("5 %") } == isSaid)
    #expect(solution.states.count == 1 << (options + 1))
  }

  // MARK: Days

  @Test("an event that is not yet or no longer so is told in text and JSON")
  func days() throws {
    let text = """
      entente: 1
      as_of: 2023-07
      events:
        over: {name: The term is over, holds: yes, since: 2023-07-18}
        truce: {name: A truce, holds: yes, until: 2023-05}
        talks: {name: Talks, holds: no, history: [{date: 2023-02, holds: yes}]}
      actors: {a: {options: {x: X}, prefers: [x if over, x if truce, x if talks]}}
      """
    let document = try CaseDocument(parsing: text, file: "case.yaml")
    let open = try Case(document)
    #expect(
      open.dayNotes.map { $0.wrapped(Style(), width: 1_000).joined() } == [
        "As of 2023-07, the day of the case, “A truce” no longer holds: it did until 2023-05.",
        "As of 2023-07, the day of the case, “Talks” holds: so it was observed from 2023-02 on.",
        "As of 2023-07 it is open whether “The term is over” holds, which changes on 2023-07-18: taken as written, yes. A full date in 'as_of', or --on, settles it.",
      ])
    let asked = try Case(document, given: ["truce": true, "talks": false], on: "2023-07-10")
    #expect(
      asked.dayNotes.map(\.text) == [
        "On 2023-07-10, as asked, “The term is over” does not hold yet: it does from 2023-07-18 on."
      ])
    let report = SolveReport(case: asked, solution: asked.conflict.solve())
    #expect(report.text(Style(width: 400)).contains(asked.dayNotes[0].text))
    let json = report.json().text(pretty: false)
    #expect(
      json.contains(
        #""day":{"date":"2023-07-10","asked":true,"changed":[{"event":"over","value":false,"reason":"notYet","date":"2023-07-18"}],"open":[],"loose":[]}"#
      ), "\(json.prefix(400))")
  }
}
