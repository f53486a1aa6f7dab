internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension Names {
  /// A note on each of the references that the case knows, questions left out, and on what
  /// these notes point to in turn.
  func notes(on references: [Reference]) -> [Note] {
    let notebook = Notebook(self)
    var notes: [Note] = []
    var seen = Set(references)
    var open = references
    while !open.isEmpty {
      let found = open.compactMap { notebook.note(on: $0) }
      notes += found
      open = Document(title: "", blocks: found.map { .lead([$0.title] + $0.sentences) }).references
        .filter { seen.insert($0).inserted }
    }
    return notes
  }
}

extension Concept {
  /// What the concept asks of a state that lasts.
  static func note(on reference: Reference) -> Note? {
    guard case .concept(let id) = reference, let concept = Concept(rawValue: id) else { return nil }
    return Note(
      about: reference, title: Sentence(id),
      sentences: [Sentence(Prose.capitalized(concept.gloss(beside: [])))])
  }
}

/// What there is to be known of the things of a case.
struct Notebook {
  private let names: Names
  private let judgements: [String: Judgement]

  init(_ names: Names) {
    self.names = names
    var judgements: [String: Judgement] = [:]
    for judgement in names.subject.judgements where judgements[judgement.id] == nil {
      judgements[judgement.id] = judgement
    }
    self.judgements = judgements
  }

  private var subject: Case { names.subject }
  private var conflict: Conflict { names.conflict }

  func note(on reference: Reference) -> Note? {
    let found: (title: Sentence, sentences: [Sentence])? =
      switch reference {
      case .actor(let id): conflict.actors.firstIndex { $0.id == id }.map { actor($0) }
      case .option(let id): option(id)
      case .event(let id): conflict.events.firstIndex { $0.id == id }.map { event($0) }
      case .outcome(let id): subject.outcomes.firstIndex { $0.id == id }.map { outcome($0) }
      case .state(let code): state(State(code))
      case .judgement(let id): (judgements[id] ?? move(id)).map { words(of: $0) }
      case .concept, .otherJudgement, .question, .again, .parameter: nil
      }
    guard let found else { return Concept.note(on: reference) }
    return Note(about: reference, title: found.title, sentences: found.sentences)
  }

  // MARK: Actors, options, events, outcomes

  private func actor(_ index: Int) -> (Sentence, [Sentence]) {
    let own = names.groups.flatMap { $0.rows }.filter { row in
      row.options.contains { conflict.options[$0].actor == index }
    }
    var sentences: [Sentence] = []
    if !names.isGraph {
      sentences.append(
        own.isEmpty ? "It has no options." : "Its options: \(Prose.list(own.map { names.name(of: $0) })).")
    }
    switch conflict.actors[index].preference {
    case .statements:
      if !subject.statements(of: index).isEmpty {
        sentences.append("What matters most to it: \(names.statementWords(0, of: index)).")
      }
    case .ranking: sentences.append("It ranks the states (\(names.citation(ofRankingOf: index))).")
    case .weights: sentences.append("It weighs what is taken.")
    case .indifferent: sentences.append("Everything is the same to it.")
    }
    return (Sentence(conflict.actors[index].name.printable), sentences)
  }

  private func option(_ id: String) -> (Sentence, [Sentence])? {
    if let joint = subject.jointOptions.first(where: { $0.id == id }) {
      let partners = names.actors(joint.halves.map { conflict.options[$0].actor })
      return (Sentence(joint.name.printable), ["It comes about when \(partners) all take their part."])
    }
    if let level = conflict.levelOptions.first(where: { $0.id == id }) {
      let levels = level.levelNames.map { $0.printable }.joined(separator: ", ")
      return (
        Sentence(level.name.printable),
        ["An option of \(owner(level.actor)), at one of these levels: \(levels)."]
      )
    }
    guard let option = conflict.options.first(where: { $0.id == id }) else { return nil }
    let direction =
      switch option.direction {
      case .both: ""
      case .take: " that cannot be undone"
      case .drop: " that can only be given up"
      }
    return (Sentence(option.name.printable), ["An option of \(owner(option.actor))\(direction)."])
  }

  private func owner(_ index: Int) -> Sentence {
    conflict.actors.indices.contains(index) ? names.actor(index) : "nobody"
  }

