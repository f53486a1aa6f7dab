import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Hypergames") struct HypergameTests {
  // MARK: Against each game written out and solved by itself

  /// A small case in which `a` misreads the others, and its game in full: what it
  /// does not see is neither an option nor, in conditions, true.
  struct Sample {
    var text: String
    var view: String
    /// The options that `a` does not see.
    var missing: [String]
  }

  static func sample(seed: UInt64) -> Sample {
    var random = SeededGenerator(seed: seed)
    func literal() -> String {
      let name = ["a.x", "a.y", "b.x", "b.z", "war", "c.x"].randomElement(using: &random)!
      return (Bool.random(using: &random) ? "" : "not ") + name
    }
    func condition() -> String {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: literal()
      case 1: "\(literal()) and \(literal())"
      case 2: "\(literal()) or \(literal())"
      default: "(\(literal())) if (\(literal()))"
      }
    }
    func statements() -> String {
      "[" + (0..<Int.random(in: 1...3, using: &random)).map { _ in condition() }.joined(separator: ", ") + "]"
    }
    let wishes = ["a": statements(), "b": statements(), "c": statements()]
    var seen = wishes
    var changes: [String: String] = [:]
    for actor in ["a", "b", "c"] where Bool.random(using: &random) {
      seen[actor] = statements()
      changes[actor] = "prefers: \(seen[actor]!)"
    }
    let missing = ["b.z", "c.x", "a.y"].filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    for name in missing {
      let (actor, option) = (String(name.prefix(1)), String(name.dropFirst(2)))
      let change = "options: {\(option): ~}"
      changes[actor] = changes[actor].map { "\($0), \(change)" } ?? change
    }
    let war = Int.random(in: 0..<3, using: &random) == 0
    let rule = Int.random(in: 0..<3, using: &random) == 0 ? "rules: [\(condition())]" : ""
    func text(_ wishes: [String: String], war: Bool, perceives: String, without missing: [String]) -> String {
      func options(_ actor: String, _ names: [String]) -> String {
        names.filter { !missing.contains("\(actor).\($0)") }.map { "\($0): O" }.joined(separator: ", ")
      }
      var text = """
        entente: 1
        events: {war: {holds: \(war ? "yes" : "no")}}
        actors:
          a:
            options: {\(options("a", ["x", "y"]))}
            prefers: \(wishes["a"]!)
            \(perceives)
          b: {options: {\(options("b", ["x", "z"]))}, prefers: \(wishes["b"]!)}
          c: {options: {\(options("c", ["x"]))}, prefers: \(wishes["c"]!)}
        \(rule)
        """
      // Conditions hold names with their actor; options stand without it.
      for name in missing { text = text.replacing(name, with: "false") }
      return text
    }
    let actors = changes.sorted { $0.key < $1.key }.map { "\($0.key): {\($0.value)}" }
    var overlay: [String] = []
    if !actors.isEmpty { overlay.append("actors: {\(actors.joined(separator: ", "))}") }
    if war { overlay.append("events: {war: {holds: yes}}") }
    let perceives = overlay.isEmpty ? "" : "perceives: {\(overlay.joined(separator: ", "))}"
    return Sample(
      text: text(wishes, war: false, perceives: perceives, without: []),
      view: text(seen, war: war, perceives: "", without: missing), missing: missing)
  }

  /// The ids of what is taken, which a state is known by in every game.
  static func taken(_ code: UInt64, _ conflict: Conflict) -> Set<String> {
    Set(conflict.options.indices.filter { (code >> UInt64($0)) & 1 == 1 }.map { conflict.options[$0].id })
  }

  /// Seeds of samples that have a state, and a view that differs.
  static let seeds = TestScale.seeds(40) { seed in
    let sample = sample(seed: seed)
    return (try? Case(CaseDocument(parsing: sample.text))) != nil && sample.text.contains("perceives")
  }

  @Test("views are what solving each game by itself gives", arguments: seeds)
  func agrees(seed: UInt64) throws {
    let sample = Self.sample(seed: seed)
    let subject = try Case(CaseDocument(parsing: sample.text))
    guard let own = try? Case(CaseDocument(parsing: sample.view)) else {
      // Nothing is feasible in the eyes of `a`.
      #expect(throws: CaseError.self) { try subject.hypergame(SolveRequest(concepts: [.nash])) }
      return
    }
    let (truth, game) = (BruteForce(subject.conflict), BruteForce(own.conflict))
    let concept = Concept.allCases[Int(seed) % Concept.allCases.count]
    let hypergame = try subject.hypergame(SolveRequest(concepts: [concept]))

    let seen = Dictionary(uniqueKeysWithValues: game.codes.map { (Self.taken($0, own.conflict), $0) })
    var (lasting, unseen): ([UInt64], Int) = ([], 0)
    for code in truth.codes {
      guard let mapped = seen[Self.taken(code, subject.conflict)] else {
        unseen += 1
        continue
      }
      if game.isStable(concept, 0, mapped), truth.isStable(concept, 1, code),
        truth.isStable(concept, 2, code)
      {
        lasting.append(code)
      }
    }
    let states = hypergame.truth.states
    #expect(hypergame.equilibria.map { states[$0].code } == lasting)
    #expect(hypergame.unseenCount == unseen)
    #expect(hypergame.views[0].unseenCount == unseen)

    // What `a` expects and does not get, and gets and does not expect.
    let expected = Set(
      game.codes.filter { game.isEquilibrium(concept, $0) }.map { Self.taken($0, own.conflict) })
    let real = Set(lasting.map { Self.taken($0, subject.conflict) })
    let surprise = hypergame.surprises[0]
    #expect(
      Set(surprise.broken.members.map { Self.taken($0.code, subject.conflict) }) == expected.subtracting(real)
    )
    #expect(
      Set(surprise.unexpected.members.map { Self.taken($0.code, subject.conflict) })
        == real.subtracting(expected))
    for broken in hypergame.broken(expectedBy: 0) {
      let code = broken.state.code
      #expect(broken.isFeasible == truth.codes.contains(code))
      let movers = [1, 2].filter { truth.codes.contains(code) && !truth.isStable(concept, $0, code) }
      #expect(broken.movers == movers)
      #expect(broken.blind == (broken.isFeasible ? [] : [1, 2]))
    }
    // The others see the case as it is, so they expect its equilibria.
    let trueReal = Set(truth.codes.filter { truth.isEquilibrium(concept, $0) })
    #expect(
      Set(hypergame.surprises[1].broken.members.map(\.code)) == trueReal.subtracting(lasting))
  }

  // MARK: Laws

  @Test(
    "without a view of its own everybody expects what lasts", .effective(27), arguments: TestScale.seeds(36))
  func plain(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed, RandomCase.Flavour(removedMoves: true))
    let subject = try Case(document)
    let brute = BruteForce(subject.conflict)
    let concept = Concept.allCases[Int(seed) % Concept.allCases.count]
    let hypergame = try subject.hypergame(SolveRequest(concepts: [concept]))
    effective(when: !hypergame.equilibria.isEmpty && subject.conflict.isLively)
    #expect(
      hypergame.equilibria.map { hypergame.truth.states[$0].code }
        == brute.codes.filter { brute.isEquilibrium(concept, $0) })
    #expect(hypergame.unseenCount == 0)
    #expect(hypergame.surprises.allSatisfy { $0.isNone })
  }

  /// Views of random cases with levels, joint options, rankings and weights: what is
  /// not seen is never taken, and everything else stays as it is.
  @Test(
    "an option that is not seen is one that nobody takes",
    arguments: TestScale.seeds(36) { seed in
      RandomCase.document(seed: seed, RandomCase.Flavour(removedMoves: true)).actors
        .contains { !$0.options.isEmpty }
    })
  func missing(seed: UInt64) throws {
    var document = RandomCase.document(seed: seed, RandomCase.Flavour(removedMoves: true))
    var random = SeededGenerator(seed: seed)
    let actor = try #require(
      document.actors.filter { !$0.options.isEmpty }.randomElement(using: &random))
    let option = actor.options.randomElement(using: &random)!
    let overlay = try YAMLReader.read(
      "actors: {\(actor.id): {options: {\(option.id): ~}}}", file: "overlay.yaml")
    document.actors[0].perceives = PerceptionText(overlay)
    #expect(try CaseDocument(parsing: document.printed()) == document)
    let subject = try Case(document)
    let name = "\(actor.id).\(option.id)"
    let hidden = subject.conflict.options.indices.filter { index in
      let id = subject.conflict.options[index].id
      return id == name
        || subject.conflict.levelOptions.contains { $0.id == name && $0.thresholds.contains(index) }
    }
    let all = subject.conflict.feasibleStates().states
    let left = all.filter { state in !hidden.contains { state.takes($0) } }
    let view: Case
    do { view = try subject.seen(by: 0) } catch {
      #expect(left.isEmpty)
      return
    }
    #expect(Array(view.conflict.feasibleStates().states) == left)
    let (whole, part) = (BruteForce(subject.conflict), BruteForce(view.conflict))
    for index in subject.conflict.actors.indices {
      for one in left {
        for other in left {
          #expect(
            whole.compare(index, one.code, other.code) == part.compare(index, one.code, other.code))
        }
      }
    }
  }

  // MARK: Examples

  /// Chicken in which the row player takes the other for one who would swerve.
  static let chicken = """
    entente: 1
    actors:
      row:
        options: {swerve: Swerve}
        prefers: [swerve or column.swerve, column.swerve, not swerve]
        perceives: {actors: {column: {prefers: [column.swerve]}}}
      column:
        options: {swerve: Swerve}
        prefers: [swerve or row.swerve, row.swerve, not swerve]
    """

  @Test("a misread chicken surprises who misreads it")
  func chickenExample() throws {
    let subject = try Case(CaseDocument(parsing: Self.chicken))
    let hypergame = try subject.hypergame(SolveRequest(concepts: [.nash]))
    // Nash looks at own moves alone, so the same lasts; row expects one of the two.
    #expect(hypergame.equilibria.map { hypergame.truth.states[$0].code } == [1, 2])
    #expect(hypergame.surprises[0].broken.isEmpty)
    #expect(Array(hypergame.surprises[0].unexpected.members) == [State(1)])
    #expect(hypergame.movers(from: State(1), expectedBy: 0) == [1])
    #expect(hypergame.escape(of: 1, seenBy: 0, from: State(1)) == State(3))
  }

  @Test("in graph form moves may be seen otherwise, and rankings replaced")
  func graphForm() throws {
    let subject = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          states: {s1: , s2: , s3: }
          actors:
            a: {moves: {s1: [s2]}, ranking: [s2, s1, s3], perceives: {actors: {a: {moves: {s1: ~}}, b: {ranking: [s1, s2, s3]}}}}
            b: {moves: {s2: [s3]}, ranking: [s3, s2, s1]}
          """))
    let hypergame = try subject.hypergame(SolveRequest(concepts: [.nash]))
    #expect(Array(hypergame.equilibria) == [0, 2])
    #expect(hypergame.broken(expectedBy: 0).map(\.state) == [State(1)])
    #expect(hypergame.broken(expectedBy: 0).map(\.movers) == [[1]])
  }

  @Test("views that make no sense are refused with a code, where they stand")
  func refused() throws {
    func codes(_ overlay: String) -> [String] {
      let text = Self.chicken.replacing("{actors: {column: {prefers: [column.swerve]}}}", with: overlay)
      do {
        _ = try Case(CaseDocument(parsing: text)).hypergame(SolveRequest(concepts: [.nash]))
        return []
      } catch let error as SyntaxError {
        #expect(error.diagnostics.allSatisfy { $0.place.line == 6 })
        return error.diagnostics.map(\.code.rawValue)
      } catch CaseError.wrong(let error) {
        #expect(error.diagnostics.allSatisfy { $0.place.line == 6 })
        return error.diagnostics.map(\.code.rawValue)
      } catch { return ["other"] }
    }
    #expect(codes("{actors: {colum: {prefers: indifferent}}}") == ["perceived-actors"])
    #expect(codes("{actors: {column: ~}}") == ["perceived-actors"])
    #expect(codes("{actors: {column: {options: {brake: Brake}}}}") == ["perceived-options"])
    #expect(codes("{actors: {column: {options: {swerve: {levels: {a: A, b: B}}}}}}") == ["perceived-options"])
    #expect(codes("{joint: {pact: {by: [row, column]}}}") == ["perceived-options"])
    #expect(codes("{outcomes: {x: swerve}}") == ["unknown-key"])
    #expect(codes("{actors: {column: {perceives: {events: {}}}}}") == ["unknown-key"])
    #expect(codes("{actors: {column: {prefers: [nothing]}}}") == ["unknown-name"])
    #expect(codes("{rules: [never: swerve or not row.swerve]}") != [])
    #expect(codes("{rules: [column.swerve, not column.swerve]}") == ["no-feasible-state"])
    #expect(codes("[swerve]") == ["wrong-shape"])
  }

  @Test("an interrupted search says nothing")
  func interrupted() throws {
    let subject = try Case(CaseDocument(parsing: Self.chicken))
    #expect(throws: CaseError.self) {
      try subject.hypergame(
        SolveRequest(concepts: [.seq]), control: Control(shouldStop: { .interrupted }))
    }
  }
}
