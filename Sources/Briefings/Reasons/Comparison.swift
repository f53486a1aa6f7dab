internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

/// How an actor likes one state beside another, and what decides it.
struct Comparison: Sendable, Hashable {
  enum Relation: String, Sendable, Hashable {
    case better
    case worse
    case same
  }

  /// What in the actor's preference decides.
  enum Ground: Sendable, Hashable {
    /// The first statement in which the two states differ, from 0.
    case statement(Int)
    /// The tiers that a ranking puts them in, from 1, or nil when it lists them in none.
    case ranking(place: Int?, basePlace: Int?, count: Int)
    /// The sums of what is taken, in millionths, over what all level options are
    /// worth at their lowest; ``Names/sums(_:_:of:)`` has the whole sums.
    case weights(sum: Int64, baseSum: Int64)
    /// The preference sees no difference.
    case alike
    /// The actor is indifferent to everything.
    case indifferent
  }

  let actor: Int
  /// The state judged.
  let state: State
  /// The state it is compared with.
  let base: State
  let relation: Relation
  let ground: Ground
}

extension Conflict {
  /// How the actor likes `state` beside `base`.
  func compare(_ actor: Int, _ state: State, with base: State) -> Comparison {
    let (here, there) = (standing(of: actor, in: state), standing(of: actor, in: base))
    let relation: Comparison.Relation = there < here ? .better : here < there ? .worse : .same
    return Comparison(
      actor: actor, state: state, base: base, relation: relation,
      ground: ground(actor, state, base, here.firstDifference(from: there)))
  }

  private func ground(
    _ actor: Int, _ state: State, _ base: State, _ deciding: Int?
  ) -> Comparison.Ground {
    switch actors[actor].preference {
    case .statements:
      return deciding.map { .statement($0) } ?? .alike
    case .ranking(let tiers):
      return .ranking(
        place: tiers.firstIndex { $0.contains(state) }.map { $0 + 1 },
        basePlace: tiers.firstIndex { $0.contains(base) }.map { $0 + 1 }, count: tiers.count)
    case .weights(let weights):
      func sum(_ state: State) -> Int64 {
        weights.indices.reduce(0) { $0 + (state.takes($1) ? weights[$1] : 0) }
      }
      return .weights(sum: sum(state), baseSum: sum(base))
    case .indifferent:
      return .indifferent
    }
  }
}

extension Standing {
  /// The place of the first bit, from the highest of the first word on, in which
  /// two standings differ: under statements, the statement that decides.
  fileprivate func firstDifference(from other: Standing) -> Int? {
    for index in words.indices where words[index] != other.words[index] {
      return index * 64 + (words[index] ^ other.words[index]).leadingZeroBitCount
    }
    return nil
  }
}

extension Names {
  /// Why an actor likes one state better, worse or as well as another, as a
  /// clause: `“not direct” holds in state 3 and not in state 5 (statement 1; memo 3.2)`.
  func because(_ comparison: Comparison) -> Sentence {
    let (there, here) = (again(comparison.state), again(comparison.base))
    switch comparison.ground {
    case .statement(let index):
      let (holds, fails) = comparison.relation == .better ? (there, here) : (here, there)
      return
        "\(statementWords(index, of: comparison.actor)) holds in \(holds) and not in \(fails) (\(citation(ofStatement: index, of: comparison.actor)))"
    case .ranking(let place, let basePlace, let count):
      let who = actor(comparison.actor)
      let source = citation(ofRankingOf: comparison.actor)
      if place == basePlace { return "the ranking of \(who) puts both in \(rank(place, count)) (\(source))" }
      return
        "the ranking of \(who) has \(there) in \(rank(place, count)) and \(here) in \(rank(basePlace, count)) (\(source))"
    case .weights(let sum, let baseSum):
      let (mine, base) = sums(sum, baseSum, of: comparison.actor)
      return
        "by the weights of \(actor(comparison.actor)), what is taken adds up to \(mine) in \(there) and \(base) in \(here)"
    case .alike:
      return "no statement of \(actor(comparison.actor)) tells the two apart"
    case .indifferent:
      return "everything is the same to \(actor(comparison.actor))"
    }
  }

  /// Two sums of weights as the case has them, in decimals.
  ///
  /// The conflict knows what each threshold of a level option adds to the level
  /// below, so what the lowest levels are worth comes on top. It is the same in all
  /// states, which is why no order depends on it.
  func sums(_ sum: Int64, _ baseSum: Int64, of actor: Int) -> (sum: String, baseSum: String) {
    let lowest = subject.worthOfLowestLevels(to: actor)
    return (Prose.decimal(millionths: sum &+ lowest), Prose.decimal(millionths: baseSum &+ lowest))
  }

  private func rank(_ place: Int?, _ count: Int) -> String {
    place.map { "place \($0) of \(count)" } ?? "no place"
  }

