internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where it comes from, how it was found, and what it does not say.
extension BriefReport {
  /// The most sources that are listed one by one.
  private static let mostSources = 8

  /// The sources of the judgements to which the briefing points, with their places.
  func addSources(citedBy references: [Reference], to builder: inout DocumentBuilder) {
    builder.heading("Sources")
    let sources = subject.document.sources
    let judgements = subject.judgements.filter { references.contains(.judgement($0.id)) }
    var places: [String: [String]] = [:]
    for piece in judgements.flatMap({ $0.evidence }) {
      guard let source = piece.source else { continue }
      let place = piece.writtenPlace?.printable ?? ""
      if !place.isEmpty, !places[source, default: []].contains(place) {
        places[source, default: []].append(place)
      }
      if places[source] == nil { places[source] = [] }
    }
    // Those behind what lasts are counted in the text, though not told one by one.
    for entry in answer.ledger?.entries ?? [] {
      for source in entry.judgement.evidence.compactMap({ $0.source }) where places[source] == nil {
        places[source] = []
      }
    }
    let cited = sources.filter { places[$0.id] != nil }
    if cited.isEmpty {
      builder.paragraph(
        sources.isEmpty
          ? "The case names no source: all its judgements are the analyst's own."
          : "None of the judgements behind this cites one of the \(Prose.count(sources.count, "source")) of the case."
      )
    }
    for source in cited.prefix(Self.mostSources) {
      builder.item(words(source, places[source.id] ?? []))
    }
    let rest = sources.count - min(cited.count, Self.mostSources)
    if rest > 0, !cited.isEmpty {
      builder.paragraph(
        "\(Prose.capitalized(Prose.count(rest, "further source"))) of the case \(rest == 1 ? "is" : "are") not cited here."
      )
    }
  }

  private func words(_ source: SourceText, _ places: [String]) -> Sentence {
    var parts = [source.author, source.title, source.publisher, source.date].compactMap { $0?.printable }
    if parts.isEmpty { parts = [source.id.printable] }
    var words: Sentence = "\(Sentence(source.id.printable, .decisive)): \(parts.joined(separator: ", "))."
    if let viewpoint = source.viewpoint { words += " Viewpoint: \(viewpoint.printable)." }
    if !places.isEmpty {
      let sorted = places.sorted { Self.order($0) < Self.order($1) }
      words += " Places: \(sorted.joined(separator: ", "))."
    }
    return words
  }

  /// Paragraph and sentence count as numbers; what is no such place comes last.
  private static func order(_ place: String) -> (Int, Int, String) {
    let numbers = place.split(separator: ".").map { Int($0) }
    return (numbers.first.flatMap { $0 } ?? .max, numbers.dropFirst().first.flatMap { $0 } ?? 0, place)
  }

  // MARK: The method

  func addMethod(to builder: inout DocumentBuilder) {
    builder.heading("How this was found")
    let options = names.groups.reduce(0) { $0 + $1.rows.count }
    let size: Sentence =
      names.isGraph
      ? "\(Prose.count(conflict.actors.count, "actor")) and \(Prose.count(solution.states.count, "situation"))"
      : "\(Prose.count(conflict.actors.count, "actor")) with \(Prose.count(options, "option")) and \(Prose.count(solution.states.count, "feasible situation"))"
    var sentences: [Sentence] = [
      "The graph model for conflict resolution, solved exactly for \(size).",
      "A situation lasts where \(Sentence(concept.brief, to: .concept(concept.rawValue))) (\(concept.source)).",
    ]
    let check = Sentence("entente check", to: .question(word: "check", arguments: [Argument("certificates")]))
    sentences.append("\(check) verifies the verdicts with code that shares nothing with what found them.")
    if answer.solved.statusQuos.isEmpty, !subject.outcomes.isEmpty, !answer.isClaimed {
      let other = subject.outcomes.dropFirst().first ?? subject.outcomes[0]
      let claim = Argument("claim", "\(other.id) lasts")
      sentences.append("\(Sentence("Another claim", to: .again([claim]))) is tested in the same way.")
    }
    builder.inset { $0.paragraph(sentences.joined(separator: " ")) }
  }

  // MARK: Limits

  func addLimits(to builder: inout DocumentBuilder) {
    builder.heading("What it does not say")
    var sentences: [Sentence] = [
      "It foretells nothing: it says what could last if the judgements are right, not what comes about or when."
    ]
    let (count, all) = (lasting.count, solution.states.count)
    if count > all / 20, count > 1, count < all {
      sentences.append(
        "Where \(Prose.grouped(count)) of \(Prose.grouped(all)) situations could last, that one is among them says little; what is never among them says more."
      )
    }
    if conflict.actors.count > 1, coalitions == nil {
      sentences.append("It looks at one mover at a time; actors who agree could upset more.")
    }
    let omitted = answer.omissions.map { words($0) }
    if !omitted.isEmpty { sentences.append("Not looked into: \(Prose.list(omitted)).") }
    builder.paragraph(sentences.joined(separator: " "))
  }

  private func words(_ omission: BriefQuestion.Omission) -> Sentence {
    let what: Sentence =
      switch omission.part {
      case .ledger: "all judgements behind what lasts"
      case .paths: "the ways from the present"
      case .sensitivity: "what changed judgements would do"
      case .coalitions: "what actors could upset together"
      case .turns: "what other events and readings would bring"
      case .words: "what threats and promises are worth"
      }
    return what + (omission.limit.map { " (\($0.words))" } ?? " (the case is too large for that here)")
  }
}
