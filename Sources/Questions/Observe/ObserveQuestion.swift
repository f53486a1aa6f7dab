internal import CaseFile
package import ConflictModel
internal import Notation
internal import Stability

/// Which observations would tell readings apart?
package struct ObserveQuestion: Question {
  package static let table = QuestionTable(
    "observe", format: "entente.observe", about: .cases(least: 1),
    abstract: "Find the observations that would tell readings apart.",
    discussion: """
      Readings are several cases (a base and its overlays, say), the first case with other profiles or \
      events (--reading), or with each of an actor's profiles in turn (--vary). For every option, level \
      and outcome it says whether it is implied, permitted or excluded in each reading: true in every, \
      some or no state that lasts there. Then come the observations, alone and in pairs, on which the \
      readings differ, the sharpest first.
      """,
    examples: [
      "observe first.yaml --vary drought", "observe first.yaml --reading drought=yes --concept nash",
      "observe base.yaml hawk.yaml dove.yaml --json",
    ],
    done: "done", part: "what was found is printed", moment: "before the readings were solved",
    parameters: [
      Parameter(
        "reading", .assignments, naming: .readings, isRepeated: true, value: "name=value",
        "A further reading of the first case: profiles and events, as in seoul=moon,trial=yes. May be repeated."
      ),
      Parameter(
        "vary", .text, naming: .variable, isRepeated: true, value: "name",
        "A further reading of the first case for each profile of this actor, or for the other value of this event. May be repeated."
      ),
      .concept("In which sense states last: nash, gmr, smr, seq, sseq or sim."),
    ])

  /// Assignments, and what was said of which parameter for them to be made.
  private struct Variation {
    var list: [Assignment]
    var argument: ArgumentPlace
  }

  private let readings: [Variation]
  private let varying: [String]
  private let concept: Concept

  package init(_ arguments: Arguments) throws(Failure) {
    readings = arguments.texts("reading").map { text in
      Variation(list: Assignment.list(in: text) ?? [], argument: ArgumentPlace("reading", text))
    }
    varying = arguments.texts("vary")
    concept = try arguments.concept("concept")
  }

  /// What tells readings apart.
  package struct Answer: Answering {
    /// The readings, each solved under the concept.
    package var readings: [Reading]
    /// How they differ.
    package var separation: Separation
    package var limit: Limit? { separation.limit }
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let cases = try cases(of: subject, work)
    if cases.count < 2 {
      throw .argument("there is one reading only", hint: "name another case, or use --reading or --vary")
    }
    var readings: [Reading] = []
    for (index, (name, subject)) in cases.enumerated() {
      try subject.require(concept)
      let solution = work.solve(
        subject.conflict, [concept], naming: [concept], as: .part(index, of: cases.count))
      if let limit = work.limit(solution.limit) { throw .limit(limit, subject.document) }
      readings.append(Reading(name: name, subject: subject, solution: solution))
    }
    let separation = Separation(of: readings, under: concept, control: work.control)
    return Answer(readings: readings, separation: separation)
  }

  /// The readings with what they are called, the cases as written first.
  private func cases(of subject: Subject, _ work: Work) throws(Failure) -> [(name: String, subject: Case)] {
    var found: [(name: String, subject: Case)] = []
    for (written, meaning) in zip(subject.cases, try subject.meanings(work)) {
      found.append((name: written.name, subject: meaning))
    }
    let document = subject.cases[0].document
    for variation in readings + (try variations(of: document, now: found[0].subject)) {
      let (list, argument) = (variation.list, variation.argument)
      var events: [String: Bool] = [:]
      var profiles: [String: String] = [:]
      var called: [String] = []
      for written in list {
        var assignment = written
        let thing = try found[0].subject.thing(
          named: written.name, among: [.event, .actor], by: argument.parameter)
        assignment.name = thing?.id ?? written.name
        guard document.events.contains(where: { $0.id == assignment.name }) else {
          let chosen = try document.profiles(in: [assignment.name: assignment.value])
          for (actor, profile) in chosen {
            profiles[actor] = profile
            called.append("\(actor)=\(profile)")
          }
          continue
        }
        guard let truth = assignment.truth else {
          throw .argument(
            "'\(assignment.name)' is an event, and '\(assignment.value)' is neither yes nor no",
            hint: "write \(assignment.name)=yes or \(assignment.name)=no", about: argument.parameter,
            argument.value)
        }
        events[assignment.name] = truth
        called.append(assignment.text)
      }
      let name = called.joined(separator: ", ")
      do throws(Failure) {
        found.append((name: name, subject: try subject.meaning(of: 0, also: events, profiles, work: work)))
      } catch {
        // What the subject is given beside the reading was in order before.
        throw error.about(argument.parameter, argument.value)
      }
    }
    return found
  }

  /// What is to vary: one assignment for each reading.
  private func variations(of document: CaseDocument, now subject: Case) throws(Failure) -> [Variation] {
    var lists: [Variation] = []
    for written in varying {
      let name = try subject.thing(named: written, among: [.event, .actor], by: "vary")?.id ?? written
      func vary(_ value: String) {
        let argument = ArgumentPlace("vary", written)
        lists.append(Variation(list: [Assignment(name: name, value: value)], argument: argument))
      }
      if let event = subject.conflict.events.first(where: { $0.id == name }) {
        vary(event.holds ? "no" : "yes")
        continue
      }
      let actors = document.actors.filter { !$0.profiles.isEmpty }.map { $0.id }
      guard let actor = document.actors.first(where: { $0.id == name }) else {
        throw .argument(
          "no actor or event is called '\(name)'",
          hint: Suggestion.hint(for: name, among: actors + document.events.map { $0.id }, called: "names"),
          about: "vary", written)
      }
      if actor.profiles.isEmpty {
        throw .argument(
          "'\(name)' has no profiles to vary",
          hint: actors.isEmpty
            ? "no actor of this case has any" : "these have: \(actors.joined(separator: ", "))",
          about: "vary", written)
      }
      for profile in actor.profiles { vary(profile.id) }
    }
    return lists
  }
}
