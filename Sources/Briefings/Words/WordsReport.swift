package import Questions
package import CaseFile
package import Documents
import Notation
package import Stability
package import ConflictModel

/// Words against wishes, for people and for programs: what each threat and
/// promise is worth, and what holds the states that last.
///
///     let analysis = WordsAnalysis(of: subject, solution, under: [.seq]) { $0.solve() }
///     print(WordsReport(case: subject, solution: solution, analysis: analysis).text())
package struct WordsReport: Documented {
  /// The case.
  package let subject: Case
  /// What was found out about it.
  package let solution: Solution
  /// What its words are worth.
  package let analysis: WordsAnalysis
  /// Senses asked about that so many states leave out.
  package var passedOver: [Concept] = []

  let names: Names

  /// A report on what the words of a case are worth.
  package init(case subject: Case, solution: Solution, analysis: WordsAnalysis) {
    self.subject = subject
    self.solution = solution
    self.analysis = analysis
    names = Names(subject, states: solution.states)
  }

  var conflict: Conflict { solution.conflict }

  /// Which of more states than are gone through were.
  func looked(_ count: Int) -> Sentence {
    solution.isListed || !names.isFromNearest
      ? "the first \(Prose.grouped(count))" : "the \(Prose.grouped(count)) nearest to the present"
  }

  /// The concepts asked about, the one that asks most first.
  var concepts: [Concept] { Concept.strongestFirst.filter { analysis.concepts.contains($0) } }
}

