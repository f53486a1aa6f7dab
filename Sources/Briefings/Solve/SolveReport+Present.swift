internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What becomes of the present, or of each situation that it may be, at the head of the lead.
extension SolveReport {
  /// What is told of the fate of states that the present may be: of so many.
  static let toldPresents = 4

  /// What becomes of each state that the present may be; nil where it is not feasible.
  func verdicts(in sense: Concept) -> [(state: State, verdict: Verdict?)] {
    names.presents.map { (state: $0, verdict: Verdict(on: $0, under: sense, in: solution, options.control)) }
  }

  func addPresent(_ presents: [(state: State, verdict: Verdict?)], to lead: inout Lead) {
    if presents.isEmpty {
      lead.add("The case names no present situation (no 'status_quo').", rank: 3)
      return
    }
    let isOpen = presents.count > 1
    let lasting = presents.count { $0.verdict?.leaving.isEmpty ?? true }
    // That none of them lasts is said once.
    let isKnown = isOpen && lasting == 0
    let all = presents.count
    if isOpen {
      func words(_ names: Names) -> Sentence {
        // That neither lasts is said at once.
        if isKnown, let either = names.eitherPresent { return "\(either) does not last." }
        let each =
          isKnown
          ? all == 2 ? "; either way it does not last" : "; none of them lasts"
          : all == 2
            ? ""
            : lasting == all
              ? "; all of them last" : "; \(Prose.number(lasting)) \(lasting == 1 ? "lasts" : "last")"
        return "\(names.openPresent.droppingStop)\(each)."
      }
      lead.add(words(names), orShorter: words(names.inShort))
    }
    if presents.count > 2 {
      addMany(presents, to: &lead)
      return
    }
    let told = presents.prefix(Self.toldPresents)
    // Who would leave each of them besides the first is told once.
    let others = told.map { Array($0.verdict?.leaving.dropFirst() ?? []) }
    let isShared = isOpen && !others[0].isEmpty && others.allSatisfy { $0 == others[0] }
    for (state, verdict) in told {
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
      let whole: Sentence = told.count == 2 ? "either" : "each of these"
      let brief: Sentence = "\(names.actors(others[0])) would leave \(whole), too"
      let act = others[0].count == 1 ? sharedAct(of: others[0][0], told.map { ($0.state, $0.verdict) }) : ""
      lead.add(
        list: act.isEmpty ? "\(brief)." : "\(brief), by \(act).", orShorter: [], orFewer: ["\(brief)."],
        isNewLine: false)
    }
  }

  /// Of many situations that the present may be, which last and who would leave the others.
  private func addMany(_ presents: [(state: State, verdict: Verdict?)], to lead: inout Lead) {
    let feasible = presents.compactMap { $0.verdict }
    let (staying, gone) = (feasible.filter { $0.leaving.isEmpty }, feasible.filter { !$0.leaving.isEmpty })
    if !staying.isEmpty, !gone.isEmpty {
      let each = staying.map { names.presentAgain($0.state) }
      lead.goOn(
        "\(names.capitalized(Prose.list(each, atMost: 2))) \(staying.count == 1 ? "lasts" : "last").",
        rank: staying.count > 2 ? 1 : 0)
    }
    if gone.isEmpty { return }
    let who = conflict.actors.indices.filter { actor in gone.contains { $0.leaving.contains(actor) } }
    let others: Sentence = staying.isEmpty ? "They" : gone.count == 1 ? "The other" : "The others"
    lead.goOn("\(others) would be left by \(Prose.list(who.map { names.actor($0) }, atMost: 4, "or")).")
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

extension Sentence {
  /// Without its full stop.
  fileprivate var droppingStop: Sentence {
    var result = Sentence()
    for phrase in phrases.dropLast() { result.append(phrase) }
    if var last = phrases.last {
      if last.text.hasSuffix(".") { last.text.removeLast() }
      result.append(last)
    }
    return result
  }
}
