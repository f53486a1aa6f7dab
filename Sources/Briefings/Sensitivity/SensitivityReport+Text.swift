internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents

extension SensitivityReport {
  /// So many lines of a screen are left to tell why judgements turn it, with what else is shown at once.
  private func roomForWhys(_ lead: [Block], besides marks: Figure.Marks?, _ notes: Sentence) -> Int {
    let caption = 2
    let tried = 3
    // Title, headings, pointers, what more there is, and the lines between them.
    var lines = 9 + Lead.lines(of: lead) + tried + (subject.dayNotes.isEmpty ? 0 : 3)
    if !notes.isEmpty { lines += 1 + Lead.lines(of: notes.text) }
    if let marks {
      lines += caption + 2
      for row in marks.rows { lines += 1 + row.label.text.count / 50 }
    }
    return Lead.screen - lines
  }

  /// How many sets of two and more are told one by one.
  private static let setsShown = 8

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The answer for people: first what to paste into a briefing, then what it rests
  /// on and what was tried.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title(title)
    builder.about([names.title])
    guard let holds = answer.holds else {
      builder.add(dayOf: subject)
      builder.paragraph(
        answer.limit.map { "Nothing could be told: \($0.words)." }
          ?? "The claim has no meaning in this case: its state is not feasible, or no state is.")
      return builder.document
    }
    let whys = whys(of: told)
    let lead = lead(holds)
    let marks = self.marks(isShort: true)
    let labels = marks?.figure.rows.map { $0.label } ?? []
    let room = roomForWhys(lead, besides: marks?.figure, names.inFull(lead, and: labels))
    let reasons = reasons(whys, lines: room)
    let notes = [idlePairs, definitions, names.inFull(lead, and: reasons + labels)].filter { !$0.isEmpty }
    builder.add(lead, seeing: names.further([.explain, .solve]), explaining: notes.joined(separator: " "))
    if !reasons.isEmpty {
      builder.heading(holds ? "Why that would end it" : "Why that would change it")
      for reason in reasons { builder.item(reason) }
    }
    if let (figure, caption) = judgementsFigure() {
      builder.figure(.judgements(figure), caption: caption)
    }
    if let marks { builder.figure(.marks(marks.figure), caption: marks.caption) }
    addTried(to: &builder)
    builder.add(dayOf: subject, afterGap: true)
    builder.more("What is claimed") { inner in
      if let state = claimedState {
        let content: Sentence = names.isGraph ? "" : ": \(names.content(of: state))"
        inner.paragraph("That is \(names.full(state))\(content).")
        if let doubt = names.doubtAboutStatusQuo(state) { inner.paragraph(doubt) }
      }
      inner.paragraph(verdict(holds))
    }
    builder.more("Every judgement that can turn it") {
      if let (figure, caption) = self.marks(isShort: false) { $0.figure(.marks(figure), caption: caption) }
    }
    builder.more("What turns it") { inner in
      let way: Sentence =
        answer.setCounts.count > 1 ? " Pairs and more were tried that hold no smaller set that does it." : ""
      inner.paragraph(edits + way)
      addSingles(holds, whys, to: &inner)
      for size in answer.setCounts.indices.dropFirst() { addSets(of: size + 1, holds, whys, to: &inner) }
      addIndifferent(to: &inner)
    }
    builder.more("Where that stands in the sources") { addPlaces(to: &$0) }
    return builder.document
  }

  /// Which pairs would not turn the claim of those that the lead seems to speak of, where they are few.
  private var idlePairs: Sentence {
    guard let idle = answer.sides?.idle, !idle.isEmpty, idle.count <= 2 else { return "" }
    let names = names.inShort
    let each: [Sentence] = idle.map { "\(names.judged($0.first)) with \(names.judged($0.second))" }
    let which: Sentence = idle.count == 1 ? "The pair that would not" : "The pairs that would not"
    return "\(which): \(each.joined(separator: "; "))."
  }

  /// What the definitions stand for that the lead names.
  private var definitions: Sentence {
    guard let sides = answer.sides else { return "" }
    let conditions = (sides.first + sides.second).compactMap { edit -> ConditionText? in
      guard case .statement(let actor, let index) = edit.target else { return nil }
      return subject.statements(of: actor)[index].that
    }
    return names.definitions(in: conditions)
  }

  /// What the report is about.
  var title: Sentence {
    if case .lasts(let state) = answer.claim.content, names.presents.contains(state) {
      return "What the verdict on the present rests on"
    }
    return names.words(answer.claim, true).map { "What this claim rests on: \($0)" }
      ?? "What the claim \(Prose.quoted(answer.claim.words)) rests on"
  }

  /// The sets of edits that are told one by one and said why of: for each judgement that turns the claim
  /// alone the most natural edit, else the sets that the lead tells of.
  var told: [[Int]] {
    guard let size = answer.smallestSize else { return [] }
    if size == 1 { return deciding.map { [$0.first] } }
    return groups(ofSize: size).prefix(Self.setsShown).map { plainest($0) }
  }

  /// Why a set turns the claim, as a further sentence.
  func why(_ set: [Int], _ whys: Whys) -> Sentence {
    whys[set].map { " \(names.why($0, about: answer.claim))" } ?? ""
  }

  private var claimedState: State? {
    if case .lasts(let state) = answer.claim.content { state } else { nil }
  }

  /// What would become of the claim.
  private static func other(_ holds: Bool) -> String { holds ? "false" : "true" }

  private func verdict(_ holds: Bool) -> Sentence {
    let lead: Sentence = "As the case stands, the claim is \(holds ? "true" : "false"). "
    let other = Self.other(holds)
    let tried = answer.completeSizes
    let (idle, all) = indifferent
    guard let size = answer.smallestSize else {
      switch tried {
      case 0: return lead + "No edit was tried to the end."
      case 1: return lead + "No edit of one judgement makes it \(other)."
      default:
        return lead
          + "No edit of one judgement makes it \(other), nor do any \(Prose.number(tried)) together."
      }
    }
    let count = answer.minimalSets.count { $0.count == size }
    if size == 1 {
      return lead
        + "It takes one edit to make it \(other): \(Prose.count(all - idle.count, "judgement")) of the \(all) that can be edited \(all - idle.count == 1 ? "decides" : "decide") it alone, in \(Prose.count(count, "way"))."
    }
    let proof = size - 1 <= tried ? "No edit of one judgement makes it \(other)" : "So far"
    return lead
      + "\(proof)\(size > 2 ? ", nor do any two together" : ""); it takes \(Prose.number(size)), and \(Prose.count(count, "set")) of \(Prose.number(size)) would do."
  }

  /// Judgements that decide the claim alone, under headings by basis.
  private func addSingles(_ holds: Bool, _ whys: Whys, to builder: inout DocumentBuilder) {
    let groups = groups(ofSize: 1)
    var basis: Int?
    for group in groups {
      let judgement = answer.edits[group.sets[0][0]].judgement
      if basis != judgement.firmness {
        basis = judgement.firmness
        builder.heading(Self.heading(judgement))
      }
      let edits = group.sets.map { answer.edits[$0[0]] }
      let changes = Prose.list(edits.map { names.change($0) }, "or")
      let subject = names.capitalized(names.subject(of: edits[0]))
      builder.item(
        "\(subject) (\(names.citation(of: edits[0]))): were it \(changes), the claim would be \(Self.other(holds)).\(why(plainest(group), whys))"
      )
    }
  }

  private static func heading(_ judgement: Judgement) -> Sentence {
    if judgement.isDisputed { return "Decided alone by what evidence speaks against" }
    return switch judgement.basis {
    case .assumed: "Decided alone by what is assumed"
    case .inferred: "Decided alone by what is inferred"
    case nil: "Decided alone by what has no basis given"
    case .reported: "Decided alone by what a source reports"
    case .said: "Decided alone by what a source says"
    }
  }

  /// Sets that flip the claim only as a whole.
  private func addSets(of size: Int, _ holds: Bool, _ whys: Whys, to builder: inout DocumentBuilder) {
    let groups = groups(ofSize: size)
    if groups.isEmpty { return }
    let word = Prose.number(size)
    let count = groups.reduce(0) { $0 + $1.sets.count }
    builder.heading("\(Prose.capitalized(word)) edits that make it \(Self.other(holds)) only together")
    let noun = size == 2 ? ("pair", "pairs") : ("set of \(word)", "sets of \(word)")
    builder.paragraph(
      "\(Prose.count(groups.count, noun.0, noun.1)) of judgements, in \(Prose.count(count, "way"))\(groups.count > Self.setsShown ? "; the \(Self.setsShown) least well founded" : ""):"
    )
    for group in groups.prefix(Self.setsShown) {
      let set = plainest(group)
      let edits = set.map { answer.edits[$0] }
      let parts: [Sentence] = edits.map {
        "\(names.subject(of: $0)) (\(names.citation(of: $0))) \(names.change($0))"
      }
      let more =
        group.sets.count > 1 ? " (and \(Prose.count(group.sets.count - 1, "other way", "other ways")))" : ""
      builder.item("\(names.capitalized(Prose.list(parts)))\(more).\(why(set, whys))")
    }
  }

  private func addPlaces(to builder: inout DocumentBuilder) {
    let places = places
    guard let size = answer.smallestSize, !places.isEmpty else { return }
    let parts = places.map { "\($0.place) (\(Prose.count($0.count, "judgement")))" }
    builder.pause()
    builder.paragraph(
      "What the smallest \(size == 1 ? "edits" : "sets") change comes from \(Prose.list(parts, atMost: 8)).")
  }

  /// The judgements that no single edit makes matter.
  private func addIndifferent(to builder: inout DocumentBuilder) {
    let (idle, all) = indifferent
    guard !idle.isEmpty, idle.count < all, answer.completeSizes > 0 else { return }
    builder.heading("What matters in no single edit: \(idle.count) of \(Prose.count(all, "judgement"))")
    for actor in subject.conflict.actors.indices {
      let own = idle.filter { $0.judgement.actor == actor }
      if own.isEmpty { continue }
      builder.item("\(names.actor(actor)): \(Prose.list(merged(own))).")
    }
    let shared = idle.filter { $0.judgement.actor == nil }
    if !shared.isEmpty { builder.item("Besides: \(Prose.list(merged(shared))).") }
  }
}

