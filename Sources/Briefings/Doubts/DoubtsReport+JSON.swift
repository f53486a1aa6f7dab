internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
package import Notation
internal import Stability

extension DoubtsReport {
  /// The `entente.doubts` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    let limit = answer.limit ?? typesLimit
    var members: [JSONValue.Member] = [
      .init("format", "entente.doubts"), .init("version", 1), .init("case", subject.json),
      .init("doubts", .array(doubts.list.map(json))), .init("questions", .array(doubts.questions.map(json))),
      .init("completions", completions), .init("concepts", .array(answer.concepts.map(json))),
      .init("unknownPreference", unknown.map(json) ?? .null), .init("strength", strength.map(json) ?? .null),
      .init("complete", .bool(limit == nil)), .init("limit", limit?.json ?? .null),
    ]
    if !passedOver.isEmpty { members.append(.init("passedOver", passedOver.json)) }
    return .object(members)
  }

  private var completions: JSONValue {
    var members: [JSONValue.Member] = [
      .init("count", JSONValue(doubts.completionCount.map { String($0) }))
    ]
    switch answer.method {
    case .all: members.append(.init("method", "all"))
    case .sample(let size, let seed):
      members.append(.init("method", "sample"))
      members.append(.init("samples", .integer(Int64(clamping: size))))
      members.append(.init("seed", .string(String(seed))))
    }
    if answer.isOfSets { members.append(.init("inSets", true)) }
    return .object(members)
  }

  private func json(_ doubt: Doubt) -> JSONValue {
    var members: [JSONValue.Member] = [.init("actor", .string(conflict.actors[doubt.actor].id))]
    func text(_ index: Int) -> JSONValue {
      [
        "id": names.reference(toStatement: index, of: doubt.actor).judgementID,
        "index": .integer(index + 1),
        "that": .string(subject.statements(of: doubt.actor)[index].that.printed),
      ]
    }
    switch doubt.content {
    case .absence(let index):
      members += [.init("kind", "absence"), .init("statements", [text(index)])]
    case .order(let statements, let unsure):
      members += [
        .init("kind", "order"), .init("statements", .array(statements.map(text))),
        .init("unsure", JSONValue(unsure.map { $0 + 1 })),
      ]
    case .pairs(let pairs, let settled):
      members += [
        .init("kind", "pairs"),
        .init("pairs", .array(pairs.map { [identity($0.first), identity($0.second)] })),
        .init("settled", .array(settled.map { [identity($0.first), identity($0.second)] })),
      ]
    }
    members.append(.init("ways", .string(String(doubt.wayCount))))
    return .object(members)
  }

  private func json(_ question: DoubtQuestion) -> JSONValue {
    var members: [JSONValue.Member] = [.init("actor", .string(conflict.actors[question.actor].id))]
    switch question.content {
    case .inForce(let index):
      members += [.init("kind", "inForce"), .init("statement", .integer(index + 1))]
    case .before(let index, let other):
      members += [
        .init("kind", "before"), .init("statement", .integer(index + 1)),
        .init("other", .integer(other + 1)),
      ]
    case .better(let state, let other):
      members += [
        .init("kind", "better"), .init("state", identity(state)), .init("than", identity(other)),
      ]
    }
    members.append(.init("yes", .string(condition(question).text)))
    return .object(members)
  }

  private func identity(_ state: State) -> JSONValue { .object(names.identity(of: state)) }

  // MARK: Counts

  private func json(_ count: DoubtsCount) -> JSONValue {
    let examined = count.examined.count
    let outcomes = zip(subject.outcomes, count.outcomes).map { outcome, share -> JSONValue in
      return .object(
        [
          .init("id", .string(outcome.id)),
          .init("asWritten", .bool(isWritten(outcome, count))),
        ] + json(share, count))
    }
    let lasting = count.states.sorted { $0.key < $1.key }.map { json(states[$0.key], $0.value, count) }
    let statusQuo = subject.statusQuo?.completions.compactMap { state in
      states.position(of: state).map { json(state, count.share(at: $0), count) }
    }
    return [
      "concept": .string(count.concept.rawValue), "examined": .integer(Int64(clamping: examined)),
      "complete": .bool(isComplete(count)),
      "withYes": .array(count.examined.withYes.map { .integer(Int64(clamping: $0)) }),
      "sameAsWritten": .integer(Int64(clamping: count.sameAsWritten)),
      "withoutEquilibrium": .integer(Int64(clamping: count.withoutEquilibrium)),
      "statusQuo": statusQuo.map { .array($0) } ?? .null, "outcomes": .array(outcomes),
      "states": .array(lasting),
    ]
  }

  private func json(_ state: State, _ share: DoubtsCount.Share, _ count: DoubtsCount) -> JSONValue {
    let isWritten = states.position(of: state).map(count.asWritten.contains) ?? false
    return .object(
      names.identity(of: state) + [
        .init("outcomes", JSONValue(subject.outcomes(of: state).map { subject.outcomes[$0].id })),
        .init("asWritten", .bool(isWritten)),
      ] + json(share, count))
  }

  private func json(_ share: DoubtsCount.Share, _ count: DoubtsCount) -> [JSONValue.Member] {
    let examined = count.examined.count
    var members: [JSONValue.Member] = [
      .init("holds", .string(Holding(share, of: examined).rawValue)),
      .init("count", .integer(Int64(clamping: share.count))),
      .init("share", .number(Double(share.count) / Double(examined))),
    ]
    if !isExact {
      let interval = Interval(share.count, of: examined)
      members.append(.init("interval", [.number(interval.low), .number(interval.high)]))
    }
    members.append(.init("withYes", .array(share.withYes.map { .integer(Int64(clamping: $0)) })))
    return members
  }

  // MARK: Types

  private func numbers(_ selection: Selection) -> JSONValue {
    JSONValue(selection.map { $0 + 1 })
  }

  private func json(_ unknown: UncertainStability) -> JSONValue {
    .object(
      UncertainStability.concepts.map { concept in
        .init(
          concept.rawValue,
          .object(
            UncertaintyType.allCases.map {
              .init($0.rawValue, numbers(unknown.equilibria(concept, $0)))
            }))
      })
  }

  private func json(_ strength: StrongStability) -> JSONValue {
    .object(
      UncertainStability.concepts.dropFirst().map { concept in
        let strong = strength.equilibria(concept)
        let weak = asWritten(concept)?.subtracting(strong)
        return .init(
          concept.rawValue, ["strong": numbers(strong), "weak": weak.map(numbers) ?? .null])
      })
  }
}
