internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// Who could upset the present, alone or with others.
extension BriefReport {
  /// The most actors, and the most situations that the present may be, that are told of.
  private static let most = (actors: 3, presents: 2)

  func addUpsets(to builder: inout DocumentBuilder) {
    builder.heading("Who could upset it")
    let presents = answer.solved.statusQuos
    if presents.isEmpty {
      builder.paragraph("The case names no present situation, so nothing is said of who would leave it.")
    }
    for (place, state) in presents.prefix(Self.most.presents).enumerated() {
      if place == 0 { addPresent(state, to: &builder) } else { addOther(state, to: &builder) }
    }
    if presents.count > Self.most.presents {
      let each = zip(presents, now.leaving).compactMap { state, leaving in
        leaving.map { (state: state, leaving: $0) }
      }
      builder.paragraph(
        "Of the \(Prose.number(presents.count)) situations that the present may be: \(names.fates(each).inLowerCase)"
      )
    }
    addCoalitions(to: &builder)
    if let state = presents.first { solve.addArgument(about: state, to: &builder) }
  }

  /// Who would leave another of the situations that the present may be, in a sentence.
  private func addOther(_ state: State, to builder: inout DocumentBuilder) {
    let name = names.called(state)
    guard let verdict = Verdict(on: state, under: concept, in: solution, control) else {
      builder.paragraph("\(name) is not feasible.")
      return
    }
    let acts = verdict.leaving.prefix(Self.most.actors).map { actor -> Sentence in
      guard let certificate = verdict.reasons(actor), case .unstable(let escape) = certificate.finding else {
        return names.actor(actor)
      }
      return "\(names.actor(actor)), by \(names.change(from: state, to: escape.improvement))"
    }
    builder.paragraph(
      acts.isEmpty
        ? "\(name) would last." : "\(name) would be left by \(acts.joined(separator: "; and by ")).")
  }

  private func addPresent(_ state: State, to builder: inout DocumentBuilder) {
    let name = names.called(state)
    guard let verdict = Verdict(on: state, under: concept, in: solution, control) else {
      builder.paragraph("\(name) is not feasible.")
      return
    }
    if verdict.leaving.isEmpty {
      addHolds(verdict, called: name, to: &builder)
      return
    }
    let unopposed: Sentence =
      concept == .nash
      ? ""
      : ", since \(concept.needsCredibleAnswers ? "nobody has an answer in its own interest that" : "no answer") spoils that"
    builder.paragraph("\(name) would be left\(unopposed), by:")
    for actor in verdict.leaving.prefix(Self.most.actors) {
      builder.item(departure(of: actor, verdict))
    }
    if verdict.leaving.count > Self.most.actors {
      builder.paragraph("So would \(names.actors(verdict.leaving.dropFirst(Self.most.actors))).")
    }
  }

  private func addHolds(_ verdict: Verdict, called name: Sentence, to builder: inout DocumentBuilder) {
    let tempted = verdict.tempted
    builder.paragraph(
      tempted.isEmpty
        ? "\(name) is left by nobody: no move of anybody's own is a gain."
        : "\(name) is left by nobody acting alone. Who could gain is held:")
    for actor in tempted.prefix(Self.most.actors) {
      builder.item("\(names.capitalized(names.held(actor, verdict))).")
    }
    if tempted.count > Self.most.actors {
      builder.paragraph(
        "So \(tempted.count == Self.most.actors + 1 ? "is" : "are") \(names.actors(tempted.dropFirst(Self.most.actors)))."
      )
    }
  }

  /// By which act an actor would leave, and why.
  private func departure(of actor: Int, _ verdict: Verdict) -> Sentence {
    let name = names.actor(actor).inManner(.decisive)
    guard let certificate = verdict.reasons(actor), case .unstable(let escape) = certificate.finding else {
      return "\(name)."
    }
    let act = names.change(from: verdict.state, to: escape.improvement)
    let effect = names.effect(on: verdict.state, of: escape.improvement)
    let why = names.wish(subject.conflict.compare(actor, escape.improvement, with: verdict.state))
    return "\(name), by \(act)\(effect).\(why.isEmpty ? "" : " \(why).")"
  }

  private func addCoalitions(to builder: inout DocumentBuilder) {
    guard let coalitions, let equilibria = coalitions.answer.equilibria.first else { return }
    let upset = equilibria.count - coalitions.answer.survivors(concept).count
    var words = coalitions.fate(of: equilibria.count, upset: upset)
    let most = coalitions.tallies.map { ($0.key, $0.value.upset[concept] ?? 0) }
      .max { ($0.1, -$0.0) < ($1.1, -$1.0) }
    if upset > 0, let (coalition, count) = most, count > 0 {
      let who = names.actors(coalitions.answer.coalitions[coalition].members)
      words +=
        upset == 1
        ? " It would be \(who)."
        : count == upset
          ? " All of them by \(who)." : " Most of them by \(who) (\(Prose.grouped(count)))."
    }
    builder.paragraph(words)
  }
}
