internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What each threat and promise is worth, in a few lines.
extension WordsReport {
  /// The lead: what becomes of the present, and a verdict on each declaration.
  var lead: [Block] {
    var lead = Lead()
    if names.presents.isEmpty {
      lead.add(Names.withoutPresent, rank: 3)
    } else if let concept = concepts.first {
      lead.add(
        names.fateOfPresent(in: solution, concept),
        orShorter: names.inShort.fateOfPresent(in: solution, concept))
    }
    if analysis.tests.isEmpty {
      lead.add("Nobody declares anything in this case, so there are no words to test.")
    } else {
      let count = Prose.count(analysis.tests.count, "declaration")
      lead.add(
        "\(count), \(analysis.tests.count == 1 ? "" : "each ")held against what its author wants:")
    }
    for (test, belief) in zip(analysis.tests, analysis.beliefs) {
      let worth = names.worth(test), tone = tone(test), effect = effect(belief, test)
      lead.item(
        "\(said(test)): \(worth)\(tone)\(effect).", orShorter: "\(said(test)): \(worth)\(effect).",
        "\(said(test)): \(worth).", "\(said(test)): \(brief(test)).",
        "\(said(test, isBrief: true)): \(brief(test)).")
    }
    return lead.blocks
  }

  /// Who says what, with its source; in brief, without the condition.
  private func said(_ test: DeclarationTest, isBrief: Bool = false) -> Sentence {
    let who = names.capitalized(names.actor(test.declaration.actor))
    return "\(who): \(names.announcement(test.declaration, isBrief: isBrief))"
  }

  private func brief(_ test: DeclarationTest) -> Sentence {
    return switch test.credibility {
    case .nothingDue:
      test.applies.isEmpty ? "without effect now, as its condition does not hold" : "nothing to carry out"
    case .unable: "not to be kept alone"
    case .credible: "credible"
    case .partly: "credible in part"
    case .empty: "empty"
    }
  }

  /// Whom the words threaten or promise something, in so far as they are to be carried out.
  private func tone(_ test: DeclarationTest) -> Sentence {
    let targets = test.declaration.targets
    if test.able.isEmpty || targets.isEmpty { return "" }
    let (hurt, helped) = (
      targets.filter { test.effects[$0].hurt > 0 }, targets.filter { test.effects[$0].helped > 0 }
    )
    return switch test.tone {
    case .threat: "; a threat to \(names.actors(hurt))"
    case .promise: "; a promise to \(names.actors(helped))"
    case .mixed: "; it would hurt \(names.actors(hurt)) and help \(names.actors(helped))"
    case .neither: "; neither threat nor promise, as nothing that \(names.actors(targets)) wants turns on it"
    }
  }

  /// What would change if it were believed, in the first sense asked about.
  private func effect(_ belief: Belief?, _ test: DeclarationTest) -> Sentence {
    guard let change = belief?.changes.first(where: { $0.concept == concepts.first }) else { return "" }
    let isPromise = test.tone == .promise
    let isSettled = solution.states(where: test.declaration.condition).count == solution.states.count
    return switch change.effect {
    case .nothing
    where change.applyingBefore > 0 && !isSettled && test.tone != .promise && test.tone != .neither:
      "; if believed, it would not deter: nothing that lasts would change"
    case .nothing: "; if believed, it would change nothing that lasts"
    case .nothingLasts: "; if believed, nothing would last any more"
    case .deters: "; if believed, it would \(isPromise ? "defeat its purpose" : "deter")"
    case .bringsAbout: "; if believed, it would bring that about"
    case .shifts where isSettled: "; if believed, \(shift(change)) would last"
    case .shifts:
      "; if believed, \(shift(change)) would last, and its condition would hold in \(change.applyingAfter == change.after.count ? "all" : "some") of them"
    case .elsewhere: "; if believed, \(shift(change)) would last"
    }
  }

  /// What would last then, beside what lasts now.
  private func shift(_ change: Belief.Change) -> Sentence {
    let (before, after) = (Prose.grouped(change.before.count), Prose.grouped(change.after.count))
    if change.appearing.isEmpty { return "fewer situations (\(after), not \(before))" }
    return change.vanishing.isEmpty ? "more situations (\(after), not \(before))" : "other situations"
  }
}
