import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Worlds") struct WorldsTests {
  /// A small case with events, profiles and an unsure status quo.
  static func text(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let names = ["a.x", "a.y", "b.x", "b.z", "war", "peace"]
    func literal() -> String {
      (Bool.random(using: &random) ? "" : "not ") + names.randomElement(using: &random)!
    }
    func condition() -> String {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: literal()
      case 1: "\(literal()) and \(literal())"
      case 2: "\(literal()) or \(literal())"
      default: "(\(literal())) if \(literal())"
      }
    }
    func statements() -> String {
      "[" + (0..<Int.random(in: 1...3, using: &random)).map { _ in condition() }.joined(separator: ", ") + "]"
    }
    let rule = Int.random(in: 0..<3, using: &random) == 0 ? "rules: [\(condition())]" : ""
    let unsure = ["", ", unsure: [b.x]", ", unsure: [a.y, b.z]"].randomElement(using: &random)!
    let profiles =
      Bool.random(using: &random)
      ? "profiles: {p: {prefers: \(statements())}, q: {prefers: indifferent}}" : ""
    return """
      entente: 1
      events: {war: {holds: no}, peace: {holds: yes}}
      actors:
        a: {options: {x: X, y: Y}, prefers: \(statements())}
        b:
          options: {x: X, z: Z}
          prefers: \(statements())
          \(profiles)
      \(rule)
      status_quo: {taken: [a.x]\(unsure)}
      outcomes: {calm: \(condition()), storm: \(condition())}
      """
  }

  /// Everything is what solving each world by itself, from the definitions, gives.
  @Test("every world is solved as if it were alone", .effective(8), arguments: TestScale.seeds(14))
  func agrees(seed: UInt64) throws {
    let document = try CaseDocument(parsing: Self.text(seed: seed))
    let subject: Case
    do { subject = try Case(document) } catch { return effective(when: false) }
    let concept = Concept.allCases[Int(seed) % Concept.allCases.count]
    let worlds = try Worlds(
      document, varying: subject.dimensions, request: SolveRequest(concepts: [concept]))
    #expect(worlds.limit == nil)
    let groups = worlds.groups()
    effective(when: groups.groups.count > 1)
    for (index, world) in worlds.worlds.enumerated() {
      var (given, profiles): ([String: Bool], [String: String]) = ([:], [:])
      for (dimension, value) in zip(worlds.dimensions, world.values) {
        switch dimension.kind {
        case .event: given[dimension.id] = value == 1
        case .profile: profiles[dimension.id] = dimension.values[value]
        case .statusQuo: #expect(worlds.statusQuos[value] == world.statusQuo)
        }
      }
      var alone = document
      alone.statusQuo = nil
      guard let own = try? Case(alone, given: given, profiles: profiles) else {
        #expect(worlds.found(world) == nil)
        continue
      }
      let complete = try? Case(document, given: given, profiles: profiles)
      let brute = BruteForce(own.conflict)
      if let state = world.statusQuo, complete?.statusQuo?.completions.contains(state) != true {
        #expect(worlds.found(world) == nil)
        continue
      }
      let found = try #require(worlds.found(world))
      let lasting = brute.codes.filter { brute.isEquilibrium(concept, $0) }
      #expect(found.feasible == brute.codes.count)
      #expect(found.equilibria == lasting.count)
      #expect(found.lasting?.map(\.code) == lasting)
      for (outcome, count) in zip(own.outcomes, found.outcomes) {
        #expect(count == lasting.filter { BruteForce.holds(outcome.condition, $0, own.conflict) }.count)
      }
      for option in own.conflict.options.indices where !lasting.isEmpty {
        let taken = lasting.filter { ($0 >> UInt64(option)) & 1 == 1 }.count
        #expect((found.always >> UInt64(option)) & 1 == (taken == lasting.count ? 1 : 0))
        #expect((found.never >> UInt64(option)) & 1 == (taken == 0 ? 1 : 0))
      }
      if let state = world.statusQuo {
        #expect(
          world.leaving == own.conflict.actors.indices.filter { !brute.isStable(concept, $0, state.code) })
      }
      // Trees lead to what was found.
      for outcome in own.outcomes.indices {
        let tree = worlds.finding(.outcome(outcome)).tree
        #expect(tree.answer(at: world.values) == (found.outcomes[outcome] > 0 ? 1 : 0))
      }
      let group = groups.finding.tree.answer(at: world.values)
      #expect(groups.groups[group].worlds.contains(index))
    }
  }

  @Test("working several worlds at a time gives the same")
  func parallel() throws {
    let document = try CaseDocument(parsing: Self.text(seed: 5))
    let dimensions = try Case(document).dimensions
    let backwards = Control(
      forEach: { count, body in for index in (0..<count).reversed() { body(index) } }, oneAtATime: { $0() })
    let one = try Worlds(document, varying: dimensions)
    let other = try Worlds(document, varying: dimensions, control: backwards)
    #expect(one.worlds == other.worlds && one.conflicts == other.conflicts)
  }

  @Test("what was solved before a stop is kept, and the rest has no answer")
  func stopped() throws {
    let document = try CaseDocument(parsing: Self.text(seed: 5))
    let stopped = Control(shouldStop: { .interrupted })
    let worlds = try Worlds(document, varying: try Case(document).dimensions, control: stopped)
    #expect(worlds.limit == .interrupted)
    #expect(worlds.solvedCount < worlds.worlds.count)
    #expect(worlds.finding(.outcome(0)).total == worlds.solvedCount)
  }

  @Test("a world without states, or whose status quo cannot be, does not end the grid")
  func impossible() throws {
    let text = """
      entente: 1
      events: {war: {holds: no}, flood: {holds: no}}
      actors: {a: {options: {x: X}, prefers: [x]}}
      rules: [never: war, never: flood and not a.x]
      status_quo: []
      """
    let document = try CaseDocument(parsing: text)
    let worlds = try Worlds(document, varying: Case(document).dimensions)
    // By war and flood.
    #expect(worlds.worlds.map { worlds.found($0) != nil } == [true, true, false, false])
    #expect(worlds.worlds.map { $0.statusQuo != nil } == [true, false, false, false])
    #expect(worlds.impossibleCount == 2)
    #expect(throws: CaseError.self) {
      try Worlds(document, given: ["war": true], varying: [])
    }
  }

  @Test("what varies can be named, and what was given does not vary")
  func dimensions() throws {
    let text = """
      entente: 1
      events: {war: {holds: no}, peace: {holds: yes}}
      actors:
        a: {options: {x: X}, prefers: [x if war], profiles: {p: {prefers: [not x if peace]}}}
        b: {prefers: indifferent}
      status_quo: {taken: [], unsure: [a.x]}
      """
    let document = try CaseDocument(parsing: text)
    let subject = try Case(document)
    func ids(_ words: [String]) throws -> [String] { try subject.dimensions(named: words).map(\.id) }
    #expect(subject.dimensions.map(\.id) == ["war", "peace", "a", "status-quo"])
    #expect(try ids(["status-quo", "events"]) == ["war", "peace", "status-quo"])
    #expect(try ids(["a", "war", "profiles"]) == ["war", "a"])
    for word in ["b", "warr", "nothing"] { #expect(throws: SyntaxError.self) { try ids([word]) } }
    let given = try Case(document, given: ["war": true], profiles: ["a": "p"])
    #expect(given.dimensions.map(\.id) == ["peace", "status-quo"])
    for word in ["war", "a", "profiles"] {
      #expect(throws: SyntaxError.self) { try given.dimensions(named: [word]) }
    }
  }
}

