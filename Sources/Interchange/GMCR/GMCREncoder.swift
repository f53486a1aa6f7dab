import CaseFile
import ConflictModel

/// Says in the terms of a `.gmcr` file what a case says, as far as those reach.
struct GMCREncoder {
  private let value: Case
  private let conflict: Conflict
  private var forms: NormalForm
  /// Options by where the file has them, and the other way round.
  private let order: [Int]
  private var place: [Int]
  private var errors: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []

  init(_ value: Case) throws(CaseError) {
    self.value = value
    conflict = value.conflict
    forms = NormalForm(value.conflict)
    if case .graph = conflict.form {
      throw .wrong(
        SyntaxError(
          Diagnostic(
            .notExpressible, "a .gmcr file makes its states of options, and this case lists them",
            at: value.document.states.first?.place ?? .none,
            hint: "graph form can be written as csv, dot or graphml")))
    }
    let conflict = value.conflict
    order = conflict.actors.indices.flatMap { actor in
      conflict.options.indices.filter { conflict.options[$0].actor == actor }
    }
    place = [Int](repeating: -1, count: conflict.options.count)
    for (new, old) in order.enumerated() { place[old] = new }
    for option in conflict.options.indices where place[option] < 0 {
      errors.append(
        Diagnostic(.unownedOption, "no actor controls option '\(conflict.options[option].id)'", at: .none))
    }
  }

  mutating func model(
    limits: EnumerationLimits, control: Control
  ) throws(CaseError) -> GMCRModel {
    if !errors.isEmpty { throw .wrong(SyntaxError(errors)) }
    var model = GMCRModel()
    model.options = order.map { option in
      GMCRModel.Option(name: conflict.options[option].name, direction: conflict.options[option].direction)
    }
    model.infeasibles = infeasibles()
    model.actors = conflict.actors.map { GMCRModel.Actor(name: $0.name) }
    for (position, option) in order.enumerated() {
      model.actors[conflict.options[option].actor].options.append(GMCRModel.Owned(option: position))
    }
    for actor in conflict.actors.indices {
      model.actors[actor].misperceptions = misperceptions(of: actor)
    }
    if let statements = allStatements() {
      for actor in conflict.actors.indices { model.actors[actor].statements = statements[actor] }
    } else if errors.isEmpty {
      model.ranksByHand = true
      let states = try regroupedStates(limits: limits, control: control)
      for actor in conflict.actors.indices { model.actors[actor].ranking = ranking(of: actor, states) }
    }
    noteLosses()
    if !errors.isEmpty { throw .wrong(SyntaxError(errors)) }
    return model
  }
}

// MARK: - Conditions

extension GMCREncoder {
  /// What no state may satisfy: from the rules, and to keep levels in order.
  private mutating func infeasibles() -> [GMCRModel.Pattern] {
    var found: [Conjunction] = []
    for level in conflict.levelOptions {
      for upper in level.thresholds.dropFirst() {
        found.append(Conjunction(taken: 1 << UInt64(upper), left: 1 << UInt64(upper - 1)))
      }
    }
    let places = value.document.rules.compactMap { rule -> Place? in
      if case .take = rule.demand { nil } else { rule.place }
    }
    for (index, rule) in conflict.rules.enumerated() {
      do {
        found += try forms.conjunctions(of: rule, holds: false)
      } catch {
        refuse("this rule", at: index < places.count ? places[index] : .none)
      }
    }
    var seen: Set<Conjunction> = []
    return found.filter { seen.insert($0).inserted }.map { pattern($0) }
  }

  private mutating func misperceptions(of actor: Int) -> [GMCRModel.Pattern] {
    var found: [GMCRModel.Pattern] = []
    let texts = value.document.actors[actor].misperceives
    for (index, condition) in conflict.actors[actor].misperceives.enumerated() {
      do {
        found += try forms.conjunctions(of: condition).map { pattern($0) }
      } catch {
        refuse("this condition", at: index < texts.count ? texts[index].place : .none)
      }
    }
    return found
  }

