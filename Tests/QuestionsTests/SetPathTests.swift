import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

/// What sets of states say can be reached, beside what is found state by state.
@Suite("Paths among more states than can be listed") struct SetPathTests {
  /// A conflict in option form with tables, and from where to start.
  static func sample(seed: UInt64) -> (solution: Solution, starts: [Int])? {
    let conflict = RandomConflict.any(seed: seed)
    guard conflict.form == .options else { return nil }
    let solution = conflict.solve(SolveRequest(concepts: [.seq], engine: .reference))
    if solution.states.count < 2 { return nil }
    var random = SeededGenerator(seed: seed)
    return (solution, (0..<3).map { _ in Int.random(in: solution.states.indices, using: &random) })
  }

  /// The same without tables.
  static func unlisted(_ conflict: Conflict) -> Solution {
    var request = SolveRequest(concepts: [.seq], engine: .symbolic)
    request.listedStates = 0
    return conflict.solve(request)
  }

  /// What a sequence changes; nil where a step is not allowed, or somebody moves twice running.
  static func size(_ path: [Step], from start: State, by kind: StepKind, in conflict: Conflict) -> ChangeSize?
  {
    let meter = ChangeMeter(conflict)
    var (size, from, last) = (ChangeSize.none, start, -1)
    for step in path {
      if step.actor == last || !conflict.canMove(step.actor, from: from, to: step.state) { return nil }
      if kind == .improvements, !conflict.prefers(step.actor, step.state, to: from) { return nil }
      size = size + meter.size(from: from, to: step.state)
      (from, last) = (step.state, step.actor)
    }
    return size
  }

