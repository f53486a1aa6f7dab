internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// Why the status quo stays or not, and how it is liked beside what could last, as pictures.
extension SolveReport {
  /// In so many states ranks are counted for a picture that nobody asked for.
  private static let rankedStates = 1 << 12

  /// The argument why a state does not last, or what holds the first who could gain.
  func addArgument(about state: State, to builder: inout DocumentBuilder) {
    guard let sense, hasReasons,
      let verdict = Verdict(on: state, under: sense, in: solution, options.control),
      let actor = verdict.leaving.first ?? verdict.tempted.first,
      let certificate = verdict.reasons(actor), let chain = names.argument(certificate)
    else { return }
    builder.figure(.chain(chain), caption: names.caption(certificate))
  }

  /// Where the status quo and the outcomes that could last stand with each actor.
  func addStanding(to builder: inout DocumentBuilder) {
    guard let sense, hasReasons, solution.states.count <= Self.rankedStates else { return }
    let show = ShowReport(case: subject, solution: solution, what: .preferences)
    guard var ladder = show.ladder else { return }
    let lasting = solution.equilibria(sense)
    let kept = subject.outcomes.filter {
      !solution.states(where: $0.condition).intersection(lasting).isEmpty
    }
    ladder.rungs.removeAll { rung in
      !rung.isPresent && !kept.contains { rung.name.phrases.first?.reference == .outcome($0.id) }
    }
    guard var figure = ladder.figure(names) else { return }
    // Nothing beside it says as much.
    figure.isIllustration = false
    builder.pause()
    builder.figure(
      .ladder(figure),
      caption:
        "Where the status quo and each outcome that could last stand with each actor: place 1 is what it likes best; an outcome of several situations reaches from its best to its worst."
    )
  }
}
