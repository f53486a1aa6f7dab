import Notation

/// What a difference is about while documents are laid beside each other.
struct Subject {
  var kind: Difference.Kind
  /// The actor it belongs to.
  var actor: String?
  var id: String
  /// The keys that lead on from there.
  var part: [String] = []
  /// What all in it can do, where that is less than its keys say by themselves.
  var role: Difference.Role?
  var isTelling = true
  /// The thing itself in each of the documents.
  var units: (old: Node?, new: Node?) = (nil, nil)
  var shape: MapShape?
  /// For a statement, its places.
  var indices: (old: Int?, new: Int?) = (nil, nil)
  /// Whether what is in it is told as parts of it, however much of its own it has.
  var isClosed: Bool { kind == .profile || kind == .perception }

  /// Whether it is a part of an alternative that both documents have, in which leaving out a wish says something.
  var isWithinProfile: Bool { kind == .profile && !part.isEmpty }

  func at(_ key: String) -> Subject {
    var inner = self
    inner.part.append(key)
    return inner
  }

  /// The same, its parts able to do no more than `manner` says.
  func under(_ manner: Manner) -> Subject {
    var inner = self
    if manner.role == .remark {
      (inner.role, inner.isTelling) = (role ?? .remark, isTelling && manner.isTelling)
    }
    return inner
  }

  func wording(_ unit: Node?, _ value: Node?, index: Int?) -> Difference.Wording? {
    guard let value else { return nil }
    let unit = judged(unit)
    let own = part.isEmpty || part == ["because"] ? unit.map { Prose.text(of: $0, self) } : nil
    return Difference.Wording(
      text: own ?? Prose.text(value), evidence: Prose.evidence(unit),
      place: value.place.isKnown ? value.place : unit?.place ?? .none,
      index: index, answers: kind == .expectation && part.isEmpty ? Prose.answers(unit ?? value) : [],
      declaration: kind == .declaration && part.isEmpty ? Prose.declaration(unit ?? value) : nil)
  }

  /// The thing itself, whichever part of it is asked about.
  func thing(_ unit: Node?) -> Difference.Wording? {
    guard let judged = judged(unit) else { return nil }
    return Difference.Wording(
      text: Prose.text(of: judged, self), evidence: Prose.evidence(judged), place: judged.place, index: nil)
  }

  /// The judgement that a thing is, as to the part in question: which pairs an actor does not know
  /// the order of belongs to its ranking.
  private func judged(_ unit: Node?) -> Node? {
    isDoubtOfRanking ? unit?["ranking"] ?? unit : unit
  }

  private var isDoubtOfRanking: Bool { kind == .actor && part.first == Language.unknown.key }
}

/// Trees in words.
enum Prose {
  /// A thing with its name where it has one, and what it says.
  static func text(of unit: Node, _ subject: Subject) -> String {
    let name = unit["name"]?.text
    let said = subject.shape.map { Self.said(unit, $0) } ?? text(unit)
    switch subject.kind {
    case .actor, .state: return name ?? subject.id
    case .event, .term, .outcome, .weight, .history: return "\(subject.id): \(said)"
    case .option, .level, .joint, .profile:
      return said.isEmpty ? subject.id : "\(subject.id) (\(said))"
    case .source: return unit["title"]?.text ?? subject.id
    case .move where unit["to"] != nil && subject.shape?.short == "to": return subject.id
    default: return said.isEmpty ? subject.id : said
    }
  }

  /// What the keys of a mapping say that are judgements.
  private static func said(_ unit: Node, _ shape: MapShape) -> String {
    let entries = (unit.entries ?? []).filter { entry in
      // What is called by its day has said it by then.
      if shape.title == Language.observation.title, shape.identity.contains(entry.key) { return false }
      let role = shape.field(entry.key)?.manner.role ?? .judgement
      return role == .judgement || shape.title == Language.source.title
    }
    let required = entries.first { !shape.isWhole && shape.field($0.key)?.isRequired ?? false }
    let main = shape.short ?? required?.key
    guard let first = entries.first(where: { $0.key == main }) else { return pairs(entries) }
    let rest = entries.filter { $0.key != main }
    return text(first.value) + (rest.isEmpty ? "" : " (\(pairs(rest)))")
  }

  private static func pairs(_ entries: [Node.Entry]) -> String {
    entries.map { entry in
      if entry.key == Language.rankingMap.shortList, let codes = entry.value.statesAsCodes {
        return "\(Language.codes.key): \(text(codes))"
      }
      // As in 'count: {nash: 3}', where both keys say something.
      if let inner = entry.value.entries, inner.count == 1, inner[0].value.text != nil {
        return "\(entry.key): \(inner[0].key) \(text(inner[0].value))"
      }
      return "\(entry.key): \(text(entry.value))"
    }.joined(separator: ", ")
  }

  /// A value in words.
  static func text(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text): return text
    case .list(let items):
      if items.isEmpty { return "nothing" }
      return items.map { item in
        if let inner = item.items, inner.count > 1 { "(\(text(item)))" } else { text(item) }
      }.joined(separator: ", ")
    case .map(let entries):
      // The key of a rule is what it says; that of other short mappings says nothing.
      let isBare =
        entries.count == 1 && entries[0].value.entries == nil
        && !Language.ruleDemands.contains(entries[0].key)
      return isBare ? text(entries[0].value) : pairs(entries)
    }
  }

  /// Where a thing comes from.
  static func evidence(_ unit: Node?) -> [Evidence] {
    guard let because = unit?["because"] else { return [] }
    var reader = DocumentReader()
    return reader.evidence(because)
  }

  /// What a known answer expects.
  static func answers(_ unit: Node) -> [ExpectationText] {
    var reader = DocumentReader()
    return reader.expectations(unit.inFull)
  }

  /// What is declared.
  static func declaration(_ unit: Node) -> DeclarationText? {
    var reader = DocumentReader()
    return reader.declaration(unit.inFull)
  }
}

/// What things without ids are called: what they say, counted where that repeats.
func numbered(_ texts: [String]) -> [String] {
  var seen: [String: Int] = [:]
  return texts.map { text in
    seen[text, default: 0] += 1
    return seen[text] == 1 ? text : "\(text) (\(seen[text] ?? 0))"
  }
}
