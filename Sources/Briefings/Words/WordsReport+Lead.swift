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
    for (test, belief) in zip(analysis.tests, analysis.beliefs) {
      let (words, worth) = (said(test), worth(test))
      lead.item(
        "\(said(test, isWhole: true)): \(worth)\(effect(belief)).",
        orShorter: "\(words): \(worth)\(effect(belief)).", "\(words): \(worth).")
    }
    return lead.blocks
  }

  /// Who says what, with its source or without.
  private func said(_ test: DeclarationTest, isWhole: Bool = false) -> Sentence {
    let declaration = test.declaration
    let text = declaration.text
    let source = isWhole ? " (\(text.because.citation()))" : ""
    let words: Sentence =
      "if \(names.words(text.condition, of: declaration.actor)), then \(names.words(text.then, of: declaration.actor))\(source)"
    let who = names.capitalized(names.actor(declaration.actor))
    return "\(who): \(words.pointing(to: names.reference(to: declaration)))"
  }

  /// What the words are worth, beside what those who say them want.
  private func worth(_ test: DeclarationTest) -> Sentence {
    let who = names.actor(test.declaration.actor)
    return switch test.credibility {
    case .nothingDue:
      test.applies.isEmpty ? "idle, since the condition never holds" : "nothing to carry out"
    case .unable: "\(who) could not keep it alone"
    case .credible: "credible: \(who) would gain by carrying it out"
    case .partly: "credible in part: it would gain by that in some situations and not in others"
    case .empty: "empty: nowhere would it gain by carrying it out"
    }
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
