import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

/// Every set of edits, tried again one by one on the definitions.
@Suite("Sensitivity") struct SensitivityTests {
  static let flavour = RandomCase.Flavour.brief

  /// Seeds of cases with a claim that has a meaning, most of which some single edit
  /// turns round.
  static let singleSeeds = TestScale.seeds(50) { seed in
    guard let (subject, claim) = try? example(seed, atMost: 60) else { return false }
    return holds(claim, subject.conflict) != nil
  }
  /// Seeds of which two edits turn the claim round that do not by themselves: one in
  /// twenty, so they were looked for once.
  static let pairSeeds: [UInt64] = [
    5, 20, 71, 85, 88, 119, 131, 148, 154, 157, 159, 168, 169, 174, 179, 180, 181, 186, 191, 211,
  ]
  /// The same with three edits: one in a hundred.
  static let tripleSeeds: [UInt64] = [27, 157, 206, 243, 377, 445]

  /// A case of the seed that is small enough to try every pair of edits, with a
  /// claim about it.
  static func example(_ seed: UInt64, atMost editCount: Int) throws -> (Case, Claim)? {
    let document = RandomCase.document(seed: seed, flavour)
    let subject = try Case(document)
    let states = subject.conflict.feasibleStates().states
    guard states.count > 1, states.count <= 16, subject.edits.count <= editCount else { return nil }
    var random = SeededGenerator(seed: seed)
    let concept = Concept.allCases[Int.random(in: 0..<6, using: &random)]
    let state = states[Int.random(in: 0..<states.count, using: &random)]
    let option = Condition.taken(Int.random(in: 0..<max(1, subject.conflict.options.count), using: &random))
    let condition = subject.conflict.options.isEmpty ? Condition.constant(true) : option
    let contents: [Claim.Content] = [.lasts(state), .every(condition), .some(condition), .no(condition)]
    return (subject, Claim(contents[Int(seed % 4)], under: concept, words: "the claim"))
  }

  /// The claim by the definitions; nil when it has no meaning.
  static func holds(_ claim: Claim, _ conflict: Conflict) -> Bool? {
    let truth = BruteForce(conflict)
    let states = conflict.feasibleStates().states
    if states.isEmpty { return nil }
    let equilibria = states.filter { truth.isEquilibrium(claim.concept, $0.code) }
    switch claim.content {
    case .lasts(let state): return states.contains(state) ? equilibria.contains(state) : nil
    case .every(let condition): return equilibria.allSatisfy { conflict.holds(condition, in: $0) }
    case .some(let condition): return equilibria.contains { conflict.holds(condition, in: $0) }
    case .no(let condition): return !equilibria.contains { conflict.holds(condition, in: $0) }
    }
  }

  @Test("single edits do what they do when made", arguments: singleSeeds)
  func singles(seed: UInt64) throws {
    let (subject, claim) = try #require(try Self.example(seed, atMost: 60))
    let answer = subject.sensitivity(of: claim, upTo: 1)
    let before = Self.holds(claim, subject.conflict)
    #expect(answer.holds == before)
    let holding = try #require(before as Bool?)
    #expect(answer.setCounts.first == subject.edits.count)
    for (index, edit) in subject.edits.enumerated() {
      let after = Self.holds(claim, subject.conflict(after: [edit]))
      let flips = after.map { $0 != holding } ?? false
      #expect((answer.effects[index] == .flips) == flips, "\(edit)")
      #expect((answer.effects[index] == .moot) == (after == nil), "\(edit)")
      #expect(answer.minimalSets.contains([index]) == flips)
    }
  }

  @Test("the smallest sets are those that trying all pairs finds", arguments: pairSeeds)
  func pairs(seed: UInt64) throws {
    let (subject, claim) = try #require(try Self.example(seed, atMost: 24))
    let answer = subject.sensitivity(of: claim, upTo: 2)
    let before = try #require(Self.holds(claim, subject.conflict) as Bool?)
    let edits = subject.edits
    var expected: Set<[Int]> = []
    var tried = 0
    for first in edits.indices where answer.effects[first] != .flips {
      for second in edits.indices where second > first && answer.effects[second] != .flips {
        if edits[first].excludes(edits[second]) { continue }
        tried += 1
        // Sets are made in the order of the file, others than preferences first.
        let after = Self.holds(claim, subject.conflict(after: [edits[first], edits[second]]))
        if let after, after != before { expected.insert([first, second]) }
      }
    }
    #expect(Set(answer.minimalSets.filter { $0.count == 2 }) == expected)
    if edits.count > 1 { #expect(answer.setCounts[1] == tried) }
    #expect(!expected.isEmpty, "another seed is needed")
    #expect(answer.completeSizes == min(2, edits.count))
  }

  @Test("what pairs have in common is what they are made of", .effective(3), arguments: TestScale.seeds(60))
  func sides(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    guard subject.edits.count <= 220,
      let state = subject.statusQuo?.state ?? subject.conflict.feasibleStates().states.first
    else { return }
    let claim = Claim(.lasts(state), under: .seq, words: "it lasts")
    let answer = subject.sensitivity(of: claim, upTo: 2)
    guard let sides = answer.sides else { return }
    let (first, second) = (Set(sides.first.map { $0.judgement }), Set(sides.second.map { $0.judgement }))
    #expect(first.isDisjoint(with: second))
    #expect(first.count == sides.first.count && second.count == sides.second.count)
    var pairs: Set<Set<Judgement>> = []
    for set in answer.minimalSets where set.count == 2 {
      let both = Set(set.map { answer.edits[$0].judgement })
      #expect(both.intersection(first).count == 1 && both.intersection(second).count == 1, "seed \(seed)")
      pairs.insert(both)
    }
    #expect(pairs.count == sides.pairCount && pairs.count <= first.count * second.count)
    let idle = sides.idle.map { Set([$0.first.judgement, $0.second.judgement]) }
    #expect(Set(idle).count == idle.count && pairs.isDisjoint(with: idle))
    #expect(pairs.count + idle.count == first.count * second.count)
    effective(when: true)
    // Where not all pairs were tried, nothing is known of those that do not do it.
    let part = Sensitivity(
      claim: claim, holds: answer.holds, edits: answer.edits, effects: answer.effects,
      minimalSets: answer.minimalSets, setCounts: answer.setCounts, completeSizes: 1,
      variantCount: answer.variantCount, limit: .interrupted)
    #expect(part.sides == nil)
  }

  @Test("sets of three contain no smaller one that flips the claim", arguments: tripleSeeds)
  func triples(seed: UInt64) throws {
    let (subject, claim) = try #require(try Self.example(seed, atMost: 18))
    let answer = subject.sensitivity(of: claim, upTo: 3)
    let before = try #require(answer.holds as Bool?)
    #expect(answer.minimalSets.contains { $0.count == 3 }, "another seed is needed")
    for set in answer.minimalSets {
      #expect(Self.holds(claim, subject.conflict(after: set.map { subject.edits[$0] })) == !before)
      for other in answer.minimalSets where other != set { #expect(!Set(other).isSubset(of: set)) }
    }
  }

  @Test("it stops when told to, and says so")
  func stops() throws {
    let (subject, solution) = try ClaimTests.dilemma()
    let claim = try subject.claim(parsing: "status-quo lasts", among: solution.states)
    let stopped = subject.sensitivity(of: claim, control: Control(shouldStop: { .interrupted }))
    #expect(stopped.limit == .interrupted)
    #expect(stopped.completeSizes == 0)
    let limited = subject.sensitivity(of: claim, limits: EnumerationLimits(states: 2))
    #expect(limited.limit == .states(2))
  }
}
