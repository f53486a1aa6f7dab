internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What the answer begins with and ends on, for programs: the same as the sentences say, with
// the sentence beside it.
extension SolveReport {
  /// So many states of a list are named; its count is exact.
  private static let listedStates = 100

  /// The fate of each state that the status quo may be.
  var fateJSON: JSONValue { .array(solved.statusQuos.map { json($0) }) }

  private func json(_ state: State) -> JSONValue {
    guard let fate = solved.fate(of: state, control: options.control) else {
      return ["state": names.reference(state), "decided": false]
    }
    return [
      "state": names.reference(state), "decided": true, "lasts": fate.lasting.json,
      "fails": fate.others.json, "leaving": ids(fate.leaving), "content": ids(fate.content),
      "actors": .array(fate.actors.map { json($0, at: state) }),
    ]
  }

  private func json(_ fate: ActorFate, at state: State) -> JSONValue {
    [
      "actor": .string(conflict.actors[fate.actor].id), "gains": .integer(fate.gains),
      "decided": .bool(!fate.isUndecided),
      "leaves": .array(
        fate.departures.map { departure in
          [
            "to": names.reference(departure.improvement), "concepts": departure.concepts.json,
            "because": conflict.compare(fate.actor, departure.improvement, with: state).json(names),
          ]
        }),
      "held": .array(fate.holds.map { json($0, at: state) }),
    ]
  }

  /// What holds an actor: the answer to the gain that changes least.
  private func json(_ hold: ActorFate.Hold, at state: State) -> JSONValue {
    var members: [JSONValue.Member] = [.init("concepts", hold.concepts.json)]
    if case .stable(let deterrences) = hold.certificate.finding, let simplest = deterrences.first {
      members.append(.init("gain", names.reference(simplest.improvement)))
      let (steps, end, isTogether): ([Step], State, Bool) =
        switch simplest.sanction {
        case .sequence(let steps, _): (steps, steps.last?.state ?? simplest.improvement, false)
        case .together(let steps, let outcome): (steps, outcome, true)
        }
      members.append(.init("together", .bool(isTogether)))
      members.append(
        .init(
          "answers",
          .array(
            steps.map { step in
              ["actor": .string(conflict.actors[step.actor].id), "to": names.reference(step.state)]
            })))
      members.append(.init("ends", names.reference(end)))
      members.append(
        .init("because", conflict.compare(hold.certificate.actor, end, with: state).json(names)))
      members.append(.init("otherGains", .integer(deterrences.count - 1)))
    }
    return .object(members)
  }

  /// A finding with its kind, what it is about, and its sentences.
  func json(_ finding: Finding) -> JSONValue {
    var members: [JSONValue.Member] = [.init("kind", .string(finding.kind))]
    switch finding {
    case .nothingLasts: break
    case .nothingUnder(let concepts): members.append(.init("concepts", concepts.json))
    case .only(let state): members.append(.init("state", names.reference(state)))
    case .whateverLasts(let always, let never):
      members.append(
        .init(
          "always",
          .array(
            always.map { found in
              let row = names.groups[found.group].rows[found.row]
              guard case .level(let index) = row.kind else { return .string(row.id) }
              let levels = conflict.levelOptions[index].levels
              return ["option": .string(row.id), "levels": JSONValue(found.values.map { levels[$0] })]
            })))
      members.append(.init("never", JSONValue(never.map { names.groups[$0.group].rows[$0.row].id })))
    case .outcomes(let indices, let fate):
      members += [
        .init("outcomes", JSONValue(indices.map { subject.outcomes[$0].id })),
        .init("certain", fate.certain.json), .init("possible", fate.possible.json),
        .init("impossible", fate.impossible.json), .init("infeasible", .bool(fate.isInfeasible)),
      ]
    case .lasting(let found):
      members += [
        .init("concepts", found.concepts.json), .init("count", .integer(found.states.count)),
        .init("states", json(found.states.prefix(Self.listedStates))),
      ]
    case .together(let joint, let states, let target):
      members += [
        .init("joint", .string(subject.jointOptions[joint].id)), .init("count", .integer(states.count)),
        .init("states", json(states.prefix(Self.listedStates))), .init("to", names.reference(target)),
      ]
    }
    members.append(.init("text", JSONValue(words(finding).map { $0.text })))
    return .object(members)
  }

  /// A caution with its kind, what it is about, and its sentence.
  func json(_ caution: Caution) -> JSONValue {
    var members: [JSONValue.Member] = [.init("kind", .string(caution.kind))]
    switch caution {
    case .muchLasts(let shares):
      let counts: [JSONValue.Member] = shares.map { .init($0.concept.rawValue, .integer($0.count)) }
      members.append(.init("counts", .object(counts)))
    case .deadEnds(let states):
      members += [
        .init("count", .integer(states.count)), .init("states", json(states.prefix(Self.listedStates))),
      ]
    case .indifferent(let actors), .inDoubt(let actors): members.append(.init("actors", ids(actors)))
    case .unsureStatusQuo: break
    }
    members.append(.init("text", .string(words(caution).text)))
    return .object(members)
  }

  private func json(_ positions: some Sequence<Int>) -> JSONValue {
    .array(positions.map { names.reference(solution.states[$0]) })
  }

  private func ids(_ actors: [Int]) -> JSONValue { JSONValue(actors.map { conflict.actors[$0].id }) }
}

extension Finding {
  /// What sort of finding it is, for programs.
  fileprivate var kind: String {
    switch self {
    case .nothingLasts: "nothingLasts"
    case .nothingUnder: "nothingUnder"
    case .only: "only"
    case .whateverLasts: "whateverLasts"
    case .outcomes: "outcomes"
    case .lasting: "lasting"
    case .together: "together"
    }
  }
}

extension Caution {
  /// What sort of caution it is, for programs.
  fileprivate var kind: String {
    switch self {
    case .muchLasts: "muchLasts"
    case .deadEnds: "deadEnds"
    case .indifferent: "indifferent"
    case .inDoubt: "inDoubt"
    case .unsureStatusQuo: "unsureStatusQuo"
    }
  }
}
