import ConflictModel
import Notation

extension ActorText {
  func yaml(isGraphForm: Bool) -> YAMLValue {
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.add("short", short)
    fields.add("tag", tag)
    fields.add("options", options.map { ($0.id, $0.yaml) })
    if isGraphForm { fields.add("moves", moves.yaml) }
    fields.append(preference.yaml)
    fields.add("unknown", unknown.map { $0.yaml })
    fields.add("cannot", cannot.map { $0.yaml })
    fields.add(
      "misperceives", misperceives.map { YAMLValue.condition($0.when, nil, $0.because).at($0.place) })
    fields.add("profiles", profiles.map { ($0.id, $0.yaml) })
    if let perceives { fields.append(("perceives", perceives.overlay.yaml)) }
    fields.add("declares", declares.map { $0.yaml })
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension OptionText {
  var yaml: YAMLValue {
    if levels.isEmpty, moves == .both, short == nil, because.isEmpty {
      return (name.map { .scalar($0) } ?? YAMLValue.map([])).at(place)
    }
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.add("short", short)
    fields.add("levels", levels.map { ($0.id, YAMLValue.named($0.name, $0.because).at($0.place)) })
    if moves != .both { fields.append(("moves", .scalar(moves.rawValue))) }
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension [MoveText] {
  /// The moves by where they start, in the order of their first mention.
  var yaml: [(String, YAMLValue)] {
    var order: [String] = []
    for move in self where !order.contains(move.from.text) { order.append(move.from.text) }
    return order.map { from in
      let targets = filter { $0.from.text == from }
      let items = targets.map { ($0.isBare ? YAMLValue.scalar($0.to.text) : $0.yaml).at($0.to.place) }
      return (from, targets.allSatisfy { $0.isBare } ? .flow(items) : .list(items))
    }
  }
}

extension MoveText {
  /// Whether there is nothing to it but where it leads.
  fileprivate var isBare: Bool { condition == nil && because.isEmpty }

  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = [("to", .scalar(to.text))]
    if let condition { fields.append(("if", .condition(condition))) }
    fields.add(because)
    return .map(fields)
  }
}

extension PreferenceText {
  /// The key of the preference with its value.
  var yaml: (String, YAMLValue) {
    switch self {
    case .indifferent: ("prefers", .scalar("indifferent"))
    case .statements(let statements):
      ("prefers", statements.isEmpty ? .flow([YAMLValue]()) : .list(statements.yaml))
    case .ranking(let tiers, let because, let place): ("ranking", .tiers(tiers, because: because).at(place))
    case .weights(let weights):
      ("weights", .map(weights.map { ($0.option.text, $0.yaml.at($0.option.place)) }))
    }
  }
}

extension [StatementText] {
  /// The statements, those in an order not known as a list of their own.
  var yaml: [YAMLValue] {
    var items: [YAMLValue] = []
    for run in runs {
      if run.count == 1 {
        items.append(self[run.lowerBound].yaml)
      } else {
        let members = self[run]
        items.append(
          members.allSatisfy { $0.isBare } ? .flow(members.map { $0.yaml }) : .list(members.map { $0.yaml }))
      }
    }
    return items
  }

  /// The statements in their order of importance: one at a time, or several whose
  /// order among themselves is not known.
  package var runs: [Range<Int>] {
    var result: [Range<Int>] = []
    for index in indices {
      if let last = result.last, let group = self[index].group, self[last.lowerBound].group == group {
        result[result.count - 1] = last.lowerBound..<index + 1
      } else {
        result.append(index..<index + 1)
      }
    }
    return result
  }
}

extension StatementText {
  /// Whether there is nothing to it but the condition.
  fileprivate var isBare: Bool { id == nil && hedge == nil && isSure && !isMuch && because.isEmpty }

  var yaml: YAMLValue {
    if isBare { return YAMLValue.condition(that).at(place) }
    var fields: [(String, YAMLValue)] = []
    fields.add("id", id)
    fields.append(("that", .condition(that)))
    fields.add(hedge)
    if !isSure { fields.append(("sure", .bool(false))) }
    if isMuch { fields.append(("much", .bool(true))) }
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension UnknownPairText {
  var yaml: YAMLValue { .flow([first.yaml(asCode: false), second.yaml(asCode: false)]) }
}

extension StateReference {
  /// The reference as it is written.
  public var printed: String {
    switch form {
    case .number(let number): "\(number)"
    case .code(let code): "code:\(code)"
    case .pattern(let pattern): pattern
    case .id(let id): id
    }
  }

  /// The reference as it is written, in a list of codes or elsewhere.
  func text(asCode: Bool) -> String {
    if asCode, case .code(let code) = form { return "\(code)" }
    return printed
  }

  func yaml(asCode: Bool) -> YAMLValue {
    let text = text(asCode: asCode)
    if asCode { return .number(text).at(place) }
    if case .number = form { return .number(text).at(place) }
    return .scalar(text).at(place)
  }

  fileprivate var isCode: Bool {
    if case .code = form { true } else { false }
  }
}

extension YAMLValue {
  /// Tiers of states, those with one state as a bare item.
  static func tiers(_ tiers: [[StateReference]], because: [Evidence]) -> YAMLValue {
    let areCodes = !tiers.isEmpty && tiers.allSatisfy { $0.allSatisfy { $0.isCode } }
    let items = tiers.map { tier -> YAMLValue in
      let states = tier.map { $0.yaml(asCode: areCodes) }
      return states.count == 1 ? states[0] : .flow(states)
    }
    if !areCodes, because.isEmpty { return .flow(items) }
    var fields: [(String, YAMLValue)] = [(areCodes ? "codes" : "states", .flow(items))]
    fields.add(because)
    return .map(fields)
  }
}

extension WeightText {
  /// The weight in words, evidence left out.
  public var printed: String {
    switch amount {
    case .millionths(let amount): return "\(option.text): \(Decimals.text(amount))"
    case .levels(let levels):
      let parts = levels.map { "\($0.level.text) \(Decimals.text($0.millionths))" }
      return "\(option.text): \(parts.joined(separator: ", "))"
    }
  }

  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    switch amount {
    case .millionths(let amount):
      if because.isEmpty { return .number(Decimals.text(amount)) }
      fields.append(("weight", .number(Decimals.text(amount))))
    case .levels(let levels):
      fields += levels.map { ($0.level.text, YAMLValue.number(Decimals.text($0.millionths))) }
    }
    fields.add(because)
    return .map(fields)
  }
}

extension ProfileText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.append(edits.map { ("prefers", $0.yaml) } ?? preference.yaml)
    fields.add("unknown", unknown.map { $0.yaml })
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension CannotText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    if let from { fields.append(("from", .condition(from))) }
    if let to { fields.append(("to", .condition(to))) }
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension DeclarationText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    if condition != .constant(true) { fields.append(("if", .condition(condition))) }
    fields.append(("then", .condition(then)))
    if to.count == 1 {
      fields.append(("to", .scalar(to[0].text)))
    } else if !to.isEmpty {
      fields.append(("to", .flow(to.map { .scalar($0.text) })))
    }
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension [Evidence] {
  var yaml: YAMLValue {
    if count == 1 { return self[0].yaml }
    return .list(map { $0.yaml })
  }
}

extension Evidence {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    fields.add("source", source)
    fields.add("at", writtenPlace)
    fields.add("quote", quote)
    fields.add("fingerprint", fingerprint)
    fields.add("basis", basis?.rawValue)
    fields.add("by", by)
    fields.add("confidence", confidence?.rawValue)
    fields.add("date", date)
    fields.add("note", note)
    if isAgainst { fields.append(("against", .bool(true))) }
    return .map(fields).at(place)
  }
}
