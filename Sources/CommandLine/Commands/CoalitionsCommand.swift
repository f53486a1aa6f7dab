internal import ArgumentParser
import Analyses
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente coalitions`
struct CoalitionsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "coalitions",
    abstract: "Find out what actors could upset together that none upsets alone.",
    usage: "entente coalitions <case> [<options>]",
    discussion: """
      Looks at every state that lasts while all act alone, and at every coalition of two or more: could \
      its members, moving in turns, come to a state that each of them likes better, and could the others \
      spoil that? Prints what survives, who could upset what, and by which moves.

      Examples:
        entente coalitions first.yaml
        entente coalitions first.yaml --concept seq
        entente coalitions first.yaml --coalition upper,lower --json

      Exit codes: 0 all looked at, 2 the input is wrong, 3 a limit was reached (what was found is \
      printed), 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "Look at this coalition only, as in --coalition seoul,washington. May be repeated.",
      valueName: "actors"))
  var coalition: [NameList] = []

  @Option(
    help: ArgumentHelp(
      "In which sense states last: nash, gmr, smr, seq, or all; the others have no version for coalitions.",
      valueName: "names"),
    completion: .list(Concept.coalitional.map(\.rawValue) + ["all"]))
  var concept = NameList(["all"])

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .coalitions }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concepts = try coalitional()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    var chosen: [Coalition]?
    if !coalition.isEmpty {
      var list: [Coalition] = []
      for names in coalition {
        let one = Coalition(try names.actors(of: subject.conflict))
        if !list.contains(one) { list.append(one) }
      }
      if let single = list.firstIndex(where: { $0.members.count < 2 }) {
        throw .argument(
          "'\(coalition[single].names.joined(separator: ","))' is no coalition",
          hint: "name two actors or more, with commas between")
      }
      for one in list {
        if let bound = Self.bound(of: one, under: concepts, among: subject.conflict.actors) {
          throw .bound(bound, subject.document)
        }
      }
      chosen = list
    } else if subject.conflict.actors.count > Coalition.maximumActorCount {
      let count = subject.conflict.actors.count
      let bound = Bound(
        kind: .actors, count: count, most: Coalition.maximumActorCount,
        words:
          "the case has \(count) actors, and all coalitions are looked at up to \(Coalition.maximumActorCount)",
        remedy: "name the coalitions that matter with --coalition")
      throw .bound(bound, subject.document)
    }
    let answer: Coalitions
    let graph: StateGraph
    do {
      graph = try StateGraph(subject.conflict, limits: session.limits, control: session.control)
      answer = graph.coalitions(chosen, under: concepts, control: session.control)
    } catch {
      session.clearProgress()
      throw .limit(session.limit(error.limit), subject.document)
    }
    session.clearProgress()
    let report = CoalitionsReport(case: subject, graph: graph, answer: answer)
    var response = Response(
      errors: json || allowance.quiet ? "" : answer.limit?.remedy ?? "", status: ExitStatus(answer.limit))
    if json {
      response.stream = session.stream { report.write(to: $0) }
    } else {
      response.output = report.text(session.style).endingInNewline
    }
    return response
  }

  /// What makes a coalition too much to look at, if anything.
  private static func bound(
    of coalition: Coalition, under concepts: [Concept], among actors: [Actor]
  ) -> Bound? {
    let possible = coalition.concepts(of: actors.count)
    if possible.isEmpty {
      return Bound(
        kind: .actors, count: actors.count, most: Coalition.largestActorCount,
        words:
          "the case has \(actors.count) actors, and coalitions are looked at up to \(Coalition.largestActorCount)"
      )
    }
    guard concepts.contains(where: { !possible.contains($0) }) else { return nil }
    let members = coalition.members.map { actors[$0].id }.joined(separator: ", ")
    let others = actors.count - coalition.members.count
    return Bound(
      kind: .actors, count: others, most: Coalition.maximumOthersCount,
      words:
        "under seq every coalition of the others may answer; \(members) leave \(others) others, and at most \(Coalition.maximumOthersCount) are looked at",
      remedy: "leave seq out: --concept nash,gmr,smr")
  }

  private func coalitional() throws(Failure) -> [Concept] {
    let isAll = concept.names.contains { $0.lowercased() == "all" }
    let chosen = isAll ? Concept.coalitional : try concept.concepts()
    if let other = chosen.first(where: { !Concept.coalitional.contains($0) }) {
      throw .argument(
        "'\(other.rawValue)' has no version for coalitions",
        hint: "nash, gmr, smr and seq have")
    }
    return chosen
  }
}
