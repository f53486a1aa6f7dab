import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Observations that separate readings") struct ObserveTests {
  /// A case of four options, a level option and a joint option whose wishes and
  /// rules the seed decides, so that seeds are readings of one situation.
  static func text(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let names = ["a.x", "a.y", "b.z", "a.pact", "b.pact", "pact", "a.v >= mid", "a.v = high", "b.w = up"]
    func wish(_ random: inout SeededGenerator) -> String {
      let one = names.randomElement(using: &random)!
      let other = names.randomElement(using: &random)!
      let not = Bool.random(using: &random) ? "not " : ""
      return ["\(not)(\(one))", "\(not)(\(one)) if \(other)", "\(not)(\(one)) and \(other)"]
        .randomElement(using: &random)!
    }
    func wishes(_ random: inout SeededGenerator) -> String {
      (0..<4).map { _ in "\"\(wish(&random))\"" }.joined(separator: ", ")
    }
    let rule = Bool.random(using: &random) ? "rules: [never: a.x and b.z]" : "rules: []"
    return """
      entente: 1
      actors:
        a:
          options: {x: X, y: Y, v: {levels: {low: Low, mid: Mid, high: High}}}
          prefers: [\(wishes(&random))]
        b:
          options: {z: Z, w: {levels: {down: Down, up: Up}}}
          prefers: [\(wishes(&random))]
      joint: {pact: {name: Pact, by: [a, b]}}
      \(rule)
      outcomes:
        deal: {name: Deal, when: pact and not a.x}
        clash: {name: Clash, when: a.x iff b.z}
      """
  }

  static func reading(seed: UInt64) throws -> Reading {
    let subject = try Case(CaseDocument(parsing: text(seed: seed), file: "case.yaml"))
    return Reading(name: "\(seed)", subject: subject, solution: subject.conflict.solve())
  }

  /// What holds in a state, by the words of the case language.
  static let conditions: [Matter: String] = [
    .option("a.x"): "a.x", .option("a.y"): "a.y", .option("b.z"): "b.z", .option("a.pact"): "a.pact",
    .option("b.pact"): "b.pact", .joint("pact"): "pact", .level("a.v", "low"): "a.v = low",
    .level("a.v", "mid"): "a.v = mid", .level("a.v", "high"): "a.v = high", .level("b.w", "up"): "b.w = up",
    .outcome("deal"): "deal", .outcome("clash"): "clash",
  ]

  /// The equilibria by the definitions.
  static func equilibria(_ reading: Reading, _ concept: Concept) -> [UInt64] {
    let brute = BruteForce(reading.subject.conflict)
    return brute.codes.filter { brute.isEquilibrium(concept, $0) }
  }

  static func expectation(_ parts: [Observation.Part], _ reading: Reading, _ equilibria: [UInt64]) throws
    -> Modality?
  {
    if equilibria.isEmpty { return nil }
    let conditions = try parts.map { part in
      (try reading.subject.condition(parsing: #require(Self.conditions[part.matter])), part.holds)
    }
    let seen = equilibria.filter { code in
      conditions.allSatisfy { BruteForce.holds($0, code, reading.subject.conflict) == $1 }
    }
    return seen.isEmpty ? .excluded : seen.count == equilibria.count ? .implied : .permitted
  }

  @Test("implied, permitted and excluded are what they mean", .effective(6), arguments: TestScale.seeds(6))
  func expectations(seed: UInt64) throws {
    var count = 0
    let readings = try (0..<3).map { try Self.reading(seed: seed * 3 + $0) }
    for concept in [Concept.nash, .seq] {
      let separation = Separation(of: readings, under: concept)
      #expect(Set(separation.matters.map { $0.parts[0].matter }) == Set(Self.conditions.keys))
      let equilibria = readings.map { Self.equilibria($0, concept) }
      for observation in separation.matters {
        for (index, reading) in readings.enumerated() {
          let expected = try Self.expectation(observation.parts, reading, equilibria[index])
          #expect(observation.expectations[index] == expected)
        }
      }
      #expect(Set(separation.singles) == Set(separation.matters.filter(\.separates)))
      count += separation.singles.count
      let sharpness = separation.singles.map(\.sharpness)
      #expect(sharpness == sharpness.sorted(by: >))
    }
    effective(when: count > 0)
  }

  @Test(
    "pairs rule out what neither part does, and none is left out", .effective(3),
    arguments: TestScale.seeds(3))
  func pairs(seed: UInt64) throws {
    let readings = try (0..<3).map { try Self.reading(seed: 100 + seed * 3 + $0) }
    let separation = Separation(of: readings, under: .seq)
    #expect(separation.pairCount == separation.pairs.count)
    let equilibria = readings.map { Self.equilibria($0, .seq) }
    let parts = Self.conditions.keys.flatMap { matter in
      [true, false].map { Observation.Part(matter: matter, holds: $0) }
    }
    var alone: [Observation.Part: [Modality?]] = [:]
    for part in parts {
      alone[part] = try readings.indices.map { try Self.expectation([part], readings[$0], equilibria[$0]) }
    }
    var expected: Set<Set<Observation.Part>> = []
    for first in parts {
      for second in parts where second.matter != first.matter {
        let both = try readings.indices.map {
          try Self.expectation([first, second], readings[$0], equilibria[$0])
        }
        let fresh = readings.indices.contains {
          both[$0] == .excluded && alone[first]?[$0] != .excluded && alone[second]?[$0] != .excluded
        }
        if fresh, both.contains(where: { $0 == .implied || $0 == .permitted }) {
          expected.insert([first, second])
        }
      }
    }
    #expect(Set(separation.pairs.map { Set($0.parts) }) == expected)
    effective(when: !expected.isEmpty)
  }

  @Test("a reading in which nothing lasts expects nothing")
  func silent() throws {
    let cycle = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: [a.x iff b.y]}
        b: {options: {y: Y}, prefers: [a.x iff not b.y]}
      """
    let still = cycle.split(separator: "a.x iff not b.y").joined(separator: "not b.y")
    let readings = try [cycle, still].map { text in
      let subject = try Case(CaseDocument(parsing: text, file: "case.yaml"))
      return Reading(name: "", subject: subject, solution: subject.conflict.solve())
    }
    let separation = Separation(of: readings, under: .nash)
    #expect(separation.counts == [0, 1])
    #expect(separation.singles.isEmpty && separation.pairs.isEmpty)
    #expect(separation.matters.allSatisfy { $0.expectations[0] == nil })
  }

  @Test("what readings do not share, or mean differently, is left out and named")
  func shared() throws {
    let texts = [
      "entente: 1\nactors: {a: {options: {x: X, y: Y}, prefers: [x]}}\noutcomes: {o: a.x, p: a.x}\n",
      "entente: 1\nactors: {a: {options: {x: X}, prefers: [not x]}}\noutcomes: {o: t, p: a.x}\ndefine: {t: a.x}\n",
    ]
    let readings = try texts.map { text in
      let subject = try Case(CaseDocument(parsing: text, file: "case.yaml"))
      return Reading(name: "", subject: subject, solution: subject.conflict.solve())
    }
    let separation = Separation(of: readings, under: .nash)
    #expect(separation.notShared == [.option("a.y")])
    #expect(separation.reworded == ["o"])
    #expect(separation.singles.map(\.sharpness) == [3, 3])
    #expect(separation.singles.first?.ruledOut == [1])
    #expect(separation.singles.first?.ruledOutUnlessSeen == [0])
  }
}