  /// A statement in the words of the case file, in quotation marks.
  func statementWords(_ index: Int, of actor: Int) -> Sentence {
    let statements = subject.statements(of: actor)
    let words =
      statements.indices.contains(index)
      ? Prose.quoted(statements[index].that.printed) : "statement \(index + 1)"
    return words.pointing(to: reference(toStatement: index, of: actor))
  }

  /// A statement as what a phrase points to.
  func reference(toStatement index: Int, of actor: Int) -> Reference {
    let statements = subject.statements(of: actor)
    let id = statements.indices.contains(index) ? statements[index].id : nil
    return .judgement("\(conflict.actors[actor].id).prefers.\(id ?? String(index + 1))")
  }

  /// Which statement it is and where it comes from: `statement 3; memo 3.2, inferred`.
  func citation(ofStatement index: Int, of actor: Int) -> Sentence {
    let statements = subject.statements(of: actor)
    let place: Sentence =
      "\(Sentence("statement \(index + 1)", to: reference(toStatement: index, of: actor))) of \(self.actor(actor))"
    guard statements.indices.contains(index) else { return place }
    return "\(place); \(statements[index].citation)"
  }

  /// A threat or promise in its words, in quotation marks.
  func words(of declaration: Declaration) -> Sentence {
    Prose.quoted(declaration.text.words, to: reference(to: declaration))
  }

  /// Where a threat or promise comes from.
  func citation(of declaration: Declaration) -> Sentence {
    Sentence(declaration.text.because.citation(), to: reference(to: declaration))
  }

  func reference(to declaration: Declaration) -> Reference {
    .judgement("\(conflict.actors[declaration.actor].id).declares.\(declaration.index + 1)")
  }

  /// Where the ranking of an actor comes from.
  func citation(ofRankingOf actor: Int) -> Sentence {
    guard subject.document.actors.indices.contains(actor),
      case .ranking(_, let because, _) = subject.document.actors[actor].preference
    else { return "no source given" }
    return Sentence(because.citation(), to: reference(toRankingOf: actor))
  }

  /// A ranking as what a phrase points to.
  func reference(toRankingOf actor: Int) -> Reference {
    .judgement("\(conflict.actors[actor].id).ranking")
  }
}

extension Comparison {
  /// The comparison for programs.
  func json(_ names: Names) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("relation", .string(relation.rawValue)), .init("than", names.reference(base)),
    ]
    switch ground {
    case .statement(let index):
      members.append(.init("statement", names.json(ofStatement: index, of: actor)))
    case .ranking(let place, let basePlace, let count):
      members.append(
        .init(
          "ranking",
          [
            "judgement": names.reference(toRankingOf: actor).judgementID, "place": JSONValue(place),
            "thanPlace": JSONValue(basePlace), "of": .integer(count),
          ]))
    case .weights(let sum, let baseSum):
      let (mine, base) = names.sums(sum, baseSum, of: actor)
      members.append(.init("weights", ["sum": .string(mine), "thanSum": .string(base)]))
    case .alike, .indifferent: break
    }
    members.append(.init("text", .string(names.because(self).text)))
    return .object(members)
  }
}

extension Names {
  /// A state for programs, in as few words as name it: its number, else its pattern.
  func reference(_ state: State) -> JSONValue {
    states?.number(of: state).map { .integer($0) } ?? .string(pattern(state))
  }

  /// A statement with its evidence for programs.
  func json(ofStatement index: Int, of actor: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("judgement", reference(toStatement: index, of: actor).judgementID),
      .init("actor", .string(conflict.actors[actor].id)), .init("index", .integer(index + 1)),
    ]
    let statements = subject.statements(of: actor)
    if statements.indices.contains(index) {
      let statement = statements[index]
      if let id = statement.id { members.append(.init("id", .string(id))) }
      members.append(.init("that", .string(statement.that.printed)))
      if let hedge = statement.hedge { members.append(.init("hedge", .string(hedge.rawValue))) }
      members += statement.doubtMembers
      if !statement.because.isEmpty { members.append(.init("because", statement.because.json)) }
    }
    return .object(members)
  }
}

extension Case {
  /// What an actor with weights gives to the lowest levels of all level options
  /// together, in millionths.
  fileprivate func worthOfLowestLevels(to actor: Int) -> Int64 {
    guard case .weights(let weights) = document.actors[actor].preference else { return 0 }
    return weights.reduce(0) { sum, weight in
      guard case .levels(let amounts) = weight.amount,
        let option = levelOption(weight.option.text, of: actor)
      else { return sum }
      return sum &+ (amounts.first { $0.level.text == option.levels[0] }?.millionths ?? 0)
    }
  }

  /// The level option that a name means in an actor's block, where it has a meaning.
  private func levelOption(_ name: String, of actor: Int) -> LevelOption? {
    let options = conflict.levelOptions
    return options.first { $0.id == name }
      ?? options.first { $0.id == "\(conflict.actors[actor].id).\(name)" }
      ?? options.first { $0.id.hasSuffix(".\(name)") }
  }
}
