import CaseFile
import ConflictModel
import Notation

/// Says in the terms of a `.gmcr` file what a case says, as far as those reach.
struct GMCREncoder {
  let value: Case
  let conflict: Conflict
  var forms: NormalForm
  /// Options by where the file has them, and the other way round.
  let order: [Int]
  var place: [Int]
  var errors: [Diagnostic] = []
  var warnings: [Diagnostic] = []

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
  mutating func infeasibles() -> [GMCRModel.Pattern] {
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

  mutating func misperceptions(of actor: Int) -> [GMCRModel.Pattern] {
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

  mutating func refuse(_ what: String, at place: Place) {
    errors.append(
      Diagnostic(
        .notExpressible,
        "\(what) would take more than \(NormalForm.maximumCount) combinations of options to write",
        at: place, hint: "say it in several shorter conditions"))
  }

  func pattern(_ conjunction: Conjunction) -> GMCRModel.Pattern {
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
  mutating func statements(
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
  func conditional(_ condition: Condition) -> [GMCRModel.Pattern]? {
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

  func literal(_ condition: Condition) -> GMCRModel.Literal? {
    switch condition {
    case .taken(let option): GMCRModel.Literal(option: place[option], taken: true)
    case .not(let inner): literal(inner)?.negated
    default: nil
    }
  }
}

// MARK: - What is left out

extension GMCREncoder {
  mutating func noteLosses() {
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
    let options = actors.flatMap { $0.options }
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
    return parts.filter { $0.isThere }.map { $0.name }
  }
}
