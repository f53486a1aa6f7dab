internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// What could last, how it would come about from today, and what would hold it.
extension BriefReport {
  /// So many kinds of situations are told of where there are no more, else fewer.
  private static let (most, few) = (3, 2)

  /// Situations that last and go by one name.
  private struct Kind {
    var name: Sentence
    var states: Selection
    /// Whether they are called by what they have in common.
    var isNamed = true
  }

  func addOutcomes(to builder: inout DocumentBuilder) {
    builder.heading("What could last, and why")
    if lasting.isEmpty {
      builder.paragraph("Nothing: from every situation somebody would leave, and nobody could spoil that.")
      return
    }
    if let (figure, caption) = solve.optionsFigure() { builder.figure(.options(figure), caption: caption) }
    let kinds = kinds
    builder.paragraph(
      answer.paths == nil
        ? "What holds each:"
        : "How each would come about from \(origin), every step a gain for whoever takes it, and what holds it then:"
    )
    let told = kinds.count > Self.most ? Self.few : Self.most
    for kind in kinds.prefix(told) { builder.item(story(of: kind)) }
    if kinds.count > told {
      let rest = kinds.dropFirst(told).map { kind -> Sentence in
        kind.name + (lasting.count == 1 ? "" : " (\(Prose.grouped(kind.states.count)))")
      }
      builder.paragraph("So could \(Prose.list(rest, atMost: 6)).")
    }
  }

  /// Where the ways begin.
  private var origin: Sentence {
    let presents = answer.solved.statusQuos
    return presents.count > 1 ? "the present \(names.variant(presents[0]))" : "the present"
  }

  /// What lasts by outcome, the nearest first, and what no outcome names; in graph form by state.
  private var kinds: [Kind] {
    if names.isGraph {
      return lasting.members.prefix(24).map { state in
        let outcomes = names.outcomes(state)
        let name = names.title(of: state) ?? names.state(state)
        return Kind(
          name: name + (outcomes.isEmpty ? "" : " (\(Prose.list(outcomes)))"),
          states: lasting.intersection(solution.states(where: .state(state))))
      }
    }
    var unnamed = lasting
    var kinds: [Kind] = []
    for (outcome, states) in answer.solved.outcomeStates.enumerated() {
      let members = lasting.intersection(states)
      if members.isEmpty { continue }
      unnamed = unnamed.subtracting(members)
      // Outcomes that hold in the same situations are told of once.
      if let same = kinds.firstIndex(where: { $0.states == members }) {
        kinds[same].name += " together with \(names.outcome(outcome))"
      } else {
        kinds.append(Kind(name: names.outcome(outcome), states: members))
      }
    }
    if let reach = answer.paths?.sections.first?.reach {
      let nearest = kinds.map { reach.nearest(of: Array($0.states)) }
      kinds = kinds.indices.sorted { left, right in
        guard let one = nearest[left], let other = nearest[right], one != other else {
          return nearest[left] == nearest[right] ? left < right : nearest[right] == nil
        }
        return reach.isPlainer(one, than: other)
      }.map { kinds[$0] }
    }
    if unnamed.count > Names.fewUnnamed {
      kinds.append(Kind(name: "Situations that no outcome names", states: unnamed, isNamed: false))
    } else {
      // Few are told of one by one, as what is taken in one is not in another.
      for state in unnamed.members {
        kinds.append(
          Kind(
            name: "A situation that no outcome names",
            states: unnamed.intersection(solution.states(where: .state(state))), isNamed: false))
      }
    }
    return kinds
  }

  private func story(of kind: Kind) -> Sentence {
    let reach = answer.paths?.sections.first?.reach
    let near = reach?.nearest(of: Array(kind.states))
    guard let example = near ?? kind.states.first(where: { _ in true }) else { return kind.name }
    let state = solution.states[example]
    var words = kind.name.inManner(.decisive)
    if lasting.count > 1, !names.isGraph {
      words += " (\(Prose.grouped(kind.states.count)) of the \(Prose.grouped(lasting.count)))"
    }
    words += way(to: near)
    if !kind.isNamed, near == nil || near != reach?.start {
      words +=
        " \(kind.states.count == 1 ? "Taken there" : "Taken in the nearest"): \(names.content(of: state))."
    }
    let place: Sentence =
      kind.states.count == 1 ? "There" : near == nil ? "In the first of them" : "In that form"
    return words + " " + hold(at: state, where: place)
  }

  /// How it would come about from today.
  private func way(to near: Int?) -> Sentence {
    guard let section = answer.paths?.sections.first else { return "." }
    guard let near else { return ": no chain of gains leads there from the present." }
    guard near != section.reach.start, let path = section.reach.path(to: near) else {
      return ": this is the present."
    }
    return ": \(names.story(path, from: solution.states[section.reach.start]))."
  }

  /// What keeps a situation that lasts.
  private func hold(at state: State, where place: Sentence) -> Sentence {
    guard let verdict = Verdict(on: state, under: concept, in: solution, control) else { return "" }
    guard let tempted = verdict.tempted.first else { return "\(place) nobody gains by a move of its own." }
    return "\(place) \(names.held(tempted, verdict))."
  }
}
