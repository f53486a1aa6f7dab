internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Stability

extension CompareReport {
  /// How many lines of a kind are told one by one.
  private static let shown = 12
  /// Up to how many remarks are told one by one.
  private static let few = 6

  /// What is known of the things that its phrases point to, and in which reading.
  package func notes(on references: [Reference]) -> [Note] {
    CaseNotes(zip(readings, names).map { (name: $0.name, names: $1) }).notes(on: references)
  }

  /// The report for people.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title("Where the readings differ")
    builder.about(readings.map { $0.subject.title })
    builder.add(lead, seeing: names[0].further([.explain, .solve, .sensitivity]))
    let concept = comparisons.first?.concept.word ?? "seq"
    var list = Table(
      .list(wide: 1), head: ["", "reading", concept == "seq" ? "could last" : "lasts under \(concept)"])
    for (index, reading) in readings.enumerated() {
      let count = comparisons.first.map { reading.solution.equilibria($0.concept).count } ?? 0
      list.add([
        index == 0 ? "first" : readings.count == 2 ? "second" : "no. \(index + 1)",
        "\(reading.name.printable)", count == 0 ? "nothing" : "\(Prose.count(count, "state"))",
      ])
    }
    builder.table(list)
    var told: [Sentence] = []
    for reading in readings {
      for note in reading.subject.dayNotes {
        let sentence: Sentence = "\(reading.name.printable): \(note)"
        // A case may stand beside itself.
        if told.contains(sentence) { continue }
        told.append(sentence)
        builder.paragraph(sentence)
      }
    }
    if readings.count > 2 { addTable(to: &builder) }
    builder.more("Difference by difference") { inner in
      for (index, comparison) in comparisons.enumerated() {
        if readings.count > 2 {
          inner.heading("The first beside \(readings[index + 1].name.printable)")
        }
        add(comparison, index + 1, to: &inner)
      }
    }
    return builder.document
  }

  /// With three readings and more: what each concludes, one column for each.
  private func addTable(to builder: inout DocumentBuilder) {
    var grid = Table(.grid, head: [""] + readings.indices.map { "\($0 + 1)" })
    for question in comparisons[0].conclusions.map({ $0.question }) {
      let replies = comparisons.compactMap { comparison in
        comparison.conclusions.first { $0.question == question }
      }
      guard replies.count == comparisons.count, !replies.allSatisfy({ $0.agrees }) else { continue }
      grid.add(
        [question.words(names[0]), replies[0].before.short(to: question, names[0])]
          + zip(replies, names.dropFirst()).map { $0.after.short(to: question, $1) })
    }
    builder.heading("What they conclude differently")
    if grid.rows.isEmpty {
      builder.paragraph("Nothing: all of them give the same answer to every question they share.")
    } else {
      builder.table(grid)
    }
  }

  private func add(_ comparison: CaseComparison, _ other: Int, to builder: inout DocumentBuilder) {
    let (old, new) = (names[0], names[other])
    // An alternative that is chosen is told as what the actor wants.
    let differences = comparison.differences.filter { !isChosenProfile($0, other) }
    let telling = differences.filter { $0.role != .source && $0.role != .remark }
    if comparison.differences.isEmpty {
      builder.pause()
      builder.paragraph("They say the same, judgement for judgement.")
      return
    }
    builder.heading(
      telling.isEmpty
        ? "They judge alike; only sources, names\(comparison.differences.contains { $0.isOfTime } ? ", words or dates" : " or words") differ"
        : "What they judge differently: \(Prose.count(telling.count, "judgement"))")
    for difference in telling.prefix(Self.shown) {
      builder.item(sentence(difference, old, new, pair(other)))
    }
    addMore(telling.count - Self.shown, to: &builder)
    let rest = differences.count - telling.count
    addRemarks(
      differences.filter { $0.role == .source || $0.role == .remark }, rest, old, new, pair(other),
      to: &builder
    )
    addConclusions(comparison, other, to: &builder)
    addAgreement(comparison, other, to: &builder)
    addExtent(comparison, to: &builder)
  }

  private func isChosenProfile(_ difference: Difference, _ other: Int) -> Bool {
    guard difference.key.kind == .profile, let actor = difference.key.actor else { return false }
    return [0, other].allSatisfy { readings[$0].subject.profiles[actor] == difference.key.id }
  }

  private func sentence(
    _ difference: Difference, _ old: Names, _ new: Names, _ judgements: JudgementPair
  ) -> Sentence {
    let names = difference.change == .added ? new : old
    return names.capitalized(difference.words(old, new, judgements)) + "."
  }

  /// What differs without being able to change what lasts; a few of them word by word.
  private func addRemarks(
    _ remarks: [Difference], _ count: Int, _ old: Names, _ new: Names, _ judgements: JudgementPair,
    to builder: inout DocumentBuilder
  ) {
    if count == 0 { return }
    let lead: Sentence =
      "Besides, \(Prose.count(count, "difference")) in words, sources, dates, orders, declarations, profiles, perceptions or known answers, which cannot change what lasts\(count > Self.few ? "; \(Sentence.inJSON) lists them." : ":" as Sentence)"
    builder.inset { inner in
      inner.paragraph(lead)
      if count > Self.few { return }
      for remark in remarks { inner.item(sentence(remark, old, new, judgements)) }
    }
  }

  private func addConclusions(_ comparison: CaseComparison, _ other: Int, to builder: inout DocumentBuilder) {
    let differing = comparison.conclusions.filter { !$0.agrees }
    if differing.isEmpty {
      builder.pause()
      builder.paragraph(
        "For all that, they conclude the same under \(comparison.concept.word), in \(Prose.count(comparison.conclusions.count, "question")) that both can answer."
      )
      return
    }
    builder.heading(
      "What follows from that: \(Prose.count(differing.count, "conclusion")) differ\(differing.count == 1 ? "s" : "")"
    )
    // Conclusions with the same account stand together.
    var groups: [(accounts: [[Int]], conclusions: [Conclusion])] = []
    for conclusion in differing {
      if let place = groups.firstIndex(where: { $0.accounts == conclusion.accounts }) {
        groups[place].conclusions.append(conclusion)
      } else {
        groups.append((conclusion.accounts, [conclusion]))
      }
    }
    for group in groups {
      builder.item(account(group.accounts, comparison, other)) { below in
        below.inset { inner in
          for conclusion in group.conclusions.prefix(Self.shown) {
            let question = conclusion.question
            let before = conclusion.before.words(to: question, names[0])
            let after = conclusion.after.words(to: question, names[other])
            inner.item(
              "\(question.words(names[0])): \(before) in the first, \(after) in the second.")
          }
        }
      }
      addMore(group.conclusions.count - Self.shown, to: &builder)
    }
  }

  /// What accounts for some conclusions, as the start of a list of them.
  private func account(_ accounts: [[Int]], _ comparison: CaseComparison, _ other: Int) -> Sentence {
    guard let first = accounts.first else {
      return comparison.limit == nil && !comparison.isCutOff
        ? "No set of the differences, made in the first, gives the second's answer to:"
        : "No set of up to \(Prose.count(comparison.triedSize, "difference")) accounts for:"
    }
    let parts = first.map { comparison.differences[$0].brief(names[0], names[other], pair(other)) }
    let words = Prose.list(parts, atMost: 4)
    let size =
      first.count == 1
      ? "One difference accounts" : "It takes \(Prose.number(first.count)) differences together to account"
    let more =
      accounts.count == 1
      ? "" : " (and \(Prose.count(accounts.count - 1, "other set")) of this size would do as well)"
    return "\(size) for what follows: \(words)\(more)."
  }

  private func addAgreement(_ comparison: CaseComparison, _ other: Int, to builder: inout DocumentBuilder) {
    let agreed = comparison.conclusions.filter { $0.agrees }
    if !agreed.isEmpty {
      builder.heading("Where they agree")
      for reply in ["yes", "no", "always", "in some of what lasts", "never"] {
        let questions = agreed.filter { $0.after.words(to: $0.question, names[0]).text == reply }
          .map { $0.question.words(names[0]) }
        if questions.isEmpty { continue }
        builder.item("\(Prose.capitalized(reply)): \(questions.joined(separator: "; ")).")
      }
      for conclusion in agreed {
        if case .levels = conclusion.after {
          let levels = conclusion.after.words(to: conclusion.question, names[0])
          builder.item("\(conclusion.question.words(names[0])) \(levels).")
        }
      }
    }
    if !comparison.reworded.isEmpty {
      builder.pause()
      builder.paragraph(
        "They mean different things by \(Prose.list(comparison.reworded.map { names[0].called(.outcome, $0) })), so conclusions about that compare words, not states."
      )
    }
    if comparison.hasOtherStatusQuo {
      builder.pause()
      builder.paragraph(
        "Their status quos are different states, so conclusions about the status quo compare two states.")
    }
    if !comparison.notComparable.isEmpty {
      builder.pause()
      let questions = comparison.notComparable.map { question in
        let isOld = readings[0].subject.knows(question)
        return question.words(isOld ? names[0] : names[other])
      }
      builder.paragraph(
        "Not comparable, since only one of them knows it: \(Prose.list(questions, atMost: Self.shown)).")
    }
  }

  private func addExtent(_ comparison: CaseComparison, to builder: inout DocumentBuilder) {
    if comparison.triedCount == 0 { return }
    builder.pause()
    var text: Sentence =
      "Tried: \(Prose.count(comparison.triedCount, "set")) of the \(Prose.count(comparison.active.count, "difference")) that can change what lasts, the smallest first, each made in the first reading"
    text +=
      comparison.meaninglessCount > 0
      ? "; \(Prose.grouped(comparison.meaninglessCount)) of them make no case." : "."
    text += " An account is a smallest set that gives the second's answer."
    if comparison.isCutOff {
      text +=
        " More sets than that are not tried: all up to \(Prose.count(comparison.triedSize, "difference")) were."
    }
    if let limit = comparison.limit { text += " Not all was tried: \(limit.words)." }
    builder.paragraph(text)
  }

  private func addMore(_ count: Int, to builder: inout DocumentBuilder) {
    if count > 0 { builder.remark("And \(Prose.grouped(count)) more; \(Sentence.inJSON) lists them.") }
  }
}

extension Case {
  /// Whether a question is about something that the case has.
  func knows(_ question: Topic) -> Bool {
    switch question {
    case .matter(.option(let id)): conflict.options.contains { $0.id == id }
    case .matter(.outcome(let id)): outcomes.contains { $0.id == id }
    case .matter(.joint(let id)): jointOptions.contains { $0.id == id }
    case .levels(let id): conflict.levelOptions.contains { $0.id == id }
    default: true
    }
  }
}

extension Reply {
  /// The answer for a column of a table.
  fileprivate func short(to topic: Topic, _ names: Names) -> Sentence {
    switch self {
    case .expectation(.permitted): "some"
    case .partly(let some, let all): "\(Prose.grouped(some)) of \(Prose.grouped(all))"
    case .nothingLasts: "–"
    default: words(to: topic, names)
    }
  }
}