@Suite("Decision trees") struct DecisionTreeTests {
  /// A random grid to 5 dimensions, and a class for each point.
  static func grid(_ random: inout SeededGenerator, gaps: Bool) -> TreeBuilder {
    let sizes = (0..<Int.random(in: 0...4, using: &random)).map { _ in Int.random(in: 1...3, using: &random) }
    let kinds = Int.random(in: 1...3, using: &random)
    let classes = (0..<sizes.reduce(1, *)).map { _ in
      gaps && Int.random(in: 0..<4, using: &random) == 0 ? -1 : Int.random(in: 0..<kinds, using: &random)
    }
    return TreeBuilder(sizes: sizes, classes: classes)
  }

  static func points(_ sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { points, size in points.flatMap { point in (0..<size).map { point + [$0] } } }
  }

  @Test("a tree tells the class of every point", .effective(25), arguments: TestScale.seeds(120))
  func tells(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let builder = Self.grid(&random, gaps: true)
    let tree = builder.tree().tree
    effective(when: tree.answerCount > 2)
    for (point, kind) in zip(Self.points(builder.sizes), builder.classes) where kind >= 0 {
      #expect(tree.answer(at: point) == kind)
    }
  }

  /// The fewest answers of any tree: of all first questions, equal branches counted once.
  static func fewest(_ sizes: [Int], _ points: [(values: [Int], kind: Int)], _ left: [Int]) -> Int {
    if Set(points.map(\.kind)).count < 2 { return 1 }
    return left.map { dimension in
      var seen: Set<[Int]> = []
      var sum = 0
      for value in 0..<sizes[dimension] {
        let part = points.filter { $0.values[dimension] == value }
        if seen.insert(part.map(\.kind)).inserted {
          sum += fewest(sizes, part, left.filter { $0 != dimension })
        }
      }
      return sum
    }.min()!
  }

  @Test("no tree has fewer answers", .effective(8), arguments: TestScale.seeds(36))
  func isSmallest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let builder = Self.grid(&random, gaps: false)
    let (tree, isSmallest) = builder.tree()
    effective(when: tree.answerCount > 2)
    let points = zip(Self.points(builder.sizes), builder.classes).map { (values: $0, kind: $1) }
    #expect(isSmallest)
    #expect(tree.answerCount <= Self.fewest(builder.sizes, points, Array(builder.sizes.indices)))
  }

  @Test("one dimension that decides alone is all that is asked about, however many there are")
  func alone() {
    let sizes = [Int](repeating: 2, count: 12)
    let classes = (0..<4096).map { ($0 >> 5) & 1 }
    let (tree, isSmallest) = TreeBuilder(sizes: sizes, classes: classes).tree()
    #expect(isSmallest)
    #expect(
      tree
        == .ask(
          dimension: 6,
          branches: [.init(values: [0], tree: .answer(0)), .init(values: [1], tree: .answer(1))]))
  }

  @Test("where there is too much to look at, the tree still tells every class")
  func large() {
    let sizes = [Int](repeating: 2, count: 12)
    let classes = (0..<4096).map { $0.nonzeroBitCount % 3 == 0 ? 1 : 0 }
    let (tree, isSmallest) = TreeBuilder(sizes: sizes, classes: classes).tree()
    #expect(!isSmallest)
    for (point, kind) in zip(Self.points(sizes), classes) { #expect(tree.answer(at: point) == kind) }
  }
}
