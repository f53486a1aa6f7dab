internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What becomes of the present, or of each situation that it may be, at the head of the lead.
extension SolveReport {
  /// What becomes of each state that the present may be; nil where it is not feasible.
  func verdicts(in sense: Concept) -> [(state: State, verdict: Verdict?)] {
    names.presents.map { (state: $0, verdict: Verdict(on: $0, under: sense, in: solution, options.control)) }
  }

  func addPresent(_ presents: [(state: State, verdict: Verdict?)], to lead: inout Lead) {
    if presents.isEmpty {
      lead.add(Names.withoutPresent, rank: 3)
      return
    }
    if names.hasManyPresents {
      lead.add(names.openPresent, orShorter: names.inShort.openPresent)
      let each = presents.compactMap { state, verdict in
        verdict.map { (state: state, leaving: $0.leaving) }
      }
      lead.goOn(names.fates(each), orShorter: names.inShort.fates(each))
      return
    }
    let isOpen = presents.count > 1
    // That neither of them lasts is said once.
    let isKnown = isOpen && presents.allSatisfy { !($0.verdict?.leaving.isEmpty ?? true) }
    if isOpen {
      func words(_ names: Names) -> Sentence {
        if !isKnown { return names.openPresent }
        if let either = names.eitherPresent { return "\(either) does not last." }
        return "\(names.openPresent.droppingEnd); either way it does not last."
      }
      lead.add(words(names), orShorter: words(names.inShort))
    }
    // Who would leave each of them besides the first is told once.
    let others = presents.map { Array($0.verdict?.leaving.dropFirst() ?? []) }
    let isShared = isOpen && !others[0].isEmpty && others.allSatisfy { $0 == others[0] }
    for (state, verdict) in presents {
      func called(_ names: Names) -> Sentence {
        isKnown ? names.caseOfPresent(state) : isOpen ? names.presentAgain(state) : names.present(state)
      }
      let name = called(names)
      guard let verdict else {
        lead.add("\(name) is not feasible.")
        continue
      }
      names.add(
        verdict, called: name, orShorter: called(names.inShort), isBrief: isOpen, isKnown: isKnown,
        tellsOthers: !isShared, to: &lead)
    }
    if isShared {
      let brief: Sentence = "\(names.actors(others[0])) would leave in either case"
      let act = others[0].count == 1 ? sharedAct(of: others[0][0], presents) : ""
      lead.add(
        list: act.isEmpty ? "\(brief)." : "\(brief), by \(act).", orShorter: [], orFewer: ["\(brief)."],
        isNewLine: false)
    }
  }

  /// So many situations that the present may be are told of group by group.
  private static let mostTold = 16

  /// Who would leave each of many situations that the present may be, and by which act.
  func addFates(to builder: inout DocumentBuilder) {
    guard names.hasManyPresents, names.presents.count <= Self.mostTold, let sense else { return }
    var groups: [(fate: Sentence, states: [State])] = []
    for (state, verdict) in verdicts(in: sense) {
      guard let verdict else { continue }
      let fate = fate(of: state, verdict)
      if let place = groups.firstIndex(where: { $0.fate.text == fate.text }) {
        groups[place].states.append(state)
      } else {
        groups.append((fate, [state]))
      }
    }
    builder.heading("What becomes of each situation that the present may be")
    for (fate, states) in groups {
      let which = names.common(states) ?? Prose.list(states.map { names.variant($0) }, atMost: 4, "or")
      builder.item("\(Prose.capitalized(which)): \(fate).")
    }
    builder.pause()
  }

  /// That it lasts, or who would leave it by which act.
  private func fate(of state: State, _ verdict: Verdict) -> Sentence {
    if verdict.leaving.isEmpty { return "it lasts" }
    let acts = verdict.leaving.enumerated().map { place, actor -> Sentence in
      let who: Sentence = "\(names.actor(actor))\(place == 0 ? " would leave" : "")"
      guard case .unstable(let escape) = verdict.reasons(actor)?.finding else { return who }
      return "\(who) by \(names.change(from: state, to: escape.improvement, atMost: 2))"
    }
    return acts.joined(separator: ", ")
  }

  /// By which act an actor would leave each of these, in short; empty where that differs.
  private func sharedAct(of actor: Int, _ told: [(state: State, verdict: Verdict?)]) -> Sentence {
    var shared: Sentence = ""
    for (state, verdict) in told {
      guard case .unstable(let escape) = verdict?.reasons(actor)?.finding else { return "" }
      let act = names.inShort.change(from: state, to: escape.improvement)
      if !shared.isEmpty, act.text != shared.text { return "" }
      shared = act
    }
    return shared
  }
}
