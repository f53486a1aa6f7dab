internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// The reasons in a few lines.
extension ExplainReport {
  /// The lead: of each state and sense, who would leave and what holds the others.
  var lead: [Block] {
    if let outcome { return outcomeLead(outcome) }
    var lead = Lead()
    var seen: [(state: State, concept: Concept)] = []
    for certificate in told {
      let key = (state: certificate.state, concept: certificate.concept)
      if seen.contains(where: { $0 == key }) { continue }
      seen.append(key)
      add(told.filter { ($0.state, $0.concept) == key }, certificate.state, certificate.concept, to: &lead)
    }
    return lead.blocks
  }

  /// The lead about an outcome of several states: how many of them last, and why the one that is
  /// nearest to the present does, or, where none does, why the one nearest to lasting does not.
  private func outcomeLead(_ outcome: OutcomeMembers) -> [Block] {
    var lead = Lead()
    let name = names.outcome(outcome.outcome)
    let isUsual = outcome.senses.count == 1 && outcome.senses[0].concept == .seq
    let whole = Prose.count(outcome.count, "situation")
    for (place, sense) in outcome.senses.enumerated() {
      let concept: Sentence = isUsual ? "" : "(\(sense.concept.word)) "
      let lasting = sense.lastingCount
      let last: Sentence =
        lasting == outcome.count && lasting > 1
        ? "\(lasting == 2 ? "both" : "all") last" : "\(Prose.number(lasting)) last\(lasting == 1 ? "s" : "")"
      let rank = place > 2 ? 2 : 0
      let finding: Sentence =
        sense.lastingCount == 0
        ? "\(concept)Of the \(whole) of \(name) none lasts."
        : "\(concept)Of the \(whole) of \(name) \(last)."
      lead.add(finding, rank: rank)
      guard place == 0, let first = sense.explained.first else { continue }
      let told = leadingCertificates(of: outcome)
      let called: Sentence =
        sense.lastingCount == 0
        ? "The one that the fewest would leave"
        : sense.lastingCount == 1
          ? "That one"
          : names.isFromNearest ? "The one nearest to the present" : "The first of them"
      let state = solution.states[first]
      let name: Sentence =
        names.isPresent(state)
        ? "\(names.capitalized(names.oneWithoutName(state))), which is one of them," : called + which(state)
      add(told, state, sense.concept, called: name, to: &lead)
    }
    if let part = outcome.senses.first(where: { $0.lastingCount > max($0.explained.count, 1) }) {
      lead.add(
        "The reasons for \(Prose.number(part.explained.count)) of them\(names.isFromNearest ? ", those nearest to the present," : "") are given with \(full).",
        rank: 2)
    } else if outcome.senses.contains(where: { $0.explained.count > 1 }) {
      lead.add("The reasons for each of them are given with \(full).", rank: 2)
    }
    return lead.blocks
  }

  /// Which situation of an outcome it is, to follow what it is called: by its name in a graph, else by what
  /// tells it from the present.
  private func which(_ state: State) -> Sentence {
    if names.isGraph { return names.title(of: state).map { ", \($0)," } ?? "" }
    guard let now = subject.statusQuo?.state, now != state else { return "" }
    let words = names.variant(state, of: now)
    return words.isEmpty ? "" : " (the present \(words))"
  }

  private var full: Sentence { Sentence("the full answer", to: .again([Argument("full")])) }

  /// The reasons that the lead about an outcome gives: those of one state in one sense.
  func leadingCertificates(of outcome: OutcomeMembers) -> [Certificate] {
    guard let sense = outcome.senses.first, let first = sense.explained.first else { return [] }
    let state = solution.states[first]
    return told.filter { $0.state == state && $0.concept == sense.concept }
  }

