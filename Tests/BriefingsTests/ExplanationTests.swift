import CaseFile
import Door
import ConflictModel
import EffectiveCounts
import Faces
import Notation
import Briefings
import Stability
import TestSupport
import Testing

/// Every sentence of an explanation that claims something is compared with
/// definitions written a second time.
@Suite("Explanations")
struct ExplanationTests {
  /// All verdicts on a few states of a random case, each explained by itself.
  private static func verdicts(
    seed: UInt64, _ body: (BruteForce, Solution, Certificate, ExplainReport) throws -> Void
  ) throws {
    let subject = Case.random(seed: seed)
    let solution = subject.conflict.solve()
    let brute = BruteForce(subject.conflict)
    let stride = max(1, solution.states.count / 6)
    for position in Swift.stride(from: 0, to: solution.states.count, by: stride) {
      for actor in subject.conflict.actors.indices {
        for concept in solution.concepts {
          let certificate = solution.certificate(concept, actor: actor, position: position)
          let report = ExplainReport(case: subject, solution: solution, certificates: [certificate])
          try body(brute, solution, certificate, report)
        }
      }
    }
  }

  @Test("conclude what the definitions say, first", .effective(29), arguments: TestScale.seeds(40))
  func conclusions(seed: UInt64) throws {
    effective(when: Case.random(seed: seed).conflict.isLively)
    try Self.verdicts(seed: seed) { brute, solution, certificate, report in
      let stays = brute.isStable(certificate.concept, certificate.actor, certificate.state.code)
      let name = solution.conflict.actors[certificate.actor].name
      let number = try #require(solution.states.number(of: certificate.state))
      let label = (solution.conflict.form != .options) ? "s\(number)" : "state \(number)"
      let claim =
        "\(name) \(stays ? "would stay in" : "would leave") \(label) under \(certificate.concept.rawValue)."
      #expect(report.text(Style(width: 100_000)).contains("\n\(claim)\n"), "seed \(seed): \(claim)")
      let told = report.json()["certificates"]?.elements.first
      #expect(told?["verdict"] == .string(stays ? "stable" : "unstable"))
    }
  }

  @Test("compare states as the actors do", .effective(13), arguments: TestScale.seeds(20))
  func comparisons(seed: UInt64) throws {
    var comparisonCount = 0
    try Self.verdicts(seed: seed) { brute, solution, certificate, report in
      var claimCount = 0
      // The names of actors in random conflicts are single words.
      let claim =
        /(?:[Ss]tates? )?((?:s?\d+(?:, | and )?)+)(?: \((?:[^()]|\([^()]*\))*\))? ?(?:and \d+ more )?(?:is|are) (better|worse|no better) than (?:state )?s?(\d+) for (\w+)/
      for match in report.text(Style(width: 100_000)).matches(of: claim) {
        claimCount += 1
        comparisonCount += 1
        let actor = try #require(solution.conflict.actors.firstIndex { $0.name == match.4 })
        let base = solution.states[Int(match.3)! - 1].code
        for number in match.1.split(whereSeparator: { !$0.isNumber }) {
          let order = brute.compare(actor, solution.states[Int(number)! - 1].code, base)
          let word = order > 0 ? "better" : order < 0 ? "worse" : "no better"
          #expect(match.2 == word, "seed \(seed): \(match.0)")
        }
      }
      if certificate.isStable || certificate.concept != .nash, claimCount == 0 {
        let hasMoves = !brute.moves(certificate.actor, certificate.state.code).isEmpty
        let told = report.text()
        let needsNone =
          !hasMoves || told.contains("nobody") || told.contains("None of the others")
          || told.contains("break the rules")
        #expect(needsNone, "seed \(seed): nothing is compared in\n\(told)")
      }
    }
    effective(when: comparisonCount > 4)
  }