  private mutating func refuse(_ what: String, at place: Place) {
    errors.append(
      Diagnostic(
        .notExpressible,
        "\(what) would take more than \(NormalForm.maximumCount) combinations of options to write",
        at: place, hint: "say it in several shorter conditions"))
  }

  private func pattern(_ conjunction: Conjunction) -> GMCRModel.Pattern {
    var literals: [GMCRModel.Literal] = []
    for (position, option) in order.enumerated() {
      let bit: UInt64 = 1 << UInt64(option)
      if conjunction.taken & bit != 0 { literals.append(GMCRModel.Literal(option: position, taken: true)) }
      if conjunction.left & bit != 0 { literals.append(GMCRModel.Literal(option: position, taken: false)) }
    }
    return GMCRModel.Pattern(literals: literals)
  }

  /// The statement in the file's form: none when it is constant and so orders
  /// nothing, for the program has no word for that.
  private mutating func statements(
    for condition: Condition
  ) throws(NormalForm.TooLarge) -> [GMCRModel.Statement] {
    if let conditional = conditional(condition) {
      return [GMCRModel.Statement(form: .compound(conditional))]
    }
    let conjunctions = try forms.conjunctions(of: condition)
    if conjunctions.isEmpty || conjunctions == [Conjunction()] { return [] }
    let patterns = conjunctions.map { pattern($0) }
    return [GMCRModel.Statement(form: patterns.count == 1 ? .simple(patterns[0]) : .compound(patterns))]
  }

  /// `q if p` and `q iff p` between two options, in the form that the program gives them.
  private func conditional(_ condition: Condition) -> [GMCRModel.Pattern]? {
    func cases(_ left: Condition, _ right: Condition) -> (GMCRModel.Literal, GMCRModel.Literal)? {
      guard let p = literal(left), let q = literal(right), p.option != q.option else { return nil }
      return (p, q)
    }
    let union: [[GMCRModel.Literal]]
    switch condition {
    case .implies(let left, let right):
      guard let (p, q) = cases(left, right) else { return nil }
      union = [[p, q], [p.negated, q], [p.negated, q.negated]]
    case .iff(let left, let right):
      guard let (q, p) = cases(left, right) else { return nil }
      union = [[p, q], [p.negated, q.negated]]
    default:
      return nil
    }
    return union.map { GMCRModel.Pattern(literals: $0) }
  }

  private func literal(_ condition: Condition) -> GMCRModel.Literal? {
    switch condition {
    case .taken(let option): GMCRModel.Literal(option: place[option], taken: true)
    case .not(let inner): literal(inner)?.negated
    default: nil
    }
  }
}

// MARK: - Wishes

extension GMCREncoder {
  /// Every actor's statements, or nil when some actor has wishes of another kind,
  /// or a statement that is too long; then the file needs rankings.
  private mutating func allStatements() -> [[GMCRModel.Statement]]? {
    var result: [[GMCRModel.Statement]] = []
    for (index, actor) in conflict.actors.enumerated() {
      switch actor.preference {
      case .indifferent:
        result.append([])
      case .statements(let conditions):
        var statements: [GMCRModel.Statement] = []
        for (position, condition) in conditions.enumerated() {
          do {
            statements += try self.statements(for: condition)
          } catch {
            noteTooLong(position, of: index)
            return nil
          }
        }
        result.append(statements)
      case .ranking, .weights:
        noteRankings()
        return nil
      }
    }
    return result
  }

  private mutating func noteTooLong(_ statement: Int, of actor: Int) {
    let texts = value.statements(of: actor)
    warnings.append(
      Diagnostic(
        .notKept,
        "this statement would take more than \(NormalForm.maximumCount) combinations of options,"
          + " so the wishes of all actors are written as rankings",
        at: statement < texts.count ? texts[statement].place : .none, severity: .warning))
  }