extension WordsReport {
  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The report for people: each declaration with what it is worth, then what
  /// holds the states that last.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title(names.title)
    builder.about(headed: "What words are worth")
    if let limit = analysis.limit {
      builder.paragraph(
        "\(Sentence("Not finished:", .caution)) \(limit.words). What follows was found by then.")
    }
    let lead = lead
    builder.add(
      lead, seeing: names.further([.explain, .solve, .sensitivity]), explaining: names.inFull(lead))
    builder.add(dayOf: subject)
    let definitions = names.definitions(
      in: analysis.tests.flatMap { [$0.declaration.text.condition, $0.declaration.text.then] })
    if !definitions.isEmpty { builder.paragraph(definitions) }
    if !analysis.tests.isEmpty { builder.paragraph(opening) }
    if !passedOver.isEmpty { builder.remark(passedOver.sentencePassingOver) }
    builder.more("Each declaration") { inner in
      for (test, belief) in zip(analysis.tests, analysis.beliefs) { add(test, belief, to: &inner) }
    }
    builder.more("What holds the states that last") { inner in
      for concept in concepts {
        for holds in analysis.holds where holds.concept == concept { add(holds, to: &inner) }
      }
    }
    return builder.document
  }

  private var opening: Sentence {
    let lasting: [Sentence] = concepts.enumerated().map { index, concept in
      let count = solution.equilibria(concept).count
      let sense: Sentence = concept == .seq && concepts.count == 1 ? "" : " under \(concept.word)"
      return
        "\(count == 0 ? "none" : Prose.grouped(count))\(index == 0 ? " could last" : "")\(sense)"
    }
    return "Of \(Prose.count(solution.states.count, "feasible situation")), \(Prose.list(lasting))."
  }

  // MARK: One declaration

  private func add(_ test: DeclarationTest, _ belief: Belief?, to builder: inout DocumentBuilder) {
    let declaration = test.declaration
    builder.heading(
      "\(names.capitalized(names.actor(declaration.actor))): \(names.inShort.announced(declaration))")
    builder.inset { inner in
      inner.paragraph("(\(names.citation(of: declaration))) \(addressees(declaration))")
      inner.paragraph(worth(test))
      if !test.applies.isEmpty { addTests(test, belief, to: &inner) }
    }
  }

  private func addTests(_ test: DeclarationTest, _ belief: Belief?, to builder: inout DocumentBuilder) {
    for sentence in deeds(test) { builder.item(sentence) }
    for concept in concepts {
      builder.item(keeping(test.keeping(at: solution.equilibria(concept)), concept))
    }
    guard let belief else {
      builder.item(
        analysis.limit == nil
          ? "Not tested: what would change if it were believed. Too many states would have to be ranked."
          : "Not tested: what would change if it were believed.")
      return
    }
    for concept in concepts {
      for change in belief.changes where change.concept == concept {
        for sentence in changes(change, test) { builder.item(sentence) }
      }
    }
  }

  private func addressees(_ declaration: Declaration) -> Sentence {
    let targets = names.actors(declaration.targets)
    switch declaration.ground {
    case .said: return "Meant for \(targets)."
    case .controls:
      let verb = declaration.targets.count == 1 ? "controls" : "control"
      return
        "The case does not say for whom; taken to be meant for \(targets), who \(verb) what the condition is about."
    case .everybodyElse:
      if declaration.targets.isEmpty { return "There is nobody else for whom it could be meant." }
      return
        "The case does not say for whom, and nobody else controls what the condition is about; taken to be meant for \(targets)."
    }
  }

  /// In a sentence, what sort of words they are and whether they would be carried out.
  private func worth(_ test: DeclarationTest) -> Sentence {
    let who = names.actor(test.declaration.actor)
    let tone = tone(of: test)
    switch test.credibility {
    case .nothingDue:
      if !test.applies.isEmpty {
        return
          "Nothing to carry out: wherever the condition holds, what \(who) announces holds already."
      }
      let events = conflict.events(in: test.declaration.condition).map { conflict.events[$0] }
      let given = events.map { Sentence("\($0.id) = \($0.holds ? "yes" : "no")", to: .event($0.id)) }
      return "Idle words: in no feasible state does the condition hold"
        + (given.isEmpty ? "." : ", as long as \(Prose.list(given)).")
    case .unable:
      return "Words that \(who) could not keep alone: no move of its own would carry them out anywhere."
    case .credible:
      return "\(tone) and credible: wherever \(who) could carry it out, it would gain by that."
    case .partly:
      return
        "\(tone) and credible in part: \(who) would gain by carrying it out in some states and not in others."
    case .empty:
      return "\(tone) and empty: nowhere would \(who) gain by carrying it out."
    }
  }

  /// Where the words are still to be carried out, and what that would do.
  private func deeds(_ test: DeclarationTest) -> [Sentence] {
    if test.due.isEmpty { return [] }
    let who = names.actor(test.declaration.actor)
    var text: Sentence =
      "The condition holds in \(Prose.count(test.applies.count, "state")); in \(part(test.due.count, of: test.applies.count)) the words are still to be carried out"
    if !test.isComplete { text += ", of which \(looked(test.looked)) were looked at" }
    text += ". "
    if test.able.isEmpty { return [text + "No move of \(who) does that."] }
    let able = test.able.count
    text +=
      "A move of its own does that from \(part(able, of: test.looked)), and it would gain by it in \(part(test.gaining.count, of: able))"
    if let example = test.gaining.first { text += " (such as \(names.state(solution.states[example])))" }
    if !test.losing.isEmpty {
      text += "; it would be worse off in \(part(test.losing.count, of: able))"
      if let example = test.losing.first { text += " (such as \(names.state(solution.states[example])))" }
    }
    return [text + ".", effects(test)].filter { !$0.isEmpty }
  }

  /// What the deeds do to those they are meant for, and to the others they hurt.
  private func effects(_ test: DeclarationTest) -> Sentence {
    let able = test.able.count
    let targets = test.declaration.targets
    var sentences: [Sentence] = []
    let sentence = { (actor: Int) -> Sentence in
      let effect = test.effects[actor]
      let name = names.actor(actor)
      if effect.hurt == 0, effect.helped == 0 { return "it would make no difference to \(name)" }
      var parts: [Sentence] = []
      if effect.hurt > 0 { parts.append("hurt \(name) in \(part(effect.hurt, of: able))") }
      if effect.helped > 0 {
        parts.append("help \(parts.isEmpty ? name : "it") in \(part(effect.helped, of: able))")
      }
      return "it would \(Prose.list(parts))"
    }
    if !targets.isEmpty {
      sentences.append("Of these, \(targets.map(sentence).joined(separator: "; ")).")
    }
    let others = conflict.actors.indices.filter {
      $0 != test.declaration.actor && !targets.contains($0) && test.effects[$0].hurt > 0
    }
    if !others.isEmpty {
      let hurt: [Sentence] = others.map { "\(names.actor($0)) in \(part(test.effects[$0].hurt, of: able))" }
      sentences.append("Besides, it would hurt \(Prose.list(hurt)).")
    }
    return sentences.joined(separator: " ")
  }

  private func keeping(_ keeping: DeclarationTest.Keeping, _ concept: Concept) -> Sentence {
    let all = keeping.applying + keeping.idle.count
    if all == 0 { return "Nothing lasts under \(concept.word), so it is neither kept nor broken." }
    let parts = [("kept", keeping.kept), ("broken", keeping.broken), ("idle", keeping.idle)]
    let counts = parts.map { word, states -> Sentence in
      guard let first = states.first, states.count < all else {
        return "\(word) in \(part(states.count, of: all))"
      }
      return "\(word) in \(part(states.count, of: all)) (such as \(names.again(solution.states[first])))"
    }
    return
      "At the \(Prose.count(all, "state")) that \(all == 1 ? "lasts" : "last") under \(concept.word): \(Prose.list(counts))."
  }

  /// `all 5`, `none`, `3 of 5`.
  func part(_ count: Int, of all: Int) -> String {
    if count == 0 { return "none" }
    if count == all { return all == 1 ? "that one" : all == 2 ? "both" : "all \(Prose.grouped(all))" }
    return "\(Prose.grouped(count)) of \(Prose.grouped(all))"
  }
}

extension WordsReport {
  /// What such words are, at the start of a sentence; said of each of those they are
  /// meant for where they are not the same to all.
  fileprivate func tone(of test: DeclarationTest) -> Sentence {
    switch test.tone {
    case .threat: return "A threat,"
    case .promise: return "A promise,"
    case .neither:
      return "No threat and no promise, since it would make no difference to those it is meant for,"
    case .mixed: break
    }
    let targets = test.declaration.targets
    let hurt = targets.filter { test.effects[$0].hurt > 0 && test.effects[$0].helped == 0 }
    let helped = targets.filter { test.effects[$0].helped > 0 && test.effects[$0].hurt == 0 }
    let both = targets.filter { test.effects[$0].helped > 0 && test.effects[$0].hurt > 0 }
    if hurt.isEmpty, helped.isEmpty { return "Now a threat and now a promise," }
    var parts: [Sentence] = []
    if !hurt.isEmpty { parts.append("a threat to \(names.actors(hurt))") }
    if !helped.isEmpty { parts.append("a promise to \(names.actors(helped))") }
    if !both.isEmpty { parts.append("now the one and now the other to \(names.actors(both))") }
    return Prose.capitalized(Prose.list(parts)) + ","
  }
}

extension WordsReport: Briefing {
  package typealias Asked = WordsQuestion

  package init(_ answer: WordsQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, solution: answer.solution, analysis: answer.analysis)
    passedOver = answer.passedOver
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
