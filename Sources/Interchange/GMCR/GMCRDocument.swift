import CaseFile
import ConflictModel
import Notation

/// Says in a case document what a `.gmcr` file says.
///
/// The model must be grouped by actor, so that the document's options come in
/// the order that the file's state numbers count in.
struct GMCRDocument {
  private let model: GMCRModel
  private var source: JSONSource
  private var actorIds: [String] = []
  /// For each option, its owner's index and its own id.
  private var optionIds: [(actor: Int, id: String)] = []

  init(_ model: GMCRModel, source: JSONSource) {
    self.model = model
    self.source = source
    var actors = Identifiers(kind: "actor")
    actorIds = model.actors.map { actors.make(from: $0.name) }
    optionIds = [(actor: Int, id: String)](repeating: (0, ""), count: model.options.count)
    for (index, actor) in model.actors.enumerated() {
      // A bare option that is called like an actor would be hard to read.
      var options = Identifiers(kind: "option", taken: Set(actorIds))
      for owned in actor.options {
        optionIds[owned.option] = (index, options.make(from: model.options[owned.option].name))
      }
    }
  }

  mutating func document(file: String) -> CaseDocument {
    var document = CaseDocument()
    document.file = file
    document.sha256 = CaseDocument.digest(of: source.bytes)
    document.actors = model.actors.indices.map { actor($0) }
    document.rules = model.infeasibles.map { pattern in
      RuleText(.never(expression(pattern, for: nil)), place: source.place(of: pattern.span))
    }
    return document
  }

  private mutating func actor(_ index: Int) -> ActorText {
    let actor = model.actors[index]
    var text = ActorText(
      id: actorIds[index], name: shown(actor.name, id: actorIds[index]), preference: preference(index),
      place: source.place(of: actor.span))
    text.options = actor.options.map { owned in
      let option = model.options[owned.option]
      let id = optionIds[owned.option].id
      var result = OptionText(
        id: id, name: shown(option.name, id: id), place: source.place(of: option.span))
      result.moves = option.direction
      return result
    }
    text.misperceives = actor.misperceptions.map { pattern in
      JudgedCondition(expression(pattern, for: index), place: source.place(of: pattern.span))
    }
    return text
  }

  private mutating func preference(_ index: Int) -> PreferenceText {
    let actor = model.actors[index]
    if model.ranksByHand, let ranking = actor.ranking {
      let tiers = ranking.map { tier in
        tier.map { StateReference(.number($0.number), at: source.place(of: $0.span)) }
      }
      return .ranking(tiers, because: [], source.place(of: actor.rankingSpan))
    }
    if actor.statements.isEmpty { return .indifferent }
    return .statements(
      actor.statements.map { statement in
        StatementText(
          that: expression(statement, for: index), place: source.place(of: statement.span))
      })
  }

  /// A name on one line; nil when it is the id, or empty.
  private func shown(_ name: String, id: String) -> String? {
    let words = name.unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
    let line = words.map { String($0) }.joined(separator: " ")
    return line.isEmpty || line == id ? nil : line
  }
}

// MARK: - Conditions

extension GMCRDocument {
  private mutating func expression(_ literal: GMCRModel.Literal, for actor: Int?) -> ConditionText {
    let (owner, id) = optionIds[literal.option]
    let name = owner == actor ? id : actorIds[owner] + "." + id
    let expression = ConditionText.name(name, source.place(of: literal.span))
    return literal.taken ? expression : .not(expression)
  }

  private mutating func expression(_ pattern: GMCRModel.Pattern, for actor: Int?) -> ConditionText {
    let parts = pattern.literals.map { expression($0, for: actor) }
    switch parts.count {
    case 0: return .constant(true)
    case 1: return parts[0]
    default: return .and(parts)
    }
  }

  private mutating func expression(
    _ statement: GMCRModel.Statement, for actor: Int
  ) -> ConditionText {
    switch statement.form {
    case .simple(let pattern):
      return expression(pattern, for: actor)
    case .compound(let patterns):
      if let (left, word, right) = Conditional.recognize(patterns) {
        return .joined(expression(left, for: actor), word, expression(right, for: actor))
      }
      switch patterns.count {
      case 0: return .constant(false)
      case 1: return expression(patterns[0], for: actor)
      default: return .or(patterns.map { expression($0, for: actor) })
      }
    }
  }
}

/// The unions of patterns that stand for `q if p` and `q iff p`.
enum Conditional {
  /// The two options and the word between them, if the patterns are such a union:
  /// over the same two options, either the three cases `pq`, `¬pq`, `¬p¬q`, or
  /// the two cases `pq`, `¬p¬q`.
  static func recognize(
    _ patterns: [GMCRModel.Pattern]
  ) -> (GMCRModel.Literal, ConditionText.Connective, GMCRModel.Literal)? {
    guard patterns.count == 2 || patterns.count == 3,
      patterns.allSatisfy({ $0.literals.count == 2 })
    else { return nil }
    let (p, q) = (patterns[0].literals[0], patterns[0].literals[1])
    if p.option == q.option { return nil }
    // Which of the four cases are there, as truth of p and of q.
    var cases: Set<[Bool]> = []
    for pattern in patterns {
      guard let first = pattern.literals.first(where: { $0.option == p.option }),
        let second = pattern.literals.first(where: { $0.option == q.option })
      else { return nil }
      cases.insert([first.taken == p.taken, second.taken == q.taken])
    }
    guard cases.count == patterns.count else { return nil }
    if cases.count == 2 { return cases.contains([false, false]) ? (q, .iff, p) : nil }
    // One case is missing: what it has of p is the condition, the opposite of
    // what it has of q the consequence.
    let all = [[true, true], [true, false], [false, true], [false, false]]
    guard let missing = all.first(where: { !cases.contains($0) }) else { return nil }
    return (missing[1] ? q.negated : q, .if, missing[0] ? p : p.negated)
  }
}
