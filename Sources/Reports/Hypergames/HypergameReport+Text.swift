internal import Analyses
internal import CaseFile
internal import ConflictModel
internal import Stability

extension HypergameReport {
  /// How many states are told one by one in each list.
  private static let shown = 5

  /// The answer for people.
  public func text(_ style: Style = Style()) -> String {
    var builder = TextBuilder(style)
    builder.heading("What lasts when each actor acts on the conflict as it sees it")
    builder.paragraph(scope)
    for actor in readers {
      if let sentence = blindness(of: actor) { builder.paragraph(sentence) }
    }
    addLasting(to: &builder)
    var calm: [Int] = []
    for actor in hypergame.surprises.indices {
      let surprise = hypergame.surprises[actor]
      if surprise.broken.isEmpty, surprise.unexpected.isEmpty {
        calm.append(actor)
      } else {
        add(surprise, of: actor, to: &builder)
      }
    }
    builder.gap()
    if !calm.isEmpty {
      let isAll = calm.count == hypergame.surprises.count
      builder.paragraph(
        isAll ? "Nobody would be surprised." : "Nothing here would surprise \(names.actors(calm)).")
    }
    builder.paragraph(explanation)
    return builder.text
  }

  /// Who sees what.
  private var scope: String {
    if readers.isEmpty {
      return
        "Every actor sees the conflict as it is: no actor of this case 'perceives' anything else. What lasts is what solve finds."
    }
    let others = hypergame.views.indices.filter { hypergame.views[$0].isTrue }
    let start =
      "\(Prose.sentenceStart(names.actors(readers))) would act on \(readers.count == 1 ? "a view" : "views") of \(readers.count == 1 ? "the conflict that differs" : "the conflict that differ") from it"
    return start
      + (others.isEmpty ? "." : "; \(names.actors(others)) would act on the conflict as it is written.")
  }

