internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

// The reasons in a few lines.
extension ExplainReport {
  /// The lead: of each state and sense, who would leave and what holds the others.
  var lead: [Block] {
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

  private func add(
    _ certificates: [Certificate], _ state: State, _ concept: Concept, to lead: inout Lead
  ) {
    let verdict = Verdict(certificates, on: state, under: concept)
    let isOther = concept != .seq || Set(told.map { $0.concept }).count > 1
    let name: Sentence = "\(isOther ? "(\(concept.word)) " : "")\(names.called(state))"
    if certificates.count == conflict.actors.count {
      names.add(verdict, called: name, to: &lead)
      lead.goOn(names.doubtAboutPresent(state), rank: 1)
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
}
