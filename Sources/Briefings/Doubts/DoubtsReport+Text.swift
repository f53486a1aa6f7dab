internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Stability

extension DoubtsReport {
  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The report for people: what is in doubt, what holds whatever it turns out to
  /// be, and what hangs on which doubt.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    if subject.document.title != nil { builder.title(names.title) }
    builder.about(headed: "What lasts whatever is in doubt")
    if let limit = answer.limit {
      builder.paragraph("\(Sentence("This is not all: \(limit.words).", .caution)) \(extent)")
    } else if let typesLimit, !isTooLargeForTypes {
      builder.paragraph(
        "\(Sentence("This is not all: \(typesLimit.words).", .caution)) \(typesUndecided).")
    }
    if answer.limit != nil || typesLimit != nil && !isTooLargeForTypes { builder.pause() }
    let lead = lead
    let inFull = names.inFull(lead)
    builder.add(lead, seeing: names.further([.explain, .solve, .sensitivity]), explaining: inFull)
    builder.paragraph(scope)
    if !passedOver.isEmpty { builder.remark(passedOver.sentencePassingOver) }
    let listed = doubts.list.prefix(Self.listedLines).map { sentence($0) }
    let shown = Self.fitting(listed, on: Lead.screen - Lead.lines(of: lead) - Lead.lines(of: inFull.text))
    for doubt in listed.prefix(shown) { builder.item(doubt) }
    builder.add(dayOf: subject)
    if shown < doubts.list.count {
      builder.more("What else is in doubt") { add(rest: Array(listed.dropFirst(shown)), to: &$0) }
    }
    builder.more("What lasts in how many of the ways") { inner in
      for count in answer.concepts { add(count, to: &inner) }
    }
    builder.more("If the actors in doubt do not know either") { addTypes(to: &$0) }
    builder.more("How strongly") { addStrength(to: &$0) }
    if isTooLargeForTypes {
      builder.pause()
      builder.paragraph(
        typesUndecided
          + ": that compares each state with each, and is done for up to \(Prose.grouped(UncertainStability.stateLimit)) states."
      )
    }
    return builder.document
  }

  /// How many of what is in doubt is told at once: what fits on a screen with so many lines left for it, and
  /// for what it says besides.
  private static func fitting(_ listed: [Sentence], on lines: Int) -> Int {
    // Title, scope, pointers, what more there is, and the lines between them.
    var room = lines - 12
    let shown = listed.prefix { sentence in
      room -= Lead.lines(of: sentence.text, indent: 4)
      return room >= 0
    }
    return max(shown.count, 1)
  }

  private func add(rest: [Sentence], to builder: inout DocumentBuilder) {
    for doubt in rest { builder.item(doubt) }
    if doubts.list.count > Self.listedLines {
      builder.item(
        "and \(Prose.grouped(doubts.list.count - Self.listedLines)) more; \(Sentence.inJSON) lists them all.")
    }
  }

  /// Whether the types were passed over because there are too many states for them.
  private var isTooLargeForTypes: Bool {
    if answer.limit == nil, case .states? = typesLimit { true } else { false }
  }

  private var typesUndecided: Sentence {
    "Which states last if the actors do not know their wishes either, and how strongly, was not decided"
  }

  /// How far the work came before a limit was reached.
  private var extent: Sentence {
    let begun = answer.concepts.filter { $0.examined.count > 0 }
    if begun.isEmpty { return "No completion was gone through yet." }
    let parts: [Sentence] = begun.map { count in
      let done = isComplete(count) ? "all" : Prose.grouped(count.examined.count)
      return "\(done) under \(count.concept.word)"
    }
    let whole =
      switch answer.method {
      case .all: doubts.completionCount == 1 ? "1 completion" : "\(completionCount) completions"
      case .sample(let size, _): "\(Prose.count(size, "completion")) to be drawn"
      }
    return "Of \(whole), these were gone through: \(Prose.list(parts))."
  }

  private var completionCount: String {
    doubts.completionCount.map { Prose.grouped($0) } ?? "more than 10^38"
  }

  /// How much is in doubt and how it was gone through.
  private var scope: Sentence {
    if doubts.list.isEmpty {
      return
        "To put something in doubt, mark a statement that may be absent with 'sure: no', write statements whose order is not known as a list of their own, or name pairs of states under 'unknown' beside a ranking."
    }
    let things = Prose.count(doubts.list.count, "thing")
    let isAre = doubts.list.count == 1 ? "is" : "are"
    let start: Sentence = "\(Prose.capitalized(things)) that the actors want \(isAre) in doubt"
    if doubts.completionCount == 1 { return start + ", but there is only one way to settle it:" }
    switch answer.method {
    case .all:
      return
        "\(start), which may be settled in \(completionCount) ways. \(answer.limit == nil ? "All" : "Not all") of these were gone through:"
    case .sample(let size, let seed):
      return
        "\(start), which may be settled in \(completionCount) ways. Of these \(Prose.grouped(size)) \(answer.limit == nil ? "were drawn" : "were to be drawn") at random (seed \(String(seed))), each as likely as the others; shares are given with their interval of 95 % confidence:"
    }
  }

  // MARK: One concept

  private func add(_ count: DoubtsCount, to builder: inout DocumentBuilder) {
    let examined = count.examined.count
    builder.heading("Under \(count.concept.word)")
    builder.paragraph(
      Sentence("(\(count.concept.gloss(beside: [])))", .aside, to: .concept(count.concept.rawValue)))
    if !isComplete(count) {
      builder.paragraph("Only \(Prose.grouped(examined)) completions were gone through before the end.")
    }
    builder.paragraph(summary(count))
    if let sentence = whatever(count) { builder.paragraph(sentence) }
    for sentence in statusQuo(count) { builder.paragraph(sentence) }
    addOutcomes(count, to: &builder)
    addStates(count, to: &builder)
  }

  private func summary(_ count: DoubtsCount) -> Sentence {
    let examined = count.examined.count
    let always = count.states.values.count { $0.count == examined }
    let sometimes = count.states.count - always
    var sentences: [Sentence] = []
    if doubts.isEmpty {
      sentences.append(
        "\(Prose.capitalized(Prose.count(always, "state"))) \(always == 1 ? "lasts" : "last").")
      return sentences[0]
    }
    if answer.isOfSets {
      return
        "There are \(Prose.count(states.count, "feasible state")), too many to be listed, so this is told of the present and of outcomes. \(same(count))"
    }
    sentences.append(
      "Of \(Prose.count(states.count, "feasible state")), \(Prose.grouped(always)) \(always == 1 ? "lasts" : "last") in every completion\(extent(count)), \(Prose.grouped(sometimes)) in some and \(Prose.grouped(states.count - always - sometimes)) in none."
    )
    sentences.append(same(count))
    if count.withoutEquilibrium > 0 {
      sentences.append(
        count.withoutEquilibrium == examined
          ? "Nothing lasts in any of them."
          : "In \(Prose.grouped(count.withoutEquilibrium)) (\(Self.percent(Double(count.withoutEquilibrium) / Double(examined)))) nothing lasts at all."
      )
    }
    return sentences.joined(separator: " ")
  }

  /// In how many completions the same lasts as in the case as written.
  private func same(_ count: DoubtsCount) -> Sentence {
    let (same, examined) = (count.sameAsWritten, count.examined.count)
    if same == examined {
      return
        "What lasts\(answer.isOfSets ? " of these" : "") is the same in all of them, so the doubts make no difference."
    }
    return
      "What lasts\(answer.isOfSets ? " of these" : "") is exactly what lasts in the case as written in \(Prose.grouped(same)) of \(Prose.grouped(examined)) (\(Self.percent(Double(same) / Double(examined))))."
  }

  private func statusQuo(_ count: DoubtsCount) -> [Sentence] {
    guard let statusQuo = subject.statusQuo else { return [] }
    return statusQuo.completions.prefix(Self.namedStates).compactMap { state in
      guard let position = states.position(of: state) else { return nil }
      let share = count.share(at: position)
      if doubts.isEmpty {
        return "The status quo, \(names.state(state)), \(share.count > 0 ? "lasts" : "does not last")."
      }
      let reading: Sentence = statusQuo.completions.count > 1 ? "The status quo, if it is" : "The status quo,"
      let reason = hangsOn(share, in: count)
      return
        "\(reading) \(names.state(state)), lasts in \(words(share, of: count.examined.count))\(reason.isEmpty ? "" : ": \(reason)")."
    }
  }

  private func addOutcomes(_ count: DoubtsCount, to builder: inout DocumentBuilder) {
    if subject.outcomes.isEmpty || doubts.isEmpty { return }
    var list = Table(head: ["outcome", "as written", "lasts in", "hangs most on"])
    for (outcome, share) in zip(subject.outcomes, count.outcomes) {
      let isWritten = isWritten(outcome, count)
      list.add([
        Sentence(outcome.name.printable, to: .outcome(outcome.id)), isWritten ? "lasts" : "no",
        words(share, of: count.examined.count),
        hangsOn(share, in: count),
      ])
    }
    builder.pause()
    builder.table(list)
  }
}
