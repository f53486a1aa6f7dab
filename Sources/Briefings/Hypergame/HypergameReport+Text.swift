internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Stability

extension HypergameReport {
  /// How many states are told one by one in each list.
  private static let shown = 5

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The answer for people.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title("What lasts when each actor acts on the conflict as it sees it")
    builder.about([names.title])
    let lead = lead
    builder.add(lead, seeing: names.further([.sensitivity]), explaining: names.inFull(lead))
    builder.add(dayOf: hypergame.subject)
    builder.paragraph(explanation)
    builder.more("Who sees what") { inner in
      inner.paragraph(scope)
      for actor in readers {
        if let sentence = blindness(of: actor) { inner.paragraph(sentence) }
      }
    }
    builder.more("What lasts") { addLasting(to: &$0) }
    builder.more("Who would be surprised") { addSurprises(to: &$0) }
    return builder.document
  }

  private func addSurprises(to builder: inout DocumentBuilder) {
    var calm: [Int] = []
    for group in groups {
      let surprise = hypergame.surprises[group[0]]
      if surprise.isNone {
        calm += group
      } else {
        add(surprise, of: group, to: &builder)
      }
    }
    calm.sort()
    builder.pause()
    if !calm.isEmpty {
      let isAll = calm.count == hypergame.surprises.count
      builder.paragraph(
        isAll ? "Nobody would be surprised." : "Nothing here would surprise \(names.actors(calm)).")
    }
  }

  /// That states which an actor does not see are no view of its own.
  private var misperception: String {
    hypergame.subject.document.actors.contains { !$0.misperceives.isEmpty }
      ? " (an actor neither enters nor leaves a state that it 'misperceives', and the others see that)" : ""
  }

  /// Who sees what.
  private var scope: Sentence {
    if readers.isEmpty {
      return
        "Every actor sees the conflict as it is: no actor of this case 'perceives' anything else\(misperception). What lasts is what \(Sentence("solve", to: .question(word: "solve", arguments: []))) finds."
    }
    let others = hypergame.views.indices.filter { hypergame.views[$0].isTrue }
    let start: Sentence =
      "\(names.capitalized(names.actors(readers))) would act on \(readers.count == 1 ? "a view" : "views") of \(readers.count == 1 ? "the conflict that differs" : "the conflict that differ") from it"
    return start
      + (others.isEmpty ? "." : "; \(names.actors(others)) would act on the conflict as it is written.")
  }

  private func blindness(of actor: Int) -> Sentence? {
    let view = hypergame.views[actor]
    let imagined = view.solution.states.count { hypergame.truth.states.position(of: $0) == nil }
    var parts: [Sentence] = []
    if view.unseenCount > 0 {
      parts.append(
        "\(Prose.grouped(view.unseenCount)) of the \(Prose.count(hypergame.truth.states.count, "feasible state")) would be unseen by \(names.actor(actor))"
      )
    }
    if imagined > 0 {
      parts.append(
        "\(Prose.count(imagined, "state")) that \(imagined == 1 ? "is" : "are") not feasible would seem so to \(names.actor(actor))"
      )
    }
    return parts.isEmpty ? nil : Prose.capitalized(Prose.list(parts)) + "."
  }

  private func addLasting(to builder: inout DocumentBuilder) {
    let (count, concept) = (hypergame.equilibria.count, hypergame.concept.word)
    builder.heading("What lasts under \(concept)")
    builder.paragraph(
      Sentence("(\(hypergame.concept.gloss(beside: [])))", .aside, to: .concept(hypergame.concept.rawValue)))
    let what = "\(Prose.capitalized(Prose.count(count, "state"))) \(count == 1 ? "lasts" : "last")"
    builder.paragraph(
      count == 0
        ? "No state lasts, that is, there is none that every actor sees and would stay in, judging by its own view."
        : "\(what): seen by every actor, each of whom would stay, judging by its own view.")
    if !readers.isEmpty { builder.paragraph(comparison) }
    for sentence in statusQuos { builder.paragraph(sentence) }
    addStates(of: hypergame.equilibria, to: &builder) { state in
      "\(names.capitalized(names.full(state)))" + content(state) + "."
    }
  }

  private func content(_ state: State) -> Sentence {
    names.isGraph ? "" : ": \(names.content(of: state))"
  }

  /// What the views change.
  private var comparison: Sentence {
    let (own, all) = (hypergame.equilibria, trueEquilibria)
    if own == all { return "If all saw the conflict as it is, the same would last." }
    let both = own.intersection(all).count
    if own.isEmpty, all.count == 1 { return "If all saw the conflict as it is, 1 state would last." }
    if all.isEmpty { return "If all saw the conflict as it is, nothing would." }
    let shared: Sentence
    if own.count == 1 {
      shared = both == 1 ? "this one among them" : "and not this one"
    } else {
      shared =
        both == 0
        ? "none of these among them"
        : both == own.count ? "all of these among them" : "\(Prose.grouped(both)) of these among them"
    }
    return "If all saw the conflict as it is, \(Prose.count(all.count, "state")) would last"
      + (own.isEmpty ? "." : ", \(shared).")
  }

  /// The fate of each state that the status quo may be.
  private var statusQuos: [Sentence] {
    (hypergame.subject.statusQuo?.completions ?? []).prefix(8).compactMap(fate(ofStatusQuo:))
  }

  private func fate(ofStatusQuo state: State) -> Sentence? {
    guard let position = hypergame.truth.states.position(of: state) else { return nil }
    if hypergame.equilibria.contains(position) {
      return
        hypergame.equilibria.count == 1
        ? "It is the status quo." : "The status quo, \(names.state(state)), is among them."
    }
    let (movers, blind) = hypergame.departures(from: state)
    var reasons: [Sentence] = []
    if !movers.isEmpty {
      reasons.append("\(names.actors(movers)) would move away")
    }
    if !blind.isEmpty { reasons.append("it is unseen by \(names.actors(blind))") }
    return "The status quo, \(names.state(state)), does not last: \(Prose.list(reasons))."
  }

  // MARK: Surprises

  /// The actors, those who see the case as it is together, since the same would
  /// surprise them.
  private var groups: [[Int]] {
    let others = hypergame.views.indices.filter { hypergame.views[$0].isTrue }
    return readers.map { [$0] } + (others.isEmpty ? [] : [others])
  }

  private func add(_ surprise: Hypergame.Surprise, of group: [Int], to builder: inout DocumentBuilder) {
    let (actor, name) = (group[0], names.actors(group))
    builder.heading("What would surprise \(name)")
    if !surprise.broken.isEmpty {
      let expected = hypergame.views[actor].solution.equilibria(hypergame.concept).count
      let each = group.count > 1 ? "Each" : names.capitalized(name)
      let broken = surprise.broken.count
      builder.paragraph(
        "\(each) would expect \(Prose.count(expected, "state")) to last, and \(Self.failing(broken, of: expected))."
          + tally(expectedBy: actor))
      addStates(of: surprise.broken, to: &builder) { sentence(hypergame.broken(at: $0)) }
    }
    if !surprise.unexpected.isEmpty {
      let count = surprise.unexpected.count
      builder.paragraph(
        "\(Prose.capitalized(Prose.count(count, "state"))) \(count == 1 ? "lasts" : "last") that \(name) would not expect to last."
      )
      addStates(of: surprise.unexpected, to: &builder) { sentence(unexpected: $0, by: actor) }
    }
  }

  /// That so many of the states expected do not last, as the end of a sentence.
  private static func failing(_ broken: Int, of expected: Int) -> Sentence {
    if broken < expected { return "\(Prose.grouped(broken)) of them \(broken == 1 ? "does" : "do") not" }
    return expected == 1 ? "it does not" : expected == 2 ? "neither of them does" : "none of them does"
  }

  /// Who upsets how many of them.
  private func tally(expectedBy actor: Int) -> Sentence {
    var counts = [Int](repeating: 0, count: hypergame.views.count)
    for broken in hypergame.broken(expectedBy: actor) {
      for mover in broken.movers { counts[mover] += 1 }
    }
    let parts = counts.indices.compactMap { mover -> Sentence? in
      counts[mover] == 0 ? nil : "\(names.actor(mover)) from \(Prose.grouped(counts[mover]))"
    }
    return parts.isEmpty ? "" : " Expected to stay, but moving away in truth: \(Prose.list(parts))."
  }

  private func sentence(_ broken: Hypergame.Broken) -> Sentence {
    var reasons: [Sentence] = []
    if !broken.isFeasible { reasons.append("it cannot come about") }
    if !broken.movers.isEmpty {
      let movers: [Sentence] = broken.movers.map {
        "\(names.actor($0)) would move away\(move($0, seenBy: $0, from: broken.state))"
      }
      reasons.append(movers.joined(separator: "; "))
    }
    if !broken.blind.isEmpty { reasons.append("it is unseen by \(names.actors(broken.blind))") }
    return
      "\(names.capitalized(names.full(broken.state))): in truth \(reasons.joined(separator: ", and "))."
  }

  private func sentence(unexpected state: State, by actor: Int) -> Sentence {
    let movers: [Sentence] = hypergame.movers(from: state, expectedBy: actor).map {
      "\(names.actor($0)) would have been expected to move away\(move($0, seenBy: actor, from: state))"
    }
    return "\(names.capitalized(names.full(state))): \(movers.joined(separator: "; "))."
  }

  /// The states one by one; of many, one for each outcome.
  private func addStates(
    of selection: Selection, to builder: inout DocumentBuilder, _ words: (State) -> Sentence
  ) {
    if selection.count <= Self.shown {
      for state in selection.members { builder.item(words(state)) }
      return
    }
    var groups: [(outcomes: [Sentence], first: State, count: Int)] = []
    for state in selection.members {
      let outcomes = names.outcomes(state)
      if let index = groups.firstIndex(where: { $0.outcomes == outcomes }) {
        groups[index].count += 1
      } else {
        groups.append((outcomes, state, 1))
      }
    }
    for group in groups.prefix(Self.shown) {
      let others = group.count - 1
      let kind = group.outcomes.isEmpty ? "that no outcome names" : "of the same outcome"
      builder.item(
        words(group.first) + (others == 0 ? "" : " And \(Prose.count(others, "state")) more \(kind)."))
    }
    let left = groups.dropFirst(Self.shown).reduce(0) { $0 + $1.count }
    let rest = left == 0 ? "" : "And \(Prose.count(left, "state")) more of other outcomes. "
    builder.remark("\(rest)\(Prose.capitalized(.inJSON)) lists all.")
  }

  private var explanation: Sentence {
    "Each actor's stability is decided in the conflict as it sees it, where it takes the others to see the same. A state that somebody does not see cannot last: \(hypergame.unseenCount == 0 ? "there is none such here" : "\(Prose.count(hypergame.unseenCount, "state")) here \(hypergame.unseenCount == 1 ? "is" : "are") unseen by somebody")."
  }
}
