internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What lasts by what some options are.
extension SolveReport {
  /// The most combinations that are shown unless more are asked for.
  private static let mostCombinations = 12
  /// Options whose names take more columns than this stand as letters over the table.
  private static let widestHeads = 44

  /// What lasts for each combination of the options asked about.
  func addProjection(to builder: inout DocumentBuilder, _ meter: TableMeter) {
    guard let projection = options.projection else { return }
    builder.heading("What could last, by what these options are")
    if let filter = options.filterText {
      builder.paragraph("Only states where \(Prose.quoted(condition: filter)) holds.")
    }
    builder.paragraph(lead(projection))
    if projection.combinations.isEmpty { return }
    let heads = projection.rows.map { $0.label }
    let areLetters =
      heads.reduce(0) { $0 + $1.text.displayWidth + 2 } > Self.widestHeads
      || Set(heads.map { $0.text }).count < heads.count
    let letters = projection.rows.indices.map { Prose.letter($0) }
    if areLetters {
      builder.inset { $0.paragraph(key(to: letters, projection.rows)) }
    }
    let senses = projectedSenses(projection)
    var table = Table(
      head: (areLetters ? letters.map { Sentence($0) } : heads) + senses.map { $0.words } + ["feasible"])
    let most = options.limit ?? Self.mostCombinations
    let counts = Array(projection.combinations.prefix(most))
    meter.begin(rows: counts.count)
    for combination in counts {
      var row = projection.rows.map { value(of: $0, in: combination.values) }
      for (_, place) in senses { row.append("\(Prose.grouped(combination.lasting[place]))") }
      row.append("\(Prose.grouped(combination.feasible))")
      if !meter.admits(row) { break }
      table.add(row)
    }
    builder.table(table)
    var remark: Sentence = projection.rows.contains { !$0.isLevel } ? "●: taken; ○: not taken. " : ""
    for row in projection.rows where row.isJoint {
      let halves = row.options.map { names.actor(conflict.options[$0].actor) }
      remark += "\(row.label): each one's part in this order where they differ: \(Prose.list(halves)). "
    }
    remark += "Numbers: how many situations last in each sense, and how many there are."
    let left = projection.count.feasible - table.rows.count
    if left > 0 {
      remark +=
        " \(Prose.count(left, "further combination")) left out; a larger \(Sentence.parameter("limit", "limit")) shows more."
    }
    builder.remark(remark)
  }

  /// The senses that have a column, with where their counts are: those that agree everywhere have one together.
  private func projectedSenses(_ projection: Projection) -> [(words: Sentence, place: Int)] {
    let wanted = shown + (sense.map { shown.contains($0) ? [] : [$0] } ?? [])
    var groups: [(concepts: [Concept], place: Int)] = []
    for concept in wanted {
      guard let place = solution.concepts.firstIndex(of: concept) else { continue }
      let same = groups.firstIndex { group in
        options.named.count > 2
          && projection.combinations.allSatisfy { $0.lasting[group.place] == $0.lasting[place] }
      }
      if let same { groups[same].concepts.append(concept) } else { groups.append(([concept], place)) }
    }
    return groups.map { (words: $0.concepts.map { $0.word }.joined(separator: ", "), place: $0.place) }
  }

  /// In how many of the combinations something lasts.
  private func lead(_ projection: Projection) -> Sentence {
    let feasible = projection.count.feasible
    if feasible == 0 { return "No situation can be so." }
    guard let place = sense.flatMap({ solution.concepts.firstIndex(of: $0) }) else {
      return "\(Prose.count(feasible, "combination")) can be."
    }
    let lasting = projection.count.lasting[place]
    let all = Prose.count(feasible, "combination")
    // What is told of the solution in a sense that is not the usual one says so.
    let inSense: Sentence = sense == .seq ? "" : " under \(sense.map { $0.word } ?? "")"
    if lasting == 0 { return "Nothing lasts\(inSense) in any of the \(all) that can be." }
    if lasting == feasible { return "Something could last\(inSense) in each of the \(all) that can be." }
    let rest = feasible - lasting
    return
      "Something could last\(inSense) in \(Prose.grouped(lasting)) of the \(all) that can be, and nothing in the other \(rest == 1 ? "one" : Prose.grouped(rest))."
  }

  /// What the letters stand for, owner by owner.
  private func key(to letters: [String], _ rows: [Row]) -> Sentence {
    var parts: [(owner: Sentence, words: [Sentence])] = []
    for (letter, row) in zip(letters, rows) {
      let (owner, word) = (owner(of: row), "\(letter):\u{A0}\(row.label)" as Sentence)
      if parts.last?.owner == owner {
        parts[parts.count - 1].words.append(word)
      } else {
        parts.append((owner, [word]))
      }
    }
    return parts.map { "\(names.capitalized($0.owner)) – \($0.words.joined(separator: "; "))." }.joined(
      separator: " ")
  }

  /// Whose option it is.
  private func owner(of row: Row) -> Sentence {
    let owners = Set(row.options.map { conflict.options[$0].actor }).sorted()
    return owners == [ConflictModel.Option.nobody] ? "nobody" : names.actors(owners)
  }

  /// What the option of a row is in a state, for people.
  private func value(of row: Row, in state: State) -> Sentence {
    if case .level(let index) = row.kind {
      return "\(conflict.levelOptions[index].words(for: [row.options.count { state.takes($0) }]))"
    }
    let marks = row.options.map { state.takes($0) ? "●" : "○" }
    return Sentence(Set(marks).count == 1 ? marks[0] : marks.joined(separator: "/"))
  }

  /// The same for programs.
  var projectionJSON: JSONValue? {
    guard let projection = options.projection else { return nil }
    let combinations = projection.combinations.map { combination -> JSONValue in
      var members: [JSONValue.Member] = [
        .init(
          "values",
          .object(projection.rows.map { .init($0.id, json(valueOf: $0, in: combination.values)) })),
        .init("feasible", .integer(combination.feasible)),
        .init(
          "equilibria",
          .object(zip(solution.concepts, combination.lasting).map { .init($0.rawValue, .integer($1)) })),
      ]
      if let text = Self.text(ofLarge: combination.feasible) { members.append(.init("feasibleText", text)) }
      let large = zip(solution.concepts, combination.lasting).compactMap { concept, count in
        Self.text(ofLarge: count).map { JSONValue.Member(concept.rawValue, $0) }
      }
      if !large.isEmpty { members.append(.init("equilibriaText", .object(large))) }
      return .object(members)
    }
    var members: [JSONValue.Member] = [
      .init("options", JSONValue(projection.rows.map { $0.id })),
      .init("combinations", .array(combinations)),
      .init(
        "combinationCount",
        [
          "feasible": .integer(projection.count.feasible),
          "lasting": .object(
            zip(solution.concepts, projection.count.lasting).map { .init($0.rawValue, .integer($1)) }),
        ]),
    ]
    let left = projection.count.feasible - combinations.count
    if left > 0 { members.append(.init("combinationsLeftOut", .integer(left))) }
    return .object(members)
  }

  private func json(valueOf row: Row, in state: State) -> JSONValue {
    let taken = row.options.filter { state.takes($0) }
    switch row.kind {
    case .level(let index): return .string(conflict.levelOptions[index].levels[taken.count])
    case .option: return .bool(!taken.isEmpty)
    case .joint:
      if taken.isEmpty || taken.count == row.options.count { return .bool(!taken.isEmpty) }
      return JSONValue(taken.map { conflict.actors[conflict.options[$0].actor].id })
    }
  }
}
