import Notation

extension Case {
  /// Every judgement of the case with where it comes from, in the order of the
  /// file; of an actor's alternative preferences only the one in force.
  package var judgements: [Judgement] {
    var ledger = Ledger()
    for event in document.events {
      let dates = (event.since.map { " since \($0)" } ?? "") + (event.until.map { " until \($0)" } ?? "")
      // Dates tell of what is written, whatever was chosen.
      let value = event.hasDates ? event.holds : event.isSo
      ledger.add(
        .event, "events.\(event.id)", "\(event.id): \(value ? "yes" : "no")\(dates)", event.because,
        event.place)
    }
    for event in document.events {
      for (index, entry) in event.history.enumerated() {
        let text = "\(event.id): \(entry.holds ? "yes" : "no") from \(entry.date)"
        ledger.add(
          .history, "events.\(event.id).history.\(index + 1)", text, entry.because, entry.place)
      }
    }
    for state in document.states {
      ledger.add(.state, "states.\(state.id)", state.name ?? state.id, state.because, state.place)
    }
    for index in document.actors.indices { ledger.add(document.actors[index], index) }
    for joint in document.joint {
      let partners = joint.by.map { $0.text }.joined(separator: " and ")
      ledger.add(
        .joint, "joint.\(joint.id)", "\(joint.name ?? joint.id), by \(partners)", joint.because, joint.place)
    }
    for (index, rule) in document.rules.enumerated() {
      ledger.add(.rule, "rules.\(index + 1)", rule.printed, rule.because, rule.place)
    }
    for definition in document.definitions {
      ledger.add(
        .term, "define.\(definition.id)", "\(definition.id): \(definition.when.printed)", definition.because,
        definition.place)
    }
    if let statusQuo = document.statusQuo {
      ledger.add(.statusQuo, "status_quo", statusQuo.printed, statusQuo.because, statusQuo.place)
    }
    for outcome in document.outcomes {
      ledger.add(
        .outcome, "outcomes.\(outcome.id)", "\(outcome.name ?? outcome.id): \(outcome.when.printed)",
        outcome.because, outcome.place)
    }
    for (index, expectation) in document.expectations.enumerated() {
      ledger.add(
        .expectation, "expect.\(index + 1)", expectation.printed, expectation.because, expectation.place)
    }
    return ledger.judgements
  }
}

extension Case {
  /// The events that have a part in what lasts, by index: those that a rule, a wish,
  /// a move or the status quo depends on, itself or through a term.
  public var decidingEvents: Set<Int> {
    let names = document.decidingNames
    return Set(document.events.indices.filter { names.contains(document.events[$0].id) })
  }
}

extension CaseDocument {
  /// The names in what the conflict is made of, and in the terms used there.
  fileprivate var decidingNames: Set<String> {
    var terms: [String: ConditionText] = [:]
    for definition in definitions { terms[definition.id] = definition.when }
    for outcome in outcomes { terms[outcome.id] = outcome.when }
    var open = rules.flatMap { $0.expressions } + (statusQuo?.expressions ?? [])
    open += actors.flatMap { $0.deciding }
    var found: Set<String> = []
    while let expression = open.popLast() {
      for (name, _) in expression.names where found.insert(name).inserted {
        if let term = terms[name] { open.append(term) }
      }
    }
    return found
  }
}

/// Judgements as they are collected, numbered within their kind and actor.
private struct Ledger {
  var judgements: [Judgement] = []
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    var kind: Judgement.Kind
    var actor: Int?
  }

  mutating func add(
    _ kind: Judgement.Kind, _ id: String, _ text: String, _ evidence: [Evidence], _ place: Place,
    actor: Int? = nil
  ) {
    let index = counts[Key(kind: kind, actor: actor), default: 0]
    counts[Key(kind: kind, actor: actor)] = index + 1
    judgements.append(
      Judgement(
        kind: kind, id: id, text: text, actor: actor, index: index, evidence: evidence, place: place))
  }

  mutating func add(_ actor: ActorText, _ index: Int) {
    if !actor.because.isEmpty {
      add(.actor, actor.id, actor.name ?? actor.id, actor.because, actor.place, actor: index)
    }
    for option in actor.options {
      add(
        .option, "\(actor.id).options.\(option.id)", option.name ?? option.id, option.because, option.place,
        actor: index)
      for level in option.levels where !level.because.isEmpty {
        let text = "\(option.name ?? option.id): \(level.name ?? level.id)"
        add(
          .level, "\(actor.id).options.\(option.id).\(level.id)", text, level.because, level.place,
          actor: index)
      }
    }
    add(actor.preference, of: actor, index)
    for (number, cannot) in actor.cannot.enumerated() {
      let from = cannot.from?.printed ?? "anywhere"
      let to = cannot.to?.printed ?? "anywhere"
      add(
        .move, "\(actor.id).cannot.\(number + 1)", "cannot move from \(from) to \(to)", cannot.because,
        cannot.place, actor: index)
    }
    for (number, condition) in actor.misperceives.enumerated() {
      add(
        .misperception, "\(actor.id).misperceives.\(number + 1)", condition.when.printed, condition.because,
        condition.place, actor: index)
    }
    // A move that hangs on events is a judgement of its own, with evidence or without.
    for (number, move) in actor.moves.enumerated() where !move.because.isEmpty || move.condition != nil {
      add(
        .move, "\(actor.id).moves.\(number + 1)", move.printed, move.because, move.from.place, actor: index)
    }
    for (number, declaration) in actor.declares.enumerated() {
      let text =
        declaration.condition == .constant(true)
        ? declaration.words : "if \(declaration.condition.printed) then \(declaration.then.printed)"
      add(
        .declaration, "\(actor.id).declares.\(number + 1)", text, declaration.because, declaration.place,
        actor: index)
    }
  }

  private mutating func add(_ preference: PreferenceText, of actor: ActorText, _ index: Int) {
    switch preference {
    case .indifferent: add(.statement, "\(actor.id).prefers", "indifferent", [], actor.place, actor: index)
    case .statements(let statements):
      for (number, statement) in statements.enumerated() {
        add(
          .statement, "\(actor.id).prefers.\(statement.id ?? String(number + 1))", statement.that.printed,
          statement.because, statement.place, actor: index)
      }
    case .ranking(_, let because, let place):
      add(
        .ranking, "\(actor.id).ranking", PreferenceText.rankingWords(unknown: actor.unknown.count), because,
        place, actor: index)
    case .weights(let weights):
      for weight in weights {
        add(
          .weight, "\(actor.id).weights.\(weight.option.text)", weight.printed, weight.because,
          weight.option.place, actor: index)
      }
    }
  }
}
