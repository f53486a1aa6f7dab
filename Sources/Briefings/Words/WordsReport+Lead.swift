internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What each threat and promise is worth, in a few lines.
extension WordsReport {
  /// The lead: a verdict on each declaration.
  var lead: [Block] {
    var lead = Lead()
    if analysis.tests.isEmpty {
      lead.add("Nobody declares anything in this case, so there are no words to test.")
    } else {
      let count = Prose.count(analysis.tests.count, "declaration")
      lead.add(
        "\(Prose.capitalized(count)) beside what those who make \(analysis.tests.count == 1 ? "it" : "them") want:"
      )
    }
    for (test, belief) in zip(analysis.tests, analysis.beliefs) { lead.item(verdict(test, belief)) }
    lead.goOn(names.see("What could last", "solve"), rank: 5)
    return lead.blocks
  }

  private func verdict(_ test: DeclarationTest, _ belief: Belief?) -> Sentence {
    let declaration = test.declaration
    let who = names.actor(declaration.actor)
    let text = declaration.text
    let words: Sentence =
      "if \(names.words(text.condition, of: declaration.actor)), then \(names.words(text.then, of: declaration.actor)) (\(text.because.citation()))"
    let said: Sentence = "\(names.capitalized(who)): \(words.pointing(to: names.reference(to: declaration)))"
    let worth: Sentence =
      switch test.credibility {
      case .nothingDue:
        test.applies.isEmpty ? "idle, since the condition never holds" : "nothing to carry out"
      case .unable: "\(who) could not keep it alone"
      case .credible: "credible: \(who) would gain by carrying it out"
      case .partly: "credible in part: it would gain by that in some situations and not in others"
      case .empty: "empty: nowhere would it gain by carrying it out"
      }
    return "\(said): \(worth)\(effect(belief))."
  }

  /// What would change if it were believed, in the first sense asked about.
  private func effect(_ belief: Belief?) -> Sentence {
    guard let change = belief?.changes.first(where: { $0.concept == concepts.first }) else { return "" }
    return switch change.effect {
    case .nothing: "; if believed, it would change nothing that lasts"
    case .nothingLasts: "; if believed, nothing would last any more"
    case .deters: "; if believed, it would deter"
    case .bringsAbout: "; if believed, it would bring that about"
    case .shifts: "; if believed, it would change what lasts without settling it"
    case .elsewhere: "; if believed, other situations would last"
    }
  }
}