  private func event(_ index: Int) -> (Sentence, [Sentence]) {
    let event = conflict.events[index]
    let verb = event.holds ? "holds" : "does not hold"
    var sentences: [Sentence] = [
      "It \(verb) here\(subject.given[event.id] == nil ? "" : ", as asked")."
    ]
    if let text = subject.document.events.first(where: { $0.id == event.id }) {
      if let resolves = text.resolves {
        sentences.append("What would settle it: \(resolves.printable)\(resolves.hasSuffix(".") ? "" : ".")")
      }
      if !text.because.isEmpty {
        sentences.append(
          "\(Sentence("Source", to: .judgement("events.\(event.id)"))): \(text.because.citation()).")
      }
    }
    return (Sentence(event.name.printable), sentences)
  }

  private func outcome(_ index: Int) -> (Sentence, [Sentence]) {
    let outcome = subject.outcomes[index]
    let text = subject.document.outcomes.first { $0.id == outcome.id }
    let condition = Prose.quoted(text?.when.printed ?? "", to: .judgement("outcomes.\(outcome.id)"))
    return (Sentence(outcome.name.printable), ["It is every state in which \(condition) holds."])
  }

  // MARK: States

  private func state(_ state: State) -> (Sentence, [Sentence])? {
    if names.isGraph, names.graphState(state) == nil { return nil }
    var sentences: [Sentence] = []
    if !names.isGraph { sentences.append("\(names.capitalized(names.content(of: state))).") }
    let outcomes = names.outcomes(state)
    if !outcomes.isEmpty {
      sentences.append("It belongs to the outcome\(outcomes.count == 1 ? "" : "s") \(Prose.list(outcomes)).")
    }
    let completions = subject.statusQuo?.completions ?? []
    if completions.contains(state) {
      sentences.append(completions.count == 1 ? "It is the status quo." : "It may be the status quo.")
    }
    if sentences.isEmpty { sentences.append("One of the states that the case lists.") }
    return (Sentence(names.capitalized(names.state(state)).text), sentences)
  }

  // MARK: Judgements

  /// A move that nothing in the case gives a reason for, and which is no judgement until it
  /// is edited.
  private func move(_ id: String) -> Judgement? {
    for (index, actor) in subject.document.actors.enumerated() {
      for (number, move) in actor.moves.enumerated() where id == "\(actor.id).moves.\(number + 1)" {
        return Judgement(
          kind: .move, id: id, text: move.printed, actor: index, index: number, evidence: move.because,
          place: move.from.place)
      }
    }
    return nil
  }

  private func words(of judgement: Judgement) -> (Sentence, [Sentence]) {
    var sentences: [Sentence] = ["\(Prose.quoted(judgement.text))."]
    let hedge = subject.hedge(of: judgement)
    sentences.append("Source: \(judgement.evidence.citation(hedge: hedge)).")
    for piece in judgement.evidence {
      guard let quote = piece.quote else { continue }
      let place = [piece.source, piece.writtenPlace].compactMap { $0?.printable }.joined(separator: " ")
      sentences.append("\(place.isEmpty ? "The source" : place) has \(Prose.quoted(quote)).")
    }
    for piece in judgement.evidence {
      guard let by = piece.by else { continue }
      let date = piece.date.map { " (\($0.printable))" } ?? ""
      sentences.append("It was judged by \(by.printable)\(date).")
    }
    let notes = judgement.evidence.notes
    if !notes.isEmpty { sentences.append("Note: \(notes).") }
    let place = judgement.place
    if place.isKnown {
      sentences.append(
        "It stands in \(place.file.isEmpty ? "" : "\(place.file.fileName.printable), ")line \(place.line).")
    }
    return (title(of: judgement), sentences)
  }

  /// Whose judgement of what kind it is.
  private func title(of judgement: Judgement) -> Sentence {
    let number = judgement.index + 1
    let what =
      switch judgement.kind {
      case .statement: "statement \(number)"
      case .rule, .weight, .move, .misperception, .declaration, .expectation:
        "\(judgement.kind.rawValue) \(number)"
      case .statusQuo: "the status quo"
      case .ranking: "ranking"
      default: "\(judgement.kind.rawValue) \(judgement.id.lastName)"
      }
    guard let actor = judgement.actor else { return Sentence(Prose.capitalized(what)) }
    return "\(names.actor(actor)), \(what)"
  }
}

extension Case {
  /// How the words of a judgement are hedged, if they are.
  fileprivate func hedge(of judgement: Judgement) -> Hedge? {
    if judgement.kind == .rule, document.rules.indices.contains(judgement.index) {
      return document.rules[judgement.index].hedge
    }
    return statement(of: judgement)?.hedge
  }
}

extension String {
  /// What stands after the last dot.
  fileprivate var lastName: Substring {
    guard let dot = lastIndex(of: ".") else { return self[...] }
    return self[index(after: dot)...]
  }
}
