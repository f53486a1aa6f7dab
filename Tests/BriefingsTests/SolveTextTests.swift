import CaseFile
import Door
import ConflictModel
import Documents
import EffectiveCounts
import Faces
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("What solve says")
struct SolveTextTests {
  @Test(
    "every fate of a status quo is what the definitions say", .effective(44), arguments: TestScale.seeds(60))
  func fates(seed: UInt64) throws {
    let subject = Case.random(seed: seed)
    let conflict = subject.conflict
    let brute = BruteForce(conflict)
    let report = SolveReport(case: subject, solution: conflict.solve())
    effective(when: conflict.isLively)
    for state in report.solution.states {
      let fate = report.fate(of: state)
      let (verdict, reasons) = (fate.verdict.text, fate.reasons.map(\.text))
      let lasting = report.solution.concepts.filter { brute.isEquilibrium($0, state.code) }
      if lasting.isEmpty { #expect(verdict.contains("does not last")) }
      if !lasting.isEmpty, lasting.count < report.solution.concepts.count {
        #expect(
          verdict.hasPrefix("It lasts under \(Prose.list(lasting.map(\.rawValue))), but not under"))
      }
      if lasting == report.solution.concepts { #expect(verdict == "It lasts under every concept.") }

      if lasting != report.solution.concepts {
        let leaving = conflict.actors.indices.filter { actor in
          report.solution.concepts.contains {
            !lasting.contains($0) && !brute.isStable($0, actor, state.code)
          }
        }
        let names = Prose.list(leaving.map { conflict.actors[$0].name }, "or")
        #expect(verdict.hasSuffix(": \(names) would leave."))
      }

      for actor in conflict.actors.indices {
        let name = conflict.actors[actor].name
        let gains = !brute.improvements(actor, state.code).isEmpty
        let stable = report.solution.concepts.filter { brute.isStable($0, actor, state.code) }
        let leaves = reasons.contains { $0.hasPrefix("\(name) would leave it under") }
        let isHeld = reasons.contains {
          $0.contains("\(name) would stay.") || $0.hasPrefix("\(name) could gain by")
        }
        #expect(leaves == (gains && (stable.isEmpty || stable.count < report.solution.concepts.count - 1)))
        #expect(isHeld == (gains && !stable.isEmpty))
      }
    }
  }

  @Test("the parts come in the order of the design")
  func order() throws {
    let text = try SampleCase.report(SampleCase.levelsAndJoint).text()
    let headings = [
      "A line of control", "The status quo", "In which sense a state can last",
      "What holds where nobody leaves",
      "The states that last, option by option", "Findings", "Cautions", "What this answer assumes",
    ]
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.filter { headings.contains($0) } == headings)
  }

  @Test("each concept is explained once, in the order of strength")
  func glosses() throws {
    let text = try SampleCase.report(SampleCase.suspects).text(Style(width: 1000))
    for concept in Concept.allCases {
      #expect(text.ranges(of: concept.gloss(beside: Concept.allCases)).count == 1)
    }
    let order = text.split(separator: "\n").compactMap { line in
      Concept.allCases.first {
        line.hasPrefix("  \($0.rawValue) ") && line.hasSuffix($0.gloss(beside: Concept.allCases))
      }
    }
    #expect(order == Concept.strongestFirst)
  }