  private mutating func noteRankings() {
    for (index, actor) in conflict.actors.enumerated() {
      let kind: String
      switch actor.preference {
      case .statements: kind = "statements"
      case .weights: kind = "weights"
      case .ranking, .indifferent: continue
      }
      warnings.append(
        Diagnostic(
          .notKept,
          "the \(kind) of '\(actor.id)' are written as a ranking, since a file that has one"
            + " ranking has rankings for all",
          at: value.document.actors[index].place, severity: .warning))
    }
  }

  /// The feasible states in the order of the file's state numbers.
  private func regroupedStates(
    limits: EnumerationLimits, control: Control
  ) throws(CaseError) -> [State] {
    var states = value.listedStates
    if states == nil {
      let enumeration = conflict.feasibleStates(limits: limits, control: control)
      if let limit = enumeration.limit { throw .limit(limit) }
      states = enumeration.states
    }
    let listed = Array(states ?? FeasibleStates([]))
    if order == Array(order.indices) { return listed }
    return listed.map { (state: $0, code: regrouped($0)) }.sorted { $0.code < $1.code }.map(\.state)
  }

  private func regrouped(_ state: State) -> UInt64 {
    var code: UInt64 = 0
    for (position, option) in order.enumerated() where state.takes(option) { code |= 1 << UInt64(position) }
    return code
  }

  private func ranking(of actor: Int, _ states: [State]) -> [[GMCRModel.RankedState]] {
    let standings = states.map { conflict.standing(of: actor, in: $0) }
    let best = states.indices.sorted { left, right in
      standings[left] == standings[right] ? left < right : standings[right] < standings[left]
    }
    var tiers: [[GMCRModel.RankedState]] = []
    var previous: Int?
    for index in best {
      let ranked = GMCRModel.RankedState(number: index + 1)
      if let previous, standings[previous] == standings[index] {
        tiers[tiers.count - 1].append(ranked)
      } else {
        tiers.append([ranked])
      }
      previous = index
    }
    return tiers
  }
}

// MARK: - What is left out

extension GMCREncoder {
  private mutating func noteLosses() {
    for actor in value.document.actors {
      for cannot in actor.cannot {
        warnings.append(
          Diagnostic(
            .answersDiffer, "the file cannot say that '\(actor.id)' lacks these moves, and allows them",
            at: cannot.place, severity: .warning))
      }
    }
    for rule in value.document.rules {
      guard case .take(let option, let needs) = rule.demand else { continue }
      warnings.append(
        Diagnostic(
          .answersDiffer,
          "the file cannot say that taking '\(option.printed)' needs '\(needs.printed)', and allows it"
            + " always",
          at: rule.place, severity: .warning))
    }
    let lost = value.document.unsaidByGMCR
    if !lost.isEmpty {
      warnings.append(
        Diagnostic(
          .notKept, "the file has no place for \(lost.joined(separator: ", "))", at: .none,
          severity: .warning))
    }
  }
}

extension CaseDocument {
  /// The parts of the document that change no answer and that a `.gmcr` file leaves out.
  fileprivate var unsaidByGMCR: [String] {
    let options = actors.flatMap(\.options)
    let parts: [(name: String, isThere: Bool)] = [
      ("title, date or summary", title != nil || asOf != nil || summary != nil),
      ("sources", !sources.isEmpty),
      ("events (their values are put in)", !events.isEmpty),
      ("definitions (they are put in)", !definitions.isEmpty),
      ("joint options (their halves are options)", !joint.isEmpty),
      ("levels (their thresholds are options)", options.contains { !$0.levels.isEmpty }),
      ("the status quo", statusQuo != nil),
      ("outcomes", !outcomes.isEmpty),
      ("profiles", actors.contains { !$0.profiles.isEmpty }),
      ("threats and promises", actors.contains { !$0.declares.isEmpty }),
      ("expected answers", !expectations.isEmpty),
    ]
    return parts.filter(\.isThere).map(\.name)
  }
}
