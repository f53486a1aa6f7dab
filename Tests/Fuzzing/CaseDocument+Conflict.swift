public import CaseFile
public import ConflictModel
import Notation
import TestSupport

extension CaseDocument {
  /// A document that means the conflict, so that a conflict that was made up can
  /// become a case file.
  ///
  /// An option that nobody has becomes one of an actor who sees no state; an empty
  /// list of conditions becomes a constant.
  public init(_ conflict: Conflict) {
    self.init()
    title = "A made-up conflict"
    let writer = ConflictWriter(conflict)
    events = conflict.events.map { EventText(id: $0.id, holds: $0.holds) }
    definitions = conflict.terms.enumerated().map {
      DefinitionText(id: "term\($0.offset)", when: writer.expression($0.element))
    }
    if case .graph(let count) = conflict.form { states = (0..<count).map { StateText(id: "s\($0 + 1)") } }
    actors = conflict.actors.indices.map { writer.actor($0) }
    if conflict.options.contains(where: { $0.actor == Option.nobody }) {
      var nobody = ActorText(id: "nobody")
      nobody.options = writer.options(of: Option.nobody)
      nobody.misperceives = [JudgedCondition(.constant(true))]
      actors.append(nobody)
    }
    rules = conflict.rules.map { RuleText(.always(writer.expression($0))) }
    rules += conflict.requirements.map {
      RuleText(.take(writer.atom($0.option), needs: writer.expression($0.needs)))
    }
  }

  /// The document with the answers that brute force gives as its expectations.
  public func withAnswers() -> CaseDocument {
    var result = self
    guard let conflict = try? Case(self).conflict else { return self }
    let truth = BruteForce(conflict, codes: conflict.feasibleStates().states.map(\.code))
    result.expectations = [ExpectationText(.feasible(truth.codes.count))]
    for concept in Concept.allCases where concept.isDefined(in: conflict.form) {
      let codes = truth.codes.filter { truth.isEquilibrium(concept, $0) }
      let references = codes.map { code in
        StateReference(isGraphForm ? .id(states[Int(code)].id) : .code(code))
      }
      result.expectations.append(ExpectationText(.states(concept, actor: nil, references)))
    }
    return result
  }
}

/// Writes the parts of a conflict as the language has them.
private struct ConflictWriter {
  let conflict: Conflict
  /// The order of bits in the document's own conflict: actor by actor.
  private let order: [Int]

  init(_ conflict: Conflict) {
    self.conflict = conflict
    let owners = Array(conflict.actors.indices) + [Option.nobody]
    order = owners.flatMap { owner in conflict.options.indices.filter { conflict.options[$0].actor == owner }
    }
  }

  private func owner(_ option: Int) -> String {
    let actor = conflict.options[option].actor
    return actor == Option.nobody ? "nobody" : conflict.actors[actor].id
  }

  func atom(_ option: Int) -> ConditionText {
    if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(option) }) {
      return .comparison(
        "\(owner(option)).\(level.id)", .atLeast, level: level.levels[option - level.firstOption + 1], .none)
    }
    return .name("\(owner(option)).\(conflict.options[option].id)", .none)
  }

  func options(of owner: Int) -> [OptionText] {
    conflict.options.indices.filter { conflict.options[$0].actor == owner }.compactMap { index in
      if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(index) }) {
        guard level.firstOption == index else { return nil }
        var option = OptionText(id: level.id)
        option.levels = level.levels.map { LevelText(id: $0) }
        option.moves = conflict.options[index].direction
        return option
      }
      var option = OptionText(id: conflict.options[index].id)
      option.moves = conflict.options[index].direction
      return option
    }
  }

  func expression(_ condition: Condition) -> ConditionText {
    switch condition {
    case .constant(let value): return .constant(value)
    case .taken(let option): return atom(option)
    case .event(let event): return .name(conflict.events[event].id, .none)
    case .term(let term): return .name("term\(term)", .none)
    case .state(let state): return self.state(state)
    case .not(let inner): return .not(expression(inner))
    case .all(let parts): return parts.isEmpty ? .constant(true) : joined(parts) { .and($0) }
    case .any(let parts): return parts.isEmpty ? .constant(false) : joined(parts) { .or($0) }
    case .implies(let left, let right): return .joined(expression(left), .implies, expression(right))
    case .iff(let left, let right): return .joined(expression(left), .iff, expression(right))
    case .count(let bound, let number, let parts):
      // The language counts from nought, and something.
      if number < 0 || parts.isEmpty {
        let count = 0
        switch bound {
        case .atLeast: if number < 0 || parts.isEmpty { return .constant(count >= number) }
        case .atMost: return .constant(number >= 0)
        case .exactly: return .constant(count == number)
        }
      }
      let count: ConditionText.Count =
        switch bound {
        case .atLeast: .atLeast
        case .atMost: .atMost
        case .exactly: .exactly
        }
      return .count(count, number, parts.map { expression($0) })
    }
  }

  private func joined(_ parts: [Condition], _ whole: ([ConditionText]) -> ConditionText) -> ConditionText {
    parts.count == 1 ? expression(parts[0]) : whole(parts.map { expression($0) })
  }

  private func state(_ state: State) -> ConditionText {
    if case .graph(let count) = conflict.form {
      return state.code < UInt64(count) ? .name("s\(state.code + 1)", .none) : .constant(false)
    }
    let parts = conflict.options.indices.map { state.takes($0) ? atom($0) : .not(atom($0)) }
    return parts.isEmpty ? .constant(state.code == 0) : parts.count == 1 ? parts[0] : .and(parts)
  }

  private func reference(_ state: State) -> StateReference {
    if conflict.form != .options { return StateReference(.id("s\(state.code + 1)")) }
    var code: UInt64 = 0
    for (new, old) in order.enumerated() where state.takes(old) { code |= 1 << UInt64(new) }
    return StateReference(.code(code))
  }

  func actor(_ index: Int) -> ActorText {
    let actor = conflict.actors[index]
    var text = ActorText(id: actor.id)
    text.options = options(of: index)
    text.cannot = actor.cannot.map { CannotText(from: expression($0.from), to: expression($0.to)) }
    text.misperceives = actor.misperceives.map { JudgedCondition(expression($0)) }
    for (from, targets) in actor.moves.enumerated() {
      for to in Set(targets).sorted() where to.code != UInt64(from) {
        text.moves.append(MoveText(from: Named("s\(from + 1)"), to: Named("s\(to.code + 1)")))
      }
    }
    switch actor.preference {
    case .indifferent: text.preference = .indifferent
    case .statements(let statements):
      text.preference =
        statements.isEmpty
        ? .indifferent : .statements(statements.map { StatementText(that: expression($0)) })
    case .ranking(let tiers):
      text.preference = .ranking(tiers.map { $0.map { reference($0) } }, because: [], .none)
    case .weights(let weights):
      // A level's worth is the sum of its thresholds' weights.
      var written: [WeightText] = []
      for (option, weight) in weights.enumerated() {
        let name = "\(owner(option))."
        if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(option) }) {
          guard level.firstOption == option else { continue }
          var sum: Int64 = 0
          let amounts = level.thresholds.enumerated().map { place, threshold in
            sum += weights[threshold]
            return WeightText.Level(Named(level.levels[place + 1]), millionths: sum)
          }
          written.append(WeightText(option: Named(name + level.id), amount: .levels(amounts)))
        } else {
          written.append(
            WeightText(option: Named(name + conflict.options[option].id), amount: .millionths(weight)))
        }
      }
      text.preference = .weights(written)
    }
    return text
  }
}