extension SensitivityReport {
  /// `statement 1, statement 2, statement 3` as `statements 1–3`, each text once.
  private func merged(_ edits: [Edit]) -> [Sentence] {
    var result: [Sentence] = []
    var (statements, rules): ([Numbered], [Numbered]) = ([], [])
    for edit in edits {
      let reference = Reference.judgement(edit.judgement.id)
      switch edit.target {
      case .statement(_, let index): statements.append((index + 1, reference))
      case .rule, .requirement: rules.append((edit.judgement.index + 1, reference))
      default: result.append(Sentence(names.brief(edit), to: reference))
      }
    }
    let numbered = [("statement", statements), ("rule", rules)].filter { !$0.1.isEmpty }
    return numbered.map { word, numbers in
      "\(word)\(numbers.count == 1 ? "" : "s") \(Prose.list(Self.ranges(numbers)))"
    } + result.withoutRepeats
  }

  private typealias Numbered = (number: Int, reference: Reference)

  /// Rising numbers, three and more in a row as a range.
  private static func ranges(_ numbers: [Numbered]) -> [Sentence] {
    var parts: [Sentence] = []
    var start = 0
    while start < numbers.count {
      var end = start
      while end + 1 < numbers.count, numbers[end + 1].number == numbers[end].number + 1 { end += 1 }
      let ends = numbers[start...end].map { Sentence("\($0.number)", to: $0.reference) }
      parts += end - start >= 2 ? ["\(ends[0])–\(ends[end - start])"] : ends
      start = end + 1
    }
    return parts
  }
}

extension [Sentence] {
  /// The sentences, of those with the same words the first.
  fileprivate var withoutRepeats: [Sentence] {
    var seen: Set<String> = []
    return filter { seen.insert($0.text).inserted }
  }
}

extension SensitivityReport {
  /// What an edit may be, of what cases of this form have.
  private var edits: Sentence {
    subject.document.isGraphForm
      ? "An edit drops, negates or moves a statement or a tier of a ranking, flips an event, or takes away a move."
      : "An edit drops, negates or moves a statement, a weight or a tier of a ranking, flips an event, drops a rule, or makes an option one-way or removes it."
  }
}