  private func add(
    _ certificates: [Certificate], _ state: State, _ concept: Concept, called: Sentence? = nil,
    to lead: inout Lead
  ) {
    let verdict = Verdict(certificates, on: state, under: concept)
    let isOther = called == nil && (concept != .seq || Set(told.map { $0.concept }).count > 1)
    let name: Sentence = "\(isOther ? "(\(concept.word)) " : "")\(called ?? names.called(state))"
    if certificates.count == conflict.actors.count {
      names.add(verdict, called: name, to: &lead)
      addOtherPresents(than: state, concept, to: &lead)
      return
    }
    for certificate in certificates {
      let who = names.actor(certificate.actor)
      switch certificate.finding {
      case .unstable(let escape):
        lead.add(
          "\(name): \(who) would leave by \(names.change(from: state, to: escape.improvement))\(names.effect(on: state, of: escape.improvement))."
        )
        lead.goOn(names.reason(escape.improvement, of: certificate.actor, verdict), rank: 1)
      case .stable(let deterrences):
        lead.add(
          deterrences.isEmpty
            ? "\(name): \(who) would stay, since it gains by no move of its own."
            : "\(name): \(who) would stay. \(names.capitalized(names.held(certificate.actor, verdict))).")
      }
    }
  }

  /// The arguments about the other states that the present may be, where the lead tells of them.
  var certificatesOfOtherPresents: [[Certificate]] {
    guard outcome == nil, let first = told.first,
      told.count(where: { ($0.state, $0.concept) == (first.state, first.concept) }) == conflict.actors.count
    else { return [] }
    return certificates(ofOtherPresentsThan: first.state, first.concept)
  }

  private func certificates(ofOtherPresentsThan state: State, _ concept: Concept) -> [[Certificate]] {
    if !names.isPresent(state) || !solution.isWorkedOut { return [] }
    return names.presents.filter { $0 != state }.prefix(Names.fewPresents).compactMap { other in
      guard let position = solution.states.position(of: other) else { return nil }
      return conflict.actors.indices.map {
        solution.certificate(concept, actor: $0, position: position, choosing: .plainest)
      }
    }
  }

  /// Of so many situations that the present may be it is found out who would leave them.
  private static let mostPresents = 32

  /// Who would leave each situation that the present may be; empty where they are too many.
  private func fatesOfPresents(_ concept: Concept) -> [(state: State, leaving: [Int])] {
    if !solution.isWorkedOut || names.presents.count > Self.mostPresents { return [] }
    return names.presents.compactMap { state in
      guard let position = solution.states.position(of: state) else { return nil }
      let leaving = conflict.actors.indices.filter {
        !solution.certificate(concept, actor: $0, position: position).isStable
      }
      return (state: state, leaving: leaving)
    }
  }

  /// What becomes of the other states that the present may be.
  private func addOtherPresents(than state: State, _ concept: Concept, to lead: inout Lead) {
    if !names.isPresent(state) || names.presents.count < 2 { return }
    lead.goOn(names.doubtAboutPresent(state), orShorter: names.inShort.doubtAboutPresent(state))
    if names.hasManyPresents {
      let each = fatesOfPresents(concept)
      if !each.isEmpty { lead.goOn(names.fates(each), rank: 1, orShorter: names.inShort.fates(each)) }
      return
    }
    for certificates in certificates(ofOtherPresentsThan: state, concept) {
      let other = certificates[0].state
      let verdict = Verdict(certificates, on: other, under: concept)
      let name = names.capitalized(names.presentAgain(other))
      guard let first = verdict.leaving.first else {
        lead.goOn("\(name) lasts.", rank: 1)
        continue
      }
      let brief: Sentence = "\(name) does not last: \(names.actors(verdict.leaving)) would leave it."
      guard case .unstable(let escape) = verdict.reasons(first)?.finding else {
        lead.goOn(brief, rank: 1)
        continue
      }
      let others = verdict.leaving.dropFirst()
      let rest: Sentence = others.isEmpty ? "." : "; \(names.actors(others)) would leave it, too."
      func words(_ names: Names) -> Sentence {
        "\(name) does not last: \(names.actor(first)) would gain by \(names.change(from: other, to: escape.improvement))\(rest)"
      }
      lead.goOn(words(names), rank: 1, orShorter: words(names.inShort), brief)
    }
  }
}