  @Test("call nothing a gain that is none", .effective(14), arguments: TestScale.seeds(40))
  func gains(seed: UInt64) throws {
    var claimCount = 0
    try Self.verdicts(seed: seed) { brute, solution, certificate, report in
      let told = try #require(report.json()["certificates"]?.elements.first)
      let (actor, start) = (certificate.actor, certificate.state.code)
      let improvements = brute.improvements(actor, start)
      var claimed: Set<UInt64> = []
      for deterrence in told["deterrences"]?.elements ?? [] {
        let target = try code(deterrence["improvement"]?["to"], solution)
        claimed.insert(target)
        claimCount += 1
        try checkSanction(
          try #require(deterrence["sanction"]), after: target, certificate, solution, brute)
      }
      if certificate.isStable { #expect(claimed == improvements, "seed \(seed)") }
      if let escape = told["escape"] {
        let target = try code(escape["improvement"]?["to"], solution)
        #expect(improvements.contains(target), "seed \(seed)")
        for answer in escape["answers"]?.elements ?? [] {
          let reached = try code(answer["state"], solution)
          if let counter = answer["counterMove"] {
            let end = try code(counter["to"], solution)
            #expect(brute.moves(actor, reached).contains(end) && brute.compare(actor, end, start) > 0)
          } else {
            #expect(brute.compare(actor, reached, start) > 0)
          }
        }
      }
    }
    effective(when: claimCount > 0)
  }

  private func checkSanction(
    _ sanction: JSONValue, after improvement: UInt64, _ certificate: Certificate, _ solution: Solution,
    _ brute: BruteForce
  ) throws {
    let (actor, start) = (certificate.actor, certificate.state.code)
    let isTogether = sanction["kind"] == "together"
    var current = isTogether ? start : improvement
    for step in sanction["steps"]?.elements ?? [] {
      let mover = try #require(
        solution.conflict.actors.firstIndex { .string($0.id) == step["actor"] })
      let target = try code(step["to"], solution)
      #expect(brute.moves(mover, current).contains(target) && mover != actor)
      if certificate.concept.needsCredibleAnswers || isTogether {
        #expect(brute.compare(mover, target, current) > 0)
        #expect(step["because"]?["relation"] == "better")
      }
      if !isTogether { current = target }
    }
    let end = try code(sanction["outcome"], solution)
    #expect(brute.compare(actor, end, start) <= 0)
    #expect(sanction["because"]?["relation"] != "better")
  }

  private func code(_ state: JSONValue?, _ solution: Solution) throws -> UInt64 {
    guard case .integer(let number)? = state?["number"] else {
      Issue.record("a state without a number")
      return .max
    }
    return solution.states[Int(number) - 1].code
  }

  @Test(
    "sum up who would leave, when every actor is asked about", .effective(15), arguments: TestScale.seeds(20))
  func sums(seed: UInt64) throws {
    let subject = Case.random(seed: seed)
    effective(when: subject.conflict.isLively)
    let solution = subject.conflict.solve()
    let brute = BruteForce(subject.conflict)
    for position in solution.states.indices.prefix(8) {
      let code = solution.states[position].code
      for concept in solution.concepts {
        let certificates = subject.conflict.actors.indices.map {
          solution.certificate(concept, actor: $0, position: position)
        }
        let text = ExplainReport(case: subject, solution: solution, certificates: certificates)
          .text(Style(width: 100_000))
        let leaving = subject.conflict.actors.indices.filter { !brute.isStable(concept, $0, code) }
        if leaving.isEmpty {
          #expect(text.contains("\nIt lasts under \(concept.rawValue): everybody would stay.\n"))
        } else {
          let last = subject.conflict.actors[leaving.last!].name
          #expect(text.contains("\nIt does not last under \(concept.rawValue): "))
          #expect(text.contains("\(last) would leave.\n"))
        }
        // About one actor alone nothing is said of the whole.
        if certificates.count > 1 {
          let one = ExplainReport(case: subject, solution: solution, certificates: [certificates[0]]).text()
          #expect(!one.contains("It lasts") && !one.contains("It does not last"))
        }
      }
    }
  }

  @Test("name the statement that decides, with its source and its notes")
  func statements() throws {
    let subject = try Case(CaseDocument(parsing: SampleCase.suspects))
    let solution = subject.conflict.solve()
    let certificate = solution.certificate(.nash, actor: 0, position: 3)
    let report = ExplainReport(case: subject, solution: solution, certificates: [certificate])
    let text = report.text(Style(width: 1000))
    #expect(
      text.contains(
        "Taking “Confess” leads to state 5 (YNY). That would be better for First suspect: “confess if column.confess” holds in state 5 and not in state 4 (statement 2 of First suspect; memo 3.2, reported)."
      ))
    #expect(text.contains("(memo 3.2, reported): said so to his lawyer."))
    let because = report.json()["certificates"]?.elements[0]["escape"]?["improvement"]?["because"]
    #expect(because?["statement"]?["that"] == "confess if column.confess")
    #expect(because?["statement"]?["index"] == 2)
    #expect(because?["than"] == 4)
  }
}
