internal import CaseFile
package import ConflictModel
internal import Stability

/// Which observations would tell readings apart.
///
/// An observation is *implied* in a reading when it holds at every equilibrium
/// under the concept, *permitted* when at some, *excluded* when at none. A reading
/// without equilibria expects nothing: no observation speaks for or against it.
///
///     let separation = Separation(of: readings, under: .seq)
///     separation.singles.first?.ruledOut    // the readings that seeing it rules out
///
/// Compared is what all readings know, by id: options, levels, joint options,
/// outcomes that are worded alike and, in graph form, states.
package struct Separation: Sendable {
  /// The concept under which states last.
  package let concept: Concept
  /// How many states last in each reading.
  package let counts: [Int]
  /// Every matter that all readings know, with what each says of it.
  package let matters: [Observation]
  /// What only some of the readings know.
  package let notShared: [Matter]
  /// Outcomes that are worded differently in some readings.
  package let reworded: [String]
  /// The matters on which readings differ, the sharpest first.
  package let singles: [Observation]
  /// The pairs that rule out a reading that neither part rules out alone, the
  /// sharpest first; at most ``pairLimit``.
  package private(set) var pairs: [Observation] = []
  /// How many such pairs there are among those looked at.
  package private(set) var pairCount = 0
  /// Why the work ended early, or nil.
  package private(set) var limit: Limit?

  /// The most pairs that are kept.
  package static let pairLimit = 1_000

  /// Compares two or more readings, each of which decides the concept.
  ///
  /// - Complexity: O(readings · matters² · equilibria / 64)
  package init(of readings: [Reading], under concept: Concept, control: Control = Control()) {
    self.concept = concept
    counts = readings.map { $0.solution.equilibria(concept).count }
    let known = readings.map { Set(Matter.all(of: $0.subject)) }
    let all = readings.flatMap { Matter.all(of: $0.subject) }.uniqued()
    let shared = all.filter { matter in known.allSatisfy { $0.contains(matter) } }
    notShared = all.filter { matter in !known.allSatisfy { $0.contains(matter) } }
    reworded = shared.compactMap { matter in
      guard case .outcome(let id) = matter else { return nil }
      return Set(readings.map { $0.subject.document.wording(ofOutcome: id) }).count > 1 ? id : nil
    }
    let unclear = Set(reworded)
    let compared = shared.filter { matter in
      if case .outcome(let id) = matter { return !unclear.contains(id) }
      return true
    }
    var sightings: [Sightings] = []
    for reading in readings {
      limit = limit ?? control.shouldStop()
      // A reading that is not looked at any more says nothing.
      var seen: Sightings?
      if limit == nil {
        seen = Sightings(reading, concept, compared, control)
        if seen == nil { limit = control.shouldStop() ?? .interrupted }
      }
      sightings.append(seen ?? Sightings(matters: compared.count))
    }
    let expected = compared.indices.map { index in
      sightings.map { $0.expectation(of: [Literal(index, true)]) }
    }
    let parts = compared.map { Observation.Part(matter: $0, holds: true) }
    matters = parts.indices.map { index in
      Observation(
        parts: [parts[index]], expectations: expected[index])
    }
    singles = matters.enumerated().filter { $0.element.separates }
      .sorted { ($1.element.sharpness, $0.offset) < ($0.element.sharpness, $1.offset) }.map { $0.element }
    findPairs(among: compared, sightings, control)
  }

  private mutating func findPairs(
    among matters: [Matter], _ sightings: [Sightings], _ control: Control
  ) {
    let literals = matters.indices.flatMap { [Literal($0, true), Literal($0, false)] }
    var found: [(observation: Observation, order: [Int])] = []
    let alone = literals.map { literal in sightings.map { $0.expectation(of: [literal]) } }
    for (index, first) in literals.enumerated() {
      if limit == nil { limit = control.shouldStop() }
      if limit != nil { break }
      for (other, second) in literals.enumerated().dropFirst(index + 1) where second.matter != first.matter {
        let expectations = sightings.indices.map { reading -> Modality? in
          if alone[index][reading] == .excluded || alone[other][reading] == .excluded { return .excluded }
          return sightings[reading].expectation(of: [first, second])
        }
        let fresh = expectations.indices.count {
          expectations[$0] == .excluded && alone[index][$0] != .excluded && alone[other][$0] != .excluded
        }
        // Some reading must allow it; what none does tells nothing about the others.
        guard fresh > 0, expectations.contains(where: { $0 == .implied || $0 == .permitted }) else {
          continue
        }
        let observation = Observation(
          parts: [first, second].map { Observation.Part(matter: matters[$0.matter], holds: $0.holds) },
          expectations: expectations)
        found.append(
          (
            observation,
            [
              -observation.sharpness, -fresh, -observation.ruledOut.count,
              (first.holds ? 0 : 1) + (second.holds ? 0 : 1), index, other,
            ]
          ))
      }
    }
    pairCount = found.count
    pairs = found.sorted { $0.order.lexicographicallyPrecedes($1.order) }.prefix(Self.pairLimit)
      .map { $0.observation }
  }
}

/// A matter by index, holding or not.
private struct Literal {
  var matter: Int
  var holds: Bool

  init(_ matter: Int, _ holds: Bool) {
    self.matter = matter
    self.holds = holds
  }
}

/// For each matter, at which equilibria of a reading it holds: one bit each.
private struct Sightings {
  private let count: Int
  private let holds: [[UInt64]]

  /// Nothing seen, as where nothing lasts.
  init(matters: Int) {
    count = 0
    holds = Array(repeating: [], count: matters)
  }

  /// Nil when the work was stopped.
  init?(_ reading: Reading, _ concept: Concept, _ matters: [Matter], _ control: Control) {
    let equilibria = reading.solution.equilibria(concept)
    count = equilibria.count
    let predicates = matters.map {
      reading.solution.conflict.predicate($0.condition(in: reading.subject) ?? .constant(false))
    }
    var holds = predicates.map { _ in [UInt64](repeating: 0, count: (equilibria.count + 63) / 64) }
    for (index, state) in equilibria.members.enumerated() {
      if index % 256 == 255, control.shouldStop() != nil { return nil }
      for (matter, predicate) in predicates.enumerated() where predicate(state) {
        holds[matter][index / 64] |= 1 << UInt64(index % 64)
      }
    }
    self.holds = holds
  }

  func expectation(of literals: [Literal]) -> Modality? {
    if count == 0 { return nil }
    var seen = 0
    for word in 0..<(count + 63) / 64 {
      var bits = count - word * 64 >= 64 ? UInt64.max : (1 << UInt64(count - word * 64)) - 1
      for literal in literals {
        bits &= literal.holds ? holds[literal.matter][word] : ~holds[literal.matter][word]
      }
      seen += bits.nonzeroBitCount
    }
    return seen == 0 ? .excluded : seen == count ? .implied : .permitted
  }
}

extension [Matter] {
  /// Each of them once, in the order in which they first appear.
  fileprivate func uniqued() -> [Matter] {
    var seen: Set<Matter> = []
    return filter { seen.insert($0).inserted }
  }
}