  @Test("a table with many equilibria keeps to the width and says what it leaves out")
  func manyColumns() throws {
    var options = SolveReport.Options()
    options.limit = 3
    let subject = Self.parity(optionCount: 6)
    let report = SolveReport(case: subject, solution: subject.conflict.solve(), options: options)
    let text = report.text(Style(width: 60))
    #expect(text.contains("29 further states left out"))
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 60 })

    options.limit = 100
    let all = SolveReport(case: subject, solution: subject.conflict.solve(), options: options)
    let numbers = all.text(Style(width: 60)).split(separator: "\n").filter { $0.hasPrefix("    state ") }
      .flatMap { $0.split(separator: " ").dropFirst() }
    #expect(Set(numbers).count == 32)
  }

  /// States with an even number of options taken, all equally good: 32 columns
  /// of which no two can be folded.
  private static func parity(optionCount: Int) -> Case {
    var rule = Condition.taken(0)
    for option in 1..<optionCount { rule = .not(.iff(rule, .taken(option))) }
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<optionCount).map { Option(id: "a.o\($0)", name: "Option \($0)", actor: 0) },
      rules: [.not(rule)])
    return SampleCase.wrap(conflict)
  }

  @Test("a case without options, and one state, reads well")
  func noOptions() {
    let conflict = Conflict(actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: [])
    let subject = SampleCase.wrap(conflict)
    let text = SolveReport(case: subject, solution: conflict.solve()).text(Style(width: 200))
    #expect(text.contains("1 actor, 0 options, 1 possible state, 1 of them feasible."))
    #expect(text.contains("1 state lasts under every concept: 1."))
  }

  @Test("at a limit while solving, what is decided is told and what is not is named")
  func limitWhileSolving() throws {
    let subject = try Case(CaseDocument(parsing: SampleCase.levelsAndJoint))
    // Stops later and later, until there is a run that decides some concepts and not others.
    for polls in 1...400 {
      let solution = subject.conflict.solve(control: PollCounter(stopAt: polls).control)
      let report = SolveReport(case: subject, solution: solution)
      let text = report.text(Style(width: 1000))
      if solution.limit == nil { break }
      #expect(text.contains("Not finished: it was interrupted."))
      #expect(report.json()["engine"]?["complete"] == false)
      for concept in solution.undetermined {
        #expect(report.json()["equilibriaCount"]?[concept.rawValue] == nil)
        #expect(!text.contains("\n  \(concept.rawValue) "))
      }
      if !solution.concepts.isEmpty {
        #expect(
          text.contains(
            "Decided for every state: \(solution.concepts.words). Undetermined: \(solution.undetermined.words)."
          ))
      }
    }
  }

  @Test("states and sections asked for besides are printed last")
  func extras() throws {
    var options = SolveReport.Options()
    options.allStates = true
    options.with = [.stability, .preferences, .moves]
    let text = try SampleCase.report(SampleCase.suspects, options: options).text(Style(width: 200))
    #expect(text.contains("  2       1     YNN      First suspect: “Confess”"))
    #expect(text.contains("  3 *     2     NYN      First suspect: “Flee”"))
    #expect(text.contains("Where column would stay\n  under  states\n  nash   4 5 6\n  sseq   1 4 5 6\n"))
    #expect(text.contains("column, the best first\n  place  states\n  1      4 6\n  2      1 3\n"))
    #expect(text.contains("  from  to\n  1     4+\n  2     5+\n  3     6+\n  4     1\n"))
  }

  @Test("partners who would leave a state together are named")
  func together() throws {
    let report = try SampleCase.report(SampleCase.levelsAndJoint)
    let conflict = report.solution.conflict
    let joint = report.subject.jointOptions[0]
    var flagged: [Int] = []
    for position in report.solution.states.indices {
      let state = report.solution.states[position]
      let halves = joint.halves.map { UInt64(1) << UInt64($0) }
      let all = State(state.code | halves[0] | halves[1])
      let isFree = joint.halves.allSatisfy { !state.takes($0) }
      let bothGain = [0, 1].allSatisfy { conflict.prefers($0, all, to: state) } && conflict.isFeasible(all)
      if isFree, bothGain { flagged.append(position) }
    }
    let found = report.solution.states.indices.filter {
      !report.subject.jointDepartures(from: report.solution.states[$0]).isEmpty
    }
    #expect(!flagged.isEmpty)
    #expect(found == flagged)
    #expect(
      report.findings.contains {
        $0.text.contains("North and South would all gain if they agreed to take up “The accord” together")
      })
  }

  @Test("the ledger lists what decides, and knows what is firmly sourced")
  func ledger() throws {
    let text = SampleCase.suspects.replacing(
      "column:\n    options: {confess: Confess}\n    prefers: [not row.confess, confess]",
      with: """
        column:
            options: {confess: Confess}
            prefers:
              - {that: row.flee or not row.flee, because: {source: memo, at: 1.1, basis: said}}
              - {that: not row.confess, because: {source: memo, at: 1.2, basis: said}}
              - {that: confess, hedge: may, because: {source: memo, at: 1.3, basis: assumed}}
        """)
    #expect(text != SampleCase.suspects)
    let ledger = try Ledger(SampleCase.report(text).solved)
    let entries = ledger.entries.filter { $0.judgement.kind == .statement }
    let byText = Dictionary(uniqueKeysWithValues: entries.map { ($0.judgement.text, $0) })
    // It is true everywhere and so decides nothing.
    #expect(byText["row.flee or not row.flee"] == nil)
    #expect(byText["confess if column.confess"]?.isDoubtful == false)
    #expect(byText["confess"]?.isDoubtful == true)
    #expect(byText["confess"]?.hedge == .may)
    for entry in entries { #expect((entry.verdicts ?? 0) > 0) }
  }
}
