import CaseFile
import ConflictModel
import Documents
import EffectiveCounts
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

/// Whether pictures in rows and columns say what was found out.
@Suite("Figures of options, judgements and worlds") struct TableFigureTests {
  typealias Options = Figure.Options

  // MARK: Options

  /// What a cell is to be, of states looked at one by one.
  private static func cell(_ row: Options.Row, _ id: String, of states: [State], in subject: Case)
    -> Options.Cell
  {
    let conflict = subject.conflict
    if let joint = subject.jointOptions.first(where: { $0.id == id }) {
      let whole = states.filter { state in joint.halves.allSatisfy { state.takes($0) } }
      let nobody = states.filter { state in joint.halves.allSatisfy { !state.takes($0) } }
      if whole.isEmpty, nobody.count < states.count {
        let parts = joint.halves.indices.filter { half in states.contains { $0.takes(joint.halves[half]) } }
        return .offers(parts, orNobody: !nobody.isEmpty)
      }
      return whole.isEmpty ? .never : whole.count == states.count ? .always : .sometimes
    }
    if let level = conflict.levelOptions.first(where: { $0.id == id }) {
      return .levels(Set(states.map { level.level(in: $0) }).sorted())
    }
    let option = conflict.options.firstIndex { $0.id == id }!
    let taken = states.count { $0.takes(option) }
    return taken == 0 ? .never : taken == states.count ? .always : .sometimes
  }

  @Test(
    "each sign agrees with the states that last, one by one", .effective(40),
    .effective(4, "joint"), .effective(10, "levels"), .effective(4, "single"),
    arguments: TestScale.seeds(80))
  func options(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let conflict = subject.conflict
    let report = SolveReport(case: subject, solution: conflict.solve())
    let states = report.solution.states.indices.map { report.solution.states[$0] }
    let lasting = states.filter { state in
      report.solution.isEquilibrium(.seq, position: report.solution.states.position(of: state)!)
    }
    guard let (figure, caption) = report.optionsFigure() else {
      #expect(lasting.isEmpty || conflict.form != .options)
      return
    }
    #expect(caption.text.contains(lasting.count == 1 ? "only" : "\(Prose.grouped(lasting.count)) of"))
    var members: [[State]] = []
    let now = subject.statusQuo.map { $0.completions.isEmpty ? [$0.state] : $0.completions } ?? []
    if !now.isEmpty { members.append(now) }
    var unnamed = lasting
    for outcome in subject.outcomes {
      let own = lasting.filter { conflict.holds(outcome.condition, in: $0) }
      if !own.isEmpty { members.append(own) }
      unnamed.removeAll { own.contains($0) }
    }
    if unnamed == lasting, 2...6 ~= unnamed.count {
      // A few that no outcome names have a column each, the present first.
      members += (unnamed.filter { now.contains($0) } + unnamed.filter { !now.contains($0) }).map { [$0] }
      effective(when: true, "single")
    } else if !unnamed.isEmpty {
      members.append(unnamed)
    }
    #expect(figure.columns.map { $0.stateCount } == members.map { $0.count })
    #expect(figure.columns.map { $0.isPresent } == members.indices.map { $0 == 0 && !now.isEmpty })
    var rows = 0
    for row in figure.groups.flatMap({ $0.rows }) {
      guard case .option(let id)? = row.label.phrases.first?.reference else {
        Issue.record("a row points to no option")
        continue
      }
      rows += 1
      #expect(row.cells == members.map { Self.cell(row, id, of: $0, in: subject) }, "\(id)")
      effective(when: row.cells.contains { if case .offers = $0 { true } else { false } }, "joint")
      effective(when: !row.levels.isEmpty, "levels")
    }
    #expect(rows == Row.groups(of: subject).reduce(0) { $0 + $1.rows.count })
    for group in figure.groups where !group.owners.isEmpty {
      #expect(group.owners.allSatisfy { $0.name.text == conflict.actors[$0.place!].name.printable })
    }
    // That a situation is counted twice is said exactly where one is.
    let named = members.dropFirst(now.isEmpty ? 0 : 1)
    let isTwice = named.reduce(0) { $0 + $1.count } > lasting.count
    #expect((figure.remarks.isEmpty && figure.within.isEmpty) != isTwice)
    for pair in figure.within {
      #expect(Set(members[pair.inner]).isSubset(of: members[pair.outer]))
    }
    effective(when: members.count > 1)
  }