  private func blindness(of actor: Int) -> String? {
    let view = hypergame.views[actor]
    let imagined = view.solution.states.count { hypergame.truth.states.position(of: $0) == nil }
    var parts: [String] = []
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

  private func addLasting(to builder: inout TextBuilder) {
    let (count, concept) = (hypergame.equilibria.count, hypergame.concept.rawValue)
    builder.heading("What lasts under \(concept)")
    builder.add(
      Prose.wrap("(\(hypergame.concept.gloss(beside: [])))", width: builder.style.width).map(
        builder.style.dim))
    let what =
      count == 0
      ? "No state lasts"
      : "\(Prose.capitalized(Prose.count(count, "state"))) \(count == 1 ? "lasts" : "last")"
    builder.paragraph("\(what): seen by every actor, each of whom would stay, judging by its own view.")
    if !readers.isEmpty { builder.paragraph(comparison) }
    if let sentence = statusQuo { builder.paragraph(sentence) }
    addStates(hypergame.equilibria.map { hypergame.truth.states[$0] }, to: &builder) { state in
      "\(Prose.sentenceStart(names.full(state)))" + content(state) + "."
    }
  }

  private func content(_ state: State) -> String {
    names.isGraph ? "" : ": \(names.content(of: state))"
  }

  /// What the views change.
  private var comparison: String {
    let (own, all) = (Set(hypergame.equilibria), Set(trueEquilibria))
    if own == all { return "If all saw the conflict as it is, the same would last." }
    let both = own.intersection(all).count
    if all.isEmpty { return "If all saw the conflict as it is, nothing would." }
    let shared =
      both == 0
      ? "none of these among them"
      : both == own.count ? "all of these among them" : "\(Prose.grouped(both)) of these among them"
    return "If all saw the conflict as it is, \(Prose.count(all.count, "state")) would last"
      + (own.isEmpty ? "." : ", \(shared).")
  }

  private var statusQuo: String? {
    guard let state = hypergame.subject.statusQuo?.state,
      let position = hypergame.truth.states.position(of: state)
    else { return nil }
    if hypergame.equilibria.contains(position) {
      return "The status quo, \(names.state(state)), is among them."
    }
    let (movers, blind) = departures(from: state)
    var reasons: [String] = []
    if !movers.isEmpty {
      reasons.append("\(names.actors(movers)) would move away")
    }
    if !blind.isEmpty { reasons.append("it is unseen by \(names.actors(blind))") }
    return "The status quo, \(names.state(state)), does not last: \(Prose.list(reasons))."
  }

  private func departures(from state: State) -> (movers: [Int], blind: [Int]) {
    var (movers, blind): ([Int], [Int]) = ([], [])
    for actor in hypergame.views.indices {
      let game = hypergame.views[actor].solution
      guard let position = game.states.position(of: state) else {
        blind.append(actor)
        continue
      }
      if !game.isStable(hypergame.concept, actor: actor, position: position) { movers.append(actor) }
    }
    return (movers, blind)
  }

  // MARK: Surprises

  private func add(_ surprise: Hypergame.Surprise, of actor: Int, to builder: inout TextBuilder) {
    let name = names.actor(actor)
    builder.heading("What would surprise \(name)")
    if !surprise.broken.isEmpty {
      let expected = hypergame.views[actor].solution.equilibria(hypergame.concept).count
      builder.paragraph(
        expected == 1
          ? "\(Prose.sentenceStart(name)) would expect 1 state to last, and it does not."
          : "\(Prose.sentenceStart(name)) would expect \(Prose.count(expected, "state")) to last, of which \(Prose.grouped(surprise.broken.count)) \(surprise.broken.count == 1 ? "does" : "do") not. \(tally(surprise.broken))"
      )
      let broken = Dictionary(uniqueKeysWithValues: surprise.broken.map { ($0.state, $0) })
      addStates(surprise.broken.map(\.state), to: &builder) { state in
        broken[state].map(sentence) ?? ""
      }
    }
    if !surprise.unexpected.isEmpty {
      let count = surprise.unexpected.count
      builder.paragraph(
        "\(Prose.capitalized(Prose.count(count, "state"))) \(count == 1 ? "lasts" : "last") that \(name) would not expect to last."
      )
      let unexpected = Dictionary(uniqueKeysWithValues: surprise.unexpected.map { ($0.state, $0) })
      addStates(surprise.unexpected.map(\.state), to: &builder) { state in
        unexpected[state].map { sentence($0, of: actor) } ?? ""
      }
    }
  }

  /// Who upsets how many of them.
  private func tally(_ broken: [Hypergame.Broken]) -> String {
    let parts = hypergame.views.indices.compactMap { mover -> String? in
      let count = broken.count { $0.movers.contains(mover) }
      return count == 0 ? nil : "\(names.actor(mover)) from \(Prose.grouped(count))"
    }
    return parts.isEmpty ? "" : "Expected to stay, in truth these would move away: \(Prose.list(parts))."
  }

  private func sentence(_ broken: Hypergame.Broken) -> String {
    var reasons: [String] = []
    if !broken.isFeasible { reasons.append("it cannot come about") }
    if !broken.movers.isEmpty {
      let movers = broken.movers.map {
        "\(names.actor($0)) would move away\(move($0, seenBy: $0, from: broken.state))"
      }
      reasons.append(movers.joined(separator: "; "))
    }
    if !broken.blind.isEmpty { reasons.append("it is unseen by \(names.actors(broken.blind))") }
    return
      "\(Prose.sentenceStart(names.full(broken.state))): in truth \(reasons.joined(separator: ", and "))."
  }

  private func sentence(_ unexpected: Hypergame.Unexpected, of actor: Int) -> String {
    let movers = unexpected.movers.map {
      "\(names.actor($0)) to move away\(move($0, seenBy: actor, from: unexpected.state))"
    }
    return
      "\(Prose.sentenceStart(names.full(unexpected.state))): expected was \(movers.joined(separator: "; "))."
  }

  private func addStates(
    _ states: [State], to builder: inout TextBuilder, _ words: (State) -> String
  ) {
    for state in states.prefix(Self.shown) { builder.item(words(state)) }
    if states.count > Self.shown {
      builder.paragraph(
        "And \(Prose.count(states.count - Self.shown, "state")) more; --json lists all.", indent: 2)
    }
  }

  private var explanation: String {
    "Each actor's stability is decided in the conflict as it sees it, where it takes the others to see the same. A state that somebody does not see is no equilibrium: \(hypergame.unseenCount == 0 ? "there is none such here" : "\(Prose.count(hypergame.unseenCount, "state")) here \(hypergame.unseenCount == 1 ? "is" : "are") unseen by somebody")."
  }
}
