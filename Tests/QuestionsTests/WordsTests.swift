import CaseFile
import ConflictModel
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Words against wishes") struct WordsTests {
  /// A random conflict with words of one actor, and its solution.
  struct Sample {
    let conflict: Conflict
    let declaration: Declaration
    let solution: Solution
    let brute: BruteForce

    init?(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      conflict = RandomConflict.any(seed: seed)
      let states = conflict.feasibleStates().states
      if states.isEmpty { return nil }
      let draw = { (random: inout SeededGenerator) -> Condition in
        .any(states.filter { _ in Bool.random(using: &random) }.map { .state($0) })
      }
      let (condition, then) = (draw(&random), draw(&random))
      let name = ConditionText.constant(true)
      declaration = Declaration(
        actor: Int.random(in: 0..<conflict.actors.count, using: &random), index: 0,
        text: DeclarationText(if: name, then: name), condition: condition, then: then, targets: [0],
        ground: .said)
      solution = conflict.solve()
      brute = BruteForce(conflict)
    }

    func holds(_ condition: Condition, _ code: UInt64) -> Bool {
      BruteForce.holds(condition, code, conflict)
    }
  }

  /// Conflicts in which somebody gains somewhere.
  static let seeds = TestScale.seeds(36) { seed in
    guard let sample = Sample(seed: seed) else { return false }
    return sample.conflict.actors.indices.contains { actor in
      sample.brute.codes.contains { !sample.brute.improvements(actor, $0).isEmpty }
    }
  }

  @Test("deeds are counted as their definition says", arguments: seeds)
  func deeds(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    let (declaration, brute) = (sample.declaration, sample.brute)
    let speaker = declaration.actor
    let test = DeclarationTest(declaration, in: sample.solution)
    var (able, gaining, losing): ([Int], [Int], [Int]) = ([], [], [])
    var hurt = sample.conflict.actors.map { _ in 0 }
    for (position, code) in brute.codes.enumerated() {
      guard sample.holds(declaration.condition, code), !sample.holds(declaration.then, code) else { continue }
      var deeds = brute.moves(speaker, code).filter { sample.holds(declaration.then, $0) }
      if case .options = sample.conflict.form {
        let all = deeds
        deeds = all.filter { deed in
          !all.contains { ($0 ^ code) != (deed ^ code) && ($0 ^ code) & (deed ^ code) == ($0 ^ code) }
        }
      }
      if deeds.isEmpty { continue }
      able.append(position)
      if deeds.contains(where: { brute.compare(speaker, $0, code) > 0 }) { gaining.append(position) }
      if !deeds.contains(where: { brute.compare(speaker, $0, code) >= 0 }) { losing.append(position) }
      for actor in hurt.indices where deeds.contains(where: { brute.compare(actor, $0, code) < 0 }) {
        hurt[actor] += 1
      }
    }
    #expect(Array(test.able) == able && Array(test.gaining) == gaining && Array(test.losing) == losing)
    #expect(test.effects.map(\.hurt) == hurt)
    #expect(test.isComplete)
    for concept in sample.solution.concepts {
      let equilibria = sample.solution.equilibria(concept)
      let keeping = test.keeping(at: equilibria)
      let codes = { (states: Selection) in states.members.map(\.code) }
      let all = brute.codes.filter { brute.isEquilibrium(concept, $0) }
      let applying = all.filter { sample.holds(declaration.condition, $0) }
      #expect(codes(keeping.kept) == applying.filter { sample.holds(declaration.then, $0) })
      #expect(codes(keeping.broken) == applying.filter { !sample.holds(declaration.then, $0) })
      #expect(codes(keeping.idle) == all.filter { !applying.contains($0) })
    }
  }

  @Test("words believed come before every other wish", arguments: seeds)
  func believed(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    let (declaration, brute) = (sample.declaration, sample.brute)
    let believed = try #require(declaration.believed(in: sample.solution))
    let after = BruteForce(believed)
    #expect(after.codes == brute.codes)
    for actor in sample.conflict.actors.indices {
      for left in brute.codes {
        for right in brute.codes {
          var expected = brute.compare(actor, left, right)
          if actor == declaration.actor {
            let kept = [left, right].map {
              !sample.holds(declaration.condition, $0) || sample.holds(declaration.then, $0)
            }
            if kept[0] != kept[1] { expected = kept[0] ? 1 : -1 }
          }
          #expect(after.compare(actor, left, right) == expected)
        }
      }
    }
    let request = SolveRequest(engine: sample.solution.engine)
    let belief = Belief(declaration, before: sample.solution, after: believed.solve(request))
    for change in belief.changes {
      let expected = after.codes.filter { after.isEquilibrium(change.concept, $0) }
      #expect(change.after.members.map(\.code) == expected)
      #expect(
        change.applyingAfter == expected.count { sample.holds(declaration.condition, $0) })
      #expect(change.appearing.count - change.vanishing.count == change.after.count - change.before.count)
    }
  }

  @Test("too many states to rank are not ranked")
  func tooMany() throws {
    for seed in 0..<40 as Range<UInt64> {
      guard let sample = Sample(seed: seed) else { continue }
      let isRanked =
        switch sample.conflict.actors[sample.declaration.actor].preference {
        case .ranking, .weights: true
        case .statements, .indifferent: false
        }
      #expect((sample.declaration.believed(in: sample.solution, limit: 0) == nil) == isRanked)
    }
  }

  /// Whether the focal actor's improvement to `target` is spoiled by gains alone.
  static func isSpoiled(
    _ target: UInt64, of actor: Int, from state: UInt64, mendable: Bool, _ brute: BruteForce
  ) -> Bool {
    brute.answers(actor, target, areCredible: true).keys.contains { answer in
      brute.compare(actor, answer, state) <= 0
        && !(mendable && brute.moves(actor, answer).contains { brute.compare(actor, $0, state) > 0 })
    }
  }

  @Test("weak holds are those that no gain spoils", arguments: seeds)
  func weak(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    let (solution, brute) = (sample.solution, sample.brute)
    for concept in solution.concepts where concept != .nash {
      let holds = Holds(under: concept, in: solution)
      let held = solution.equilibria(concept).subtracting(solution.equilibria(.nash))
      #expect(holds.held == held && holds.isComplete)
      var (weak, improvements, weakImprovements) = (0, 0, 0)
      for code in held.members.map(\.code) {
        var isWeak = false
        for actor in sample.conflict.actors.indices {
          for target in brute.improvements(actor, code) {
            improvements += 1
            guard concept.admitsWeakAnswers else { continue }
            if !Self.isSpoiled(target, of: actor, from: code, mendable: concept == .smr, brute) {
              isWeak = true
              weakImprovements += 1
            }
          }
        }
        if isWeak { weak += 1 }
      }
      #expect(holds.weak.count == weak)
      #expect(holds.groups.reduce(0) { $0 + $1.improvements } == improvements)
      #expect(holds.groups.filter(\.isWeak).reduce(0) { $0 + $1.improvements } == weakImprovements)
      // What the definition implies: weakly held under gmr is what seq would not hold.
      if concept == .gmr {
        #expect(weak == solution.equilibria(.gmr).subtracting(solution.equilibria(.seq)).count)
      }
      if concept == .smr {
        #expect(weak == solution.equilibria(.smr).subtracting(solution.equilibria(.sseq)).count)
      }
    }
  }

  static let threat = """
    entente: 1
    actors:
      a: {options: {cross: Cross}, prefers: [not cross or not b.punish, cross]}
      b:
        options: {punish: Punish}
        prefers: [not a.cross, not punish]
        declares: [{if: a.cross, then: punish}]
    status_quo: []
    """

  @Test("an empty threat that would deter if it were believed")
  func emptyThreat() throws {
    let subject = try Case(CaseDocument(parsing: Self.threat, file: "threat.yaml"))
    let solution = subject.conflict.solve()
    let analysis = WordsAnalysis(of: subject, solution, under: [.seq]) { $0.solve() }
    let test = try #require(analysis.tests.first)
    #expect(test.declaration.targets == [0] && test.declaration.ground == .controls)
    #expect(test.tone == .threat && test.credibility == .empty)
    let change = try #require(analysis.beliefs.first??.changes.first { $0.concept == .seq })
    #expect(change.effect == .deters)
    #expect(change.targets.first?.best == -1)
  }

  @Test("who is meant when the case does not say")
  func grounds() throws {
    for (condition, to, targets, ground) in [
      ("a.cross", "", [0], Declaration.Ground.controls), ("trial", "", [0, 2], .everybodyElse),
      ("t", "", [0, 2], .controls), ("punish", "", [0, 2], .everybodyElse),
      ("a.cross", ", to: c", [2], .said),
    ] {
      let text = """
        entente: 1
        events: {trial: {holds: no}}
        actors:
          a: {options: {cross: Cross}, prefers: indifferent}
          b: {options: {punish: P}, prefers: indifferent, declares: [{if: \(condition), then: punish\(to)}]}
          c: {options: {d: D}, prefers: indifferent}
        define: {t: a.cross or (c.d and trial)}
        """
      let declarations = try Case(CaseDocument(parsing: text, file: "x.yaml")).declarations
      #expect(declarations.map(\.targets) == [targets] && declarations.map(\.ground) == [ground])
    }
  }
}
