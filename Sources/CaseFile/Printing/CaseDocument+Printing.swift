import ConflictModel
package import Notation

extension CaseDocument {
  /// The document as a case file: parsing it gives an equal document.
  ///
  ///     try CaseDocument(parsing: document.printed()) == document   // true
  ///
  /// What the file extends is merged in; comments stand above what they are about, or behind it.
  public func printed() -> String { yaml.document(with: comments) }

  /// The comments, those bound that are about something in this document, to go where that goes.
  package var boundComments: [YAMLComment] { comments.isEmpty ? [] : comments.bound(in: yaml) }

  /// Those of the comments that are about something in this document.
  package func placing(_ comments: [YAMLComment]) -> [YAMLComment] {
    comments.isEmpty ? [] : comments.anchored(in: yaml)
  }

  /// Everything that the document says, by key, with places.
  var yaml: YAMLValue {
    var top: [(String, YAMLValue)] = [("entente", .number(Language.version))]
    top.add("title", title)
    top.add("as_of", asOf)
    top.add("summary", summary)
    top.add("sources", sources.map { ($0.id, $0.yaml) })
    top.add("events", events.map { ($0.id, $0.yaml) })
    top.add("states", states.map { ($0.id, YAMLValue.named($0.name, $0.because).at($0.place)) })
    top.append(("actors", .map(actors.map { ($0.id, $0.yaml(isGraphForm: isGraphForm)) })))
    top.add("joint", joint.map { ($0.id, $0.yaml) })
    top.add("rules", rules.map { $0.yaml })
    top.add(
      "define", definitions.map { ($0.id, YAMLValue.condition($0.when, $0.name, $0.because).at($0.place)) })
    if let statusQuo { top.append(("status_quo", statusQuo.yaml)) }
    top.add(
      "outcomes",
      outcomes.map {
        ($0.id, YAMLValue.condition($0.when, $0.name, short: $0.short, $0.because).at($0.place))
      })
    top.add("expect", expectations.map { $0.yaml })
    return .map(top.map { key, value in (key, keyPlaces[key].map { value.at($0) } ?? value) })
  }
}

extension [(String, YAMLValue)] {
  @inline(never)
  mutating func add(_ key: String, _ text: String?) {
    if let text { append((key, .scalar(text))) }
  }

  @inline(never)
  mutating func add(_ key: String, _ entries: [(String, YAMLValue)]) {
    if !entries.isEmpty { append((key, .map(entries))) }
  }

  @inline(never)
  mutating func add(_ key: String, _ items: [YAMLValue]) {
    if !items.isEmpty { append((key, .list(items))) }
  }

  @inline(never)
  mutating func add(_ evidence: [Evidence]) {
    if !evidence.isEmpty { append(("because", evidence.yaml)) }
  }

  @inline(never)
  mutating func add(_ hedge: Hedge?) {
    if let hedge { append(("hedge", .scalar(hedge.rawValue))) }
  }
}

extension YAMLValue {
  static func bool(_ value: Bool) -> YAMLValue { .number(value ? "yes" : "no") }

  static func condition(_ expression: ConditionText) -> YAMLValue { .scalar(expression.printed) }

  /// A condition that stands alone when it has neither name nor evidence.
  static func condition(
    _ expression: ConditionText, _ name: String?, short: String? = nil, _ because: [Evidence]
  ) -> YAMLValue {
    if name == nil, short == nil, because.isEmpty { return .condition(expression) }
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.add("short", short)
    fields.append(("when", .condition(expression)))
    fields.add(because)
    return .map(fields)
  }

  /// A name that stands alone when it has no evidence.
  static func named(_ name: String?, _ because: [Evidence]) -> YAMLValue {
    if because.isEmpty { return name.map { .scalar($0) } ?? .map([]) }
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.add(because)
    return .map(fields)
  }

  static func flow(_ expressions: [ConditionText]) -> YAMLValue { .flow(expressions.map { .condition($0) }) }
}

extension SourceText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    fields.add("title", title)
    fields.add("author", author)
    fields.add("date", date)
    fields.add("publisher", publisher)
    fields.add("address", address)
    fields.add("viewpoint", viewpoint)
    fields.add("file", file)
    fields.add("note", note)
    return .map(fields).at(place)
  }
}

extension EventText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.append(("holds", .bool(holds)))
    fields.add("since", since)
    fields.add("until", until)
    fields.add("history", history.map { $0.yaml })
    fields.add("resolves", resolves)
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension ObservationText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = [("date", .scalar(date)), ("holds", .bool(holds))]
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension JointText {
  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    fields.add("name", name)
    fields.add("short", short)
    fields.append(("by", .flow(by.map { .scalar($0.text) })))
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension RuleText {
  /// The rule in the words of the language, evidence left out.
  public var printed: String {
    switch demand {
    case .always(let expression): return expression.printed
    case .never(let expression): return "never: \(expression.printed)"
    case .take(let option, let needs): return "take \(option.printed) needs \(needs.printed)"
    case .one(_, let parts): return "\(key): \(parts.map { $0.printed }.joined(separator: ", "))"
    }
  }

  private var key: String {
    switch demand {
    case .always: "always"
    case .never: "never"
    case .take: "take"
    case .one(.exactly, _): "exactly one of"
    case .one(.atMost, _): "at most one of"
    case .one(.atLeast, _): "at least one of"
    }
  }

  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    switch demand {
    case .always(let expression):
      if hedge == nil, because.isEmpty { return .condition(expression).at(place) }
      fields.append((key, .condition(expression)))
    case .never(let expression): fields.append((key, .condition(expression)))
    case .one(_, let parts): fields.append((key, .flow(parts)))
    case .take(let option, let needs):
      fields.append((key, .condition(option)))
      fields.append(("needs", .condition(needs)))
    }
    fields.add(hedge)
    fields.add(because)
    return .map(fields).at(place)
  }
}

extension StatusQuoText {
  /// The status quo in the words of the language, evidence left out.
  public var printed: String {
    switch form {
    case .condition(let condition): return condition.printed
    case .taken(let taken, let unsure):
      let list = taken.isEmpty ? "nothing is taken" : taken.map { $0.printed }.joined(separator: ", ")
      if unsure.isEmpty { return list }
      return list + "; not known: " + unsure.map { $0.printed }.joined(separator: ", ")
    }
  }

  var yaml: YAMLValue {
    var fields: [(String, YAMLValue)] = []
    switch form {
    case .condition(let condition):
      if because.isEmpty { return .condition(condition).at(place) }
      fields.append(("when", .condition(condition)))
    case .taken(let taken, let unsure):
      if because.isEmpty, unsure.isEmpty { return .flow(taken).at(place) }
      fields.append(("taken", .flow(taken)))
      if !unsure.isEmpty { fields.append(("unsure", .flow(unsure))) }
    }
    fields.add(because)
    return .map(fields).at(place)
  }
}
