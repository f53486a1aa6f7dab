internal import CaseFile
package import ConflictModel
package import Documents
internal import Notation
package import Questions
internal import Stability

/// What it takes for something to last where there are more states than can be listed, for people and as the
/// `entente.requirements` document.
package struct SetRequirementsReport: Documented {
  private let subject: Case
  private let answer: SetRequirements
  private let names: Names
  private let ways: WaysToLast

  /// A report on what was found; `reasons` finds out why edits make it last, if anybody may.
  init(case subject: Case, _ answer: SetRequirements, reasons: FlipReasons?) {
    (self.subject, self.answer) = (subject, answer)
    names = Names(subject, states: answer.states)
    ways = WaysToLast(
      subject: subject, names: names, target: answer.target, concept: answer.concept, edits: answer.edits,
      reasons: reasons)
  }

  /// Of so many sets of edits it is said why they would do.
  private static let whyLimit = 6

  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title(ways.heading)
    builder.about([names.title])
    if let limit = answer.limit {
      builder.paragraph("\(Sentence("This is not all: \(limit.words).", .caution)) \(tried)")
    }
    guard let shown = answer.shown else {
      builder.add(dayOf: subject)
      if answer.limit == nil { builder.paragraph("No feasible state belongs to it, so it cannot last.") }
      return builder.document
    }
    let whys = ways.whys(of: ways.natural, atMost: Self.whyLimit)
    let lead = lead(shown, whys)
    builder.add(
      lead, seeing: names.further([.explain, .solve, .sensitivity]), explaining: names.inFull(lead))
    builder.paragraph(answer.concept.inParentheses(answer.concept.gloss(beside: [])))
    builder.add(dayOf: subject, afterGap: true)
    builder.more("What is looked at") { inner in
      inner.paragraph("In \(names.again(shown)): \(names.content(of: shown)).")
      if case .outcome = answer.target {
        inner.paragraph("It is one of the \(Prose.count(answer.count, "state")) in question.")
      }
      if let doubt = names.doubtAboutStatusQuo(shown) { inner.paragraph(doubt) }
      inner.paragraph(
        "All that each actor would have to want is told where states can be compared one by one; there are \(Prose.count(answer.states.count, "state"))."
      )
    }
    if answer.edits != nil { builder.more("The nearest preferences") { ways.add(whys, to: &$0) } }
    return builder.document
  }

  /// How far the work came before a limit was reached.
  private var tried: Sentence {
    guard let tried = answer.edits?.tried.reduce(0, +), tried > 0 else {
      return "What edits would do was not yet tried."
    }
    return "\(Prose.count(tried, "set")) of edits \(tried == 1 ? "was" : "were") tried."
  }

  // MARK: The lead

  private func lead(_ shown: State, _ whys: WaysToLast.Whys) -> [Block] {
    var lead = Lead()
    if answer.lasts {
      lead.add(ways.lasting)
      addOthers(to: &lead)
      return lead.blocks
    }
    lead.add(
      "\(ways.title(names)) does not last now. \(change(names))",
      orShorter: "\(ways.title(names.inShort)) does not last now. \(change(names.inShort))")
    if let set = ways.natural.first, let why = whys[set] {
      lead.goOn(names.why(why, about: ways.claim), orShorter: names.inShort.why(why, about: ways.claim))
    }
    lead.goOn(names.doubtAboutPresent(shown), rank: 1, orShorter: names.inShort.doubtAboutPresent(shown))
    addOthers(to: &lead)
    if answer.leaving.isEmpty { return lead.blocks }
    let form: Sentence = ways.isOne || answer.count == 1 ? "" : " of \(names.oneWithoutName(shown))"
    lead.add("What stands in the way\(form):")
    for leaving in answer.leaving {
      func words(_ names: Names) -> Sentence {
        let why = names.wish(subject.conflict.compare(leaving.actor, leaving.target, with: shown))
        return
          "\(names.actor(leaving.actor)), which would gain by \(names.change(from: shown, to: leaving.target)).\(why.isEmpty ? "" : " \(why).")"
      }
      lead.item(words(names), orShorter: words(names.inShort))
    }
    return lead.blocks
  }

  private func change(_ names: Names) -> Sentence {
    if let change = ways.change(names) { return change }
    let tried = answer.edits?.tried ?? []
    // What was cut off was not gone through.
    let complete = answer.limit == nil ? tried.count : tried.count - 1
    if complete < 1 {
      return answer.limit == nil
        ? "No change of a judgement was tried." : "What would make it last was not found out."
    }
    let several = ["one", "one or two", "one, two or three"][min(complete, 3) - 1]
    let rest: Sentence =
      answer.limit != nil
      ? "; not all sets of \(Prose.number(complete + 1)) were tried"
      : complete == 1 ? "; \(Sentence.parameter("size", "a larger size")) tries pairs" : ""
    return
      "No change of \(several) \(complete == 1 ? "judgement" : "judgements") on what actors want makes it last (\(Prose.count(tried.prefix(complete).reduce(0, +), "change")) tried\(rest))."
  }

  private func addOthers(to lead: inout Lead) {
    if names.presents.count > 2 {
      lead.goOn(names.others(answer.others.map { ($0.state, $0.lasts) }))
      return
    }
    for (state, lasts) in answer.others {
      lead.add("\(names.caseOfPresent(state)), \(names.verdict(lasts, beside: answer.lasts)).")
    }
  }

  // MARK: For programs

  /// The `entente.requirements` document, as Documentation/JSON.md describes it.
  func json() -> JSONValue {
    var members = ways.head
    members += [
      .init("complete", .bool(answer.limit == nil)), .init("lasts", .bool(answer.lasts)), .init("states", []),
    ]
    if let shown = answer.shown {
      let leaving = answer.leaving.map { leaving -> JSONValue in
        [
          "actor": .string(subject.conflict.actors[leaving.actor].id),
          "to": .object(names.identity(of: leaving.target)),
        ]
      }
      members.append(
        .init(
          "inSets",
          [
            "count": .integer(answer.count), "state": .object(names.identity(of: shown)),
            "equilibrium": .bool(answer.lasts), "leaving": .array(leaving),
          ]))
    }
    if let limit = answer.limit { members.append(.init("limit", limit.json)) }
    members += ways.json(answer.others)
    if let edits = ways.json { members.append(.init("edits", edits)) }
    return .object(members)
  }
}
