internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Stability

extension RequirementsReport {
  /// How many demands and ways are told one by one.
  private static let (failingLimit, holdingLimit, wayLimit) = (8, 4, 5)
  /// Of so many sets of edits it is said why they would do.
  private static let whyLimit = 6

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The report for people: what each actor would have to want, what of it holds,
  /// and what would be the least change.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title(ways.heading)
    builder.about([names.title])
    if let limit = answer.limit {
      builder.paragraph("\(Sentence("This is not all: \(limit.words).", .caution)) \(extent)")
    } else if answer.isCut {
      builder.paragraph("\(Sentence("This is not all.", .caution)) \(gone)")
    }
    guard let nearest = answer.states.first else {
      builder.add(dayOf: subject)
      if answer.limit == nil { builder.paragraph("No feasible state belongs to it, so it cannot last.") }
      return builder.document
    }
    let whys = ways.whys(of: ways.natural, atMost: Self.whyLimit)
    let lead = lead(whys)
    builder.add(
      lead, seeing: names.further([.explain, .solve, .sensitivity]), explaining: names.inFull(lead))
    builder.paragraph(answer.concept.inParentheses(answer.concept.gloss(beside: [])))
    builder.add(dayOf: subject, afterGap: true)
    addRankings(to: &builder)
    builder.more("What is looked at") { inner in
      addStates(to: &inner)
      if case .state(let state) = answer.target, let doubt = names.doubtAboutStatusQuo(state) {
        inner.paragraph(doubt)
      }
    }
    builder.more("What is demanded") { add(nearest, to: &$0) }
    builder.more("The nearest preferences") { addNearest(nearest, whys, to: &$0) }
    return builder.document
  }

  /// Which states of an outcome were gone through, of more than are.
  private var gone: Sentence {
    let (looked, all) = (answer.states.count, Prose.count(answer.stateCount, "state"))
    let which = names.isFromNearest ? "the \(looked) nearest to the present" : "the first \(looked)"
    return
      "Of its \(all), \(which) were gone through one by one; figures about them are at least so many of all. Whether any of the \(Prose.grouped(answer.stateCount)) lasts, and what edits would do, is told of all."
  }

  /// How far the work came before a limit was reached.
  private var extent: Sentence {
    let (looked, total) = (answer.states.count, answer.stateCount)
    let states: Sentence =
      total == 1 && looked == 1
      ? "What it demands is known"
      : "Looked at \(looked == 1 ? "was" : "were") \(Prose.grouped(looked)) of its \(Prose.count(total, "state"))"
    if looked < total { return states + ", and no edits were tried." }
    guard !answer.lasts, let tried = answer.edits?.tried.reduce(0, +), tried > 0 else {
      return states + "; what edits would do was not yet tried."
    }
    return states + "; \(Prose.count(tried, "set")) of edits \(tried == 1 ? "was" : "were") tried."
  }

  /// For an outcome, its states by how far they are from lasting.
  private func addStates(to builder: inout DocumentBuilder) {
    guard case .outcome = answer.target else { return }
    let lasting = answer.states.filter { $0.lasts }
    let count = answer.states.count
    if !lasting.isEmpty {
      builder.paragraph(
        "It lasts now: \(answer.isCut ? "at least " : "")\(Prose.count(lasting.count, "state")) of \(count < answer.stateCount ? "the" : "its") \(Prose.grouped(count))\(count < answer.stateCount ? " looked at" : "") \(lasting.count == 1 ? "is an equilibrium" : "are equilibria"), \(Prose.list(lasting.map { names.brief(state($0.position)) }, atMost: 8)). What follows is about the first."
      )
      return
    }
    builder.paragraph(
      "\(none(of: count)) What follows is about the one that takes the least change of orders."
    )
    var list = Table(
      .list(wide: 2), head: ["state", "demands not met", "of whom", isStrict ? "exchanges" : "pairs"])
    for candidate in answer.states.prefix(6) {
      let failing = candidate.unmetCounts.indices.filter { candidate.unmetCounts[$0] > 0 }
      list.add([
        names.brief(state(candidate.position)), "\(Prose.grouped(candidate.unmetCount))",
        names.actors(failing), distance(candidate.nearest),
      ])
    }
    builder.table(list)
    if count > 6 { builder.remark("and \(Prose.count(count - 6, "state")) more.") }
  }

  private func none(of count: Int) -> Sentence {
    count < answer.stateCount && !answer.isSettled
      ? "None of the \(Prose.count(count, "state")) looked at is an equilibrium."
      : "It does not last now: none of its \(Prose.count(count, "state")) is an equilibrium."
  }

  private func distance(_ nearest: NearestOrders) -> Sentence {
    nearest.isLeast ? "\(Prose.grouped(nearest.distance))" : "\(nearest.atLeast) to \(nearest.distance)"
  }

  // MARK: What is demanded

  private func add(_ candidate: Requirements.Candidate, to builder: inout DocumentBuilder) {
    let base = state(candidate.position)
    if !names.isGraph {
      builder.paragraph("In \(names.again(base)): \(names.content(of: base)).")
    }
    if case .state = answer.target {
      builder.paragraph(
        candidate.lasts
          ? "It lasts now: all that is demanded holds."
          : "It does not last now: of \(Prose.count(candidate.requirements.reduce(0) { $0 + $1.demands.count }, "demand")), \(Prose.grouped(candidate.unmetCount)) \(candidate.unmetCount == 1 ? "is" : "are") not met."
      )
    }
    if answer.concept.needsCredibleAnswers || answer.concept == .sim {
      builder.paragraph("What the others would answer is taken from their preferences as they are.")
    }
    for requirement in candidate.requirements { add(requirement, at: candidate.position, to: &builder) }
  }

  private func add(_ requirement: Requirement, at base: Int, to builder: inout DocumentBuilder) {
    let who = names.actor(requirement.actor)
    builder.heading("What \(who) would have to want")
    if requirement.demands.isEmpty {
      let hasMoves = !answer.graph.moves(of: requirement.actor, from: base).isEmpty
      builder.paragraph(
        hasMoves ? "Nothing: it would stay whatever it wants." : "Nothing: no move from there is open to it.")
      return
    }
    let failing = requirement.demands.filter { !isMet($0, by: requirement.actor, at: base) }
    let holding = requirement.demands.filter { isMet($0, by: requirement.actor, at: base) }
    builder.paragraph("To like \(names.again(state(base))) at least as much as")
    for demand in failing.prefix(Self.failingLimit) {
      let comparison = conflict.compare(requirement.actor, state(demand.move), with: state(base))
      builder.item(
        "\(ways(of: demand, requirement.actor, base)). This is not so: \(names.again(state(demand.move))) is better, since \(names.because(comparison))."
      )
    }
    if failing.count > Self.failingLimit {
      builder.item("and \(Prose.grouped(failing.count - Self.failingLimit)) more, which is not so either.")
    }
    // What is asked about one state each is told together.
    let plain = holding.filter { $0.ways.count == 1 && $0.ways[0].notBetter.count == 1 }
    if !plain.isEmpty {
      let states = plain.map { names.again(state($0.ways[0].notBetter[0])) }
      builder.item("\(plain.count == 1 ? "" : "each of ")\(Prose.list(states, atMost: 8)). This is so.")
    }
    let others = holding.filter { $0.ways.count != 1 || $0.ways[0].notBetter.count != 1 }
    for demand in others.prefix(Self.holdingLimit) {
      let way = demand.ways.first { $0.isTrue { isBetter(requirement.actor, $0, than: base) } }!
      let by: Sentence = demand.ways.count > 1 ? " of \(names.again(state(way.answer ?? demand.move)))" : ""
      builder.item("\(ways(of: demand, requirement.actor, base)). This is so\(by).")
    }
    if others.count > Self.holdingLimit {
      builder.item("and \(Prose.grouped(others.count - Self.holdingLimit)) more of this kind, which are so.")
    }
  }

  /// The ways to meet a demand, joined by “or”.
  private func ways(of demand: Requirement.Demand, _ actor: Int, _ base: Int) -> Sentence {
    let answers = demand.ways.filter { $0.answer != nil }
    var own: Sentence = ""
    if demand.ways.contains(where: { $0.answer == nil }) {
      let change: Sentence =
        names.isGraph ? "" : " (by \(names.change(from: state(base), to: state(demand.move))))"
      own = names.again(state(demand.move)) + change
    }
    if answers.isEmpty { return own }
    if !own.isEmpty { own += ", or as much as " }
    let verb =
      answer.concept == .sim
      ? "could make of it by gains of their own at the same moment"
      : answer.concept.needsCredibleAnswers ? "would answer it with" : "could answer it with"
    let hasSecondMoves = answers.contains { $0.notBetter.count != 1 || $0.notBetter.first != $0.answer }
    let ends = answers.map { names.brief(state($0.answer!)) }
    if answers.count == 1 {
      let end = answers[0].answer!
      let more = answers[0].notBetter.filter { $0 != end }.map { names.brief(state($0)) }
      let second: Sentence =
        more.isEmpty ? "" : ", and as much as what it could then go on to, \(Prose.list(more, atMost: 6))"
      return "\(own)\(names.again(state(end))), which the others \(verb)\(second)"
    }
    let second = hasSecondMoves ? " (each with all that it could then go on to)" : ""
    return
      "\(own)one of \(Prose.grouped(answers.count)) states that the others \(verb)\(second): \(Prose.list(ends, atMost: Self.wayLimit, "or"))"
  }

  // MARK: The least change

  private func addNearest(
    _ candidate: Requirements.Candidate, _ whys: Whys, to builder: inout DocumentBuilder
  ) {
    if answer.lasts { return }
    builder.heading("The nearest preferences")
    let nearest = candidate.nearest
    let unit = isStrict ? "exchange of neighbours" : "pair of states compared otherwise"
    let units = isStrict ? "exchanges of neighbours" : "pairs of states compared otherwise"
    let proof =
      nearest.isLeast
      ? "No smaller change of anybody's order will do"
      : "A smaller change may do, but none below \(Prose.grouped(nearest.atLeast))"
    var changes: [Sentence] = []
    for (actor, lowered) in nearest.lowered.enumerated() where !lowered.isEmpty {
      let states = lowered.map { names.brief(state($0)) }
      changes.append(
        "\(names.actor(actor)) likes \(states.count == 1 ? "state" : "states") \(Prose.list(states, atMost: 12)) no better than \(names.again(state(candidate.position)))"
      )
    }
    if changes.isEmpty { changes = ["the actors' orders change elsewhere, as \(Sentence.inJSON) has it"] }
    builder.item(
      "By orders, \(Prose.count(nearest.distance, unit, units)): \(Prose.list(changes)). \(proof).")
    ways.add(whys, to: &builder)
  }

  // MARK: Rankings

  private func addRankings(to builder: inout DocumentBuilder) {
    guard let rankings = answer.rankings else { return }
    builder.heading("Of all rankings that \(names.actor(rankings.actor)) could have")
    builder.paragraph(
      "There are \(Prose.grouped(rankings.total)) without ties. With the others' preferences as they are, it lasts under so many of them:"
    )
    var list = Table(head: ["", "rankings", "share"])
    for concept in Concept.allCases {
      guard let count = rankings.counts[concept] else { continue }
      let tenths = (count * 1_000 + rankings.total / 2) / max(rankings.total, 1)
      list.add([concept.word, "\(Prose.grouped(count))", "\(tenths / 10).\(tenths % 10) %"])
    }
    builder.table(list)
  }
}