  @Test(
    "are the same layer by layer, and ways are legal, as short and as plain", .effective(50),
    arguments: TestScale.seeds(150), [StepKind.improvements, .moves])
  func layers(seed: UInt64, kind: StepKind) throws {
    guard let (solution, starts) = Self.sample(seed: 350_000 + seed) else { return effective(when: false) }
    let conflict = solution.conflict
    let states = Self.unlisted(conflict).states
    var sets = try ReachableSets.ready(conflict, like: seed % 2 == 0 ? states : nil, memory: 1 << 28)
    var isMoved = false
    for start in starts {
      let reach = Reach(from: start, by: kind, in: solution)
      let trail = try sets.begin(at: solution.states[start], by: kind == .moves ? .moves : .improvements)
      try sets.follow(trail)
      let layers = sets.layers(trail, of: states).map { Array($0) }
      let cut = try sets.begin(at: solution.states[start], by: kind == .moves ? .moves : .improvements)
      try sets.follow(cut, atMost: 0)
      #expect(sets.reached(cut) == sets.reached(trail) && sets.isCut(cut) && !sets.isCut(trail))
      #expect(sets.layerCounts(trail) == layers.dropFirst().map { $0.count })
      for (distance, layer) in layers.enumerated() {
        let same = solution.states.indices.filter { reach.distance(to: $0) == distance }
        #expect(layer == same, "\(distance) steps")
      }
      #expect(layers.reduce(0) { $0 + $1.count } == Set(reach.positions).union([start]).count)
      for (position, state) in solution.states.enumerated() {
        let group = try sets.group(state)
        let (distance, way) = (
          try sets.distance(to: group, along: trail), try sets.way(to: group, along: trail)
        )
        #expect(distance == reach.distance(to: position))
        guard let path = reach.path(to: position) else {
          #expect(way == nil)
          continue
        }
        isMoved = isMoved || path.count > 1
        let found = try #require(way)
        #expect(found.steps.count == path.count && found.reluctant.isEmpty)
        #expect(found.steps.last?.state == path.last?.state)
        let least = Self.size(path, from: solution.states[start], by: kind, in: conflict)
        #expect(
          least != nil
            && Self.size(found.steps, from: solution.states[start], by: kind, in: conflict) == least)
      }
    }
    effective(when: isMoved)
  }

  @Test("take as little reluctance", .effective(40), arguments: TestScale.seeds(100))
  func reluctance(seed: UInt64) throws {
    guard let (solution, starts) = Self.sample(seed: 360_000 + seed) else { return effective(when: false) }
    let conflict = solution.conflict
    var sets = try ReachableSets.ready(conflict, memory: 1 << 28)
    var isReluctant = false
    for start in starts {
      let truth = LeastReluctance(from: start, in: solution)
      let trail = try sets.begin(at: solution.states[start], by: .leastReluctance)
      for (position, state) in solution.states.enumerated() {
        let group = try sets.group(state)
        try sets.follow(trail, until: group)
        let way = try sets.way(to: group, along: trail)
        guard let path = truth.path(to: position) else {
          #expect(way == nil)
          continue
        }
        let found = try #require(way)
        isReluctant = isReluctant || !path.reluctant.isEmpty
        #expect(found.reluctant.count == path.reluctant.count && found.steps.count == path.steps.count)
        let least = Self.size(path.steps, from: solution.states[start], by: .moves, in: conflict)
        #expect(least == Self.size(found.steps, from: solution.states[start], by: .moves, in: conflict))
        var before = solution.states[start]
        for (place, step) in found.steps.enumerated() {
          let gains = conflict.prefers(step.actor, step.state, to: before)
          #expect(gains != found.reluctant.contains(place))
          before = step.state
        }
      }
    }
    effective(when: isReluctant)
  }

  @Test(
    "answer as the question does state by state", .effective(25), arguments: TestScale.seeds(80),
    [StepKind.improvements, .moves])
  func answers(seed: UInt64, kind: StepKind) throws {
    let subject = Case.random(seed: 370_000 + seed)
    guard subject.conflict.form == .options else { return effective(when: false) }
    let solution = subject.conflict.solve(SolveRequest(concepts: [.seq], engine: .reference))
    let sets = Self.unlisted(subject.conflict)
    guard solution.states.count > 1, !sets.isListed else { return effective(when: false) }
    var options = PathsQuestion.Options()
    options.kind = kind
    let starts = Array(solution.states.indices.prefix(3))
    let truth = PathsQuestion.Answer(case: subject, solution: solution, from: starts, options: options)
    let found = PathsQuestion.Answer(case: subject, solution: sets, from: starts, options: options)
    #expect(found.sections.isEmpty && found.limit == nil && found.sets.count == starts.count)
    effective(when: truth.sections.contains { $0.reach.stepCount > 1 })
    for (section, set) in zip(truth.sections, found.sets) {
      let others = section.reach.positions.filter { $0 != section.reach.start }
      #expect(set.count == others.count && set.layers.count == section.reach.stepCount)
      #expect(set.movesCount == section.obstacles.reluctance.positionCount - 1)
      let lasting = solution.equilibria(.seq).filter { section.reach.contains($0) }
      #expect(set.lastingCount == lasting.count)
      for (outcome, place) in zip(subject.outcomes, set.outcomes) {
        let members = Array(solution.states(where: outcome.condition))
        let distances = members.compactMap { section.reach.distance(to: $0) }
        #expect(place.count == members.count && place.reachedCount == distances.count)
        #expect(place.distance == distances.min())
        #expect(place.layers.reduce(0) { $0 + $1.all } == distances.count)
        #expect(place.lastingCount == members.count { lasting.contains($0) })
        let obstacle = section.obstacles.obstacle(to: members, by: kind)
        if place.distance == nil { Self.compare(place.obstacle, obstacle) }
      }
      for kind in set.kinds {
        let members = lasting.filter { position in
          let named = subject.outcomes(of: solution.states[position])
          return position != section.reach.start
            && (kind.outcomes.isEmpty ? named.isEmpty : kind.outcomes.contains(where: named.contains))
        }
        let nearest = section.reach.nearest(of: kind.outcomes.isEmpty && kind.count == 1 ? [] : members)
        let state = kind.way.last?.state
        #expect(nearest == nil || nearest.map { solution.states[$0] } == state)
        #expect(kind.outcomes.isEmpty || kind.count == members.count)
      }
    }
  }

  private static func compare(_ one: Obstacle?, _ other: Obstacle?) {
    if case .reluctance(let steps, let path) = one, case .reluctance(let others, let way) = other {
      #expect(steps == others && path.steps.count == way.steps.count)
      #expect(path.reluctant.count == way.reluctant.count)
    } else {
      #expect(one == other)
    }
  }

  @Test("end at limits with what was found until then")
  func limits() throws {
    let actors = (0..<20).map { index in
      Conflict.Actor(id: "a\(index)", preference: .statements([.taken(2 * index)]))
    }
    let options = (0..<40).map { Option(id: "o\($0)", actor: $0 / 2) }
    let conflict = Conflict(actors: actors, options: options)
    #expect(throws: StateGraph.Stopped(limit: .memory(bytes: 1000))) {
      _ = try ReachableSets.ready(conflict, memory: 1000)
    }
    nonisolated(unsafe) var questions = 0
    let control = Control(shouldStop: {
      questions += 1
      return questions > 8 ? .interrupted : nil
    })
    var sets = try ReachableSets.ready(conflict, memory: 1 << 28, control: control)
    let trail = try sets.begin(at: State(0), by: .improvements)
    var limit: Limit?
    do { try sets.follow(trail) } catch { limit = error.limit }
    #expect(limit == .interrupted && sets.layerCounts(trail).count > 0)
  }
}