  @Test("levels in words") func levelWords() {
    let row = Options.Row("Arms", levels: ["none", "few", "many", "all"], cells: [])
    #expect(
      row.words([0, 1, 2, 3]) == "any" && row.words([2]) == "many" && row.words([0, 3]) == "none or all")
    #expect(row.words([1, 2, 3]) == "few to all" && row.words([0, 1, 3]) == "none, few or all")
  }

  // MARK: Judgements

  @Test(
    "each mark agrees with the answer for programs", .effective(5), .effective(1, "together"),
    arguments: TestScale.seeds(12))
  func judgements(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    guard let state = subject.statusQuo?.state ?? subject.conflict.feasibleStates().states.first else {
      return
    }
    let claim = Claim(.lasts(state), under: .seq, words: "it lasts")
    // Of the largest cases the pairs take long.
    let answer = subject.sensitivity(of: claim, upTo: subject.edits.count > 400 && !TestScale.isLong ? 1 : 2)
    let report = SensitivityReport(case: subject, answer: answer, states: nil)
    guard let (figure, caption) = report.judgementsFigure() else {
      #expect(answer.holds == nil || answer.edits.isEmpty)
      return
    }
    let json = report.json()
    var (alone, together, known): (Set<String>, Set<String>, Set<String>) = ([], [], [])
    let edits = json["edits"]?.elements ?? []
    func id(_ edit: JSONValue?) -> String { if case .string(let id)? = edit?["id"] { id } else { "" } }
    for edit in edits { known.insert(id(edit)) }
    for set in json["sets"]?.elements ?? [] {
      let members = set.elements.compactMap {
        if case .integer(let place) = $0 { place } else { nil }
      }
      for member in members {
        if members.count == 1 {
          alone.insert(id(edits[Int(member)]))
        } else {
          together.insert(id(edits[Int(member)]))
        }
      }
    }
    let boxes = figure.rows.flatMap { $0.boxes }
    var seen: [String] = []
    for box in boxes {
      guard case .judgement(let id)? = box.words.phrases.last?.reference else {
        Issue.record("a box points to no judgement: \(box.words)")
        continue
      }
      seen.append(id)
      let expected: Figure.Judgements.Effect =
        alone.contains(id) ? .alone : together.contains(id) ? .together : .nothing
      #expect(box.effect == expected, "\(id)")
    }
    #expect(Set(seen).count == seen.count && Set(seen) == known)
    #expect(caption.text.contains("of \(Prose.count(known.count, "judgement"))"))
    for row in figure.rows {
      #expect(Set(row.boxes.map { $0.label }).count == row.boxes.count, "\(row.boxes.map { $0.label })")
    }
    effective(when: !alone.isEmpty && alone.count < known.count)
    effective(when: !together.subtracting(alone).isEmpty, "together")
  }

  // MARK: Worlds

  @Test(
    "each cell agrees with the group of each of its worlds", .effective(8), arguments: TestScale.seeds(60))
  func worlds(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed, .everything)
    let worlds = try Worlds(document, varying: Case(document).dimensions)
    let report = WorldsReport(worlds)
    let json = report.json()
    guard let (figure, _) = report.worldsFigure() else { return }
    let dimensions = json["dimensions"]?.elements ?? []
    func id(_ value: JSONValue?) -> String { if case .string(let id)? = value { id } else { "-" } }
    // An axis is known by how many values it has and what it points to.
    let ids = figure.axes.map { axis -> String in
      switch axis.title.phrases.first?.reference {
      case .event(let id)?, .actor(let id)?: id
      default: "status-quo"
      }
    }
    var homes = 0
    for world in json["worlds"]?.elements ?? [] where world["status"] == .string("solved") {
      let values = ids.map { name -> Int in
        let dimension = dimensions.first { id($0["id"]) == name }
        let choices = dimension?["values"]?.elements ?? []
        return choices.firstIndex { $0["id"] == world["values"]?[name] } ?? -1
      }
      #expect(!values.contains(-1))
      let cell = figure.cells[figure.cell(at: values)]
      #expect(cell.group.map { figure.groups[$0].letter } == id(world["group"]))
      homes += cell.isWritten ? 1 : 0
    }
    let counts = json["groups"]?.elements.map { $0["worlds"]?.elements.count ?? 0 }
    #expect(figure.groups.map { $0.worldCount } == counts)
    #expect(figure.cells.count { $0.isWritten } <= 1 && figure.groups.count { $0.isWritten } <= 1)
    #expect(figure.axes.count < dimensions.count || figure.folded.isEmpty)
    effective(when: figure.groups.count > 1 && homes > 0)
  }

  // MARK: Maps

  @Test(
    "ways and bands of maps agree with how far everything is", .effective(10), arguments: TestScale.seeds(100)
  )
  func maps(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let conflict = subject.conflict
    let solution = conflict.solve()
    guard let start = subject.statusQuo.flatMap({ solution.states.position(of: $0.state) }) else { return }
    let report = PathsReport(PathsQuestion.Answer(case: subject, solution: solution, from: [start]))
    let reach = report.sections[0].reach
    guard let (map, _) = report.mapFigure() else {
      #expect(report.reached(report.sections[0]).allSatisfy { $0.position == start })
      return
    }
    // Each end is as near as the nearest of its kind, and each name is that of an end.
    let kinds = report.lastingKinds(report.sections[0])
    let lengths = map.nodes.indices.filter { $0 > 0 && map.nodes[$0].isLasting }.map { map.way(to: $0).count }
    #expect(lengths.sorted() == kinds.prefix(8).compactMap { reach.distance(to: $0.nearest) }.sorted())
    for (index, node) in map.nodes.enumerated().dropFirst() {
      #expect(node.parent! < index && node.mover != nil && !node.changes.isEmpty)
    }
    // Every situation within reach is counted where it is.
    for (band, outcome) in zip(
      map.bands,
      subject.outcomes.filter { outcome in
        report.members(of: outcome).contains { reach.contains($0) }
      })
    {
      for (step, count) in band.counts.enumerated() where step < band.counts.count - 1 {
        let there = report.members(of: outcome).filter { reach.distance(to: $0) == step }
        #expect(count.all == there.count)
        #expect(count.lasting == there.count { solution.isEquilibrium(.seq, position: $0) })
      }
    }
    for barred in map.barred {
      let outcome = subject.outcomes.first { barred.name.phrases.first?.reference == .outcome($0.id) }
      #expect(outcome.map { report.members(of: $0).allSatisfy { !reach.contains($0) } } == true)
    }
    effective(when: map.nodes.count > 2)
  }
}
