package import CaseFile
package import ConflictModel
package import Stability

/// What could actors upset together that none upsets alone?
package struct CoalitionsQuestion: Question {
  package static let table = QuestionTable(
    "coalitions", format: "entente.coalitions",
    abstract: "Find out what actors could upset together that none upsets alone.",
    discussion: """
      Looks at every state that lasts while all act alone, and at every coalition of two or more: could \
      its members, moving in turns, come to a state that each of them likes better, and could the others \
      spoil that? Prints what survives, who could upset what, and by which moves.
      """,
    examples: [
      "coalitions first.yaml", "coalitions first.yaml --concept seq",
      "coalitions first.yaml --coalition upper,lower --json",
    ],
    done: "all looked at", part: "what was found is printed", moment: "before any coalition was looked at",
    parameters: [
      Parameter(
        "coalition", .names, naming: .actors, isRepeated: true, value: "actors",
        "Look at this coalition only, as in --coalition seoul,washington. May be repeated."),
      Parameter(
        "concept", .concepts(of: Concept.coalitional), standard: "all",
        value: "names",
        "In which sense states last: nash, gmr, smr, seq, or all; the others have no version for coalitions."),
    ])

  private let coalitions: [String]
  private let concepts: [Concept]

  package init(_ arguments: Arguments) throws(Failure) {
    coalitions = arguments.texts("coalition")
    let isAll = arguments.names("concept").contains { $0.lowercased() == "all" }
    concepts = isAll ? Concept.coalitional : try arguments.concepts("concept")
    if let other = concepts.first(where: { !Concept.coalitional.contains($0) }) {
      throw .argument(
        "'\(other.rawValue)' has no version for coalitions", hint: "nash, gmr, smr and seq have",
        about: "concept", other.rawValue)
    }
  }

  /// What coalitions could upset in a case.
  package struct Answer: Answering {
    /// The case.
    package var subject: Case
    /// Its states and moves.
    package var graph: StateGraph
    /// What was found.
    package var coalitions: Coalitions
    package var limit: Limit?
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    let chosen = try chosen(in: subject)
    do {
      let graph = try StateGraph(subject.conflict, limits: work.limits, control: work.control)
      let found = graph.coalitions(chosen, under: concepts, control: work.control)
      return Answer(subject: subject, graph: graph, coalitions: found, limit: found.limit)
    } catch {
      throw .limit(work.limit(error.limit), subject.document)
    }
  }

  /// The coalitions asked about; nil for all.
  private func chosen(in subject: Case) throws(Failure) -> [Coalition]? {
    let actors = subject.conflict.actors
    if coalitions.isEmpty {
      if actors.count <= Coalition.maximumActorCount { return nil }
      let bound = Bound(
        kind: .actors, count: actors.count, most: Coalition.maximumActorCount,
        words:
          "the case has \(actors.count) actors, and all coalitions are looked at up to \(Coalition.maximumActorCount)",
        remedy: "name the coalitions that matter with --coalition")
      throw .bound(bound, subject.document)
    }
    var list: [Coalition] = []
    for names in coalitions {
      let one = Coalition(try subject.actors(listedIn: names, by: "coalition"))
      if one.members.count < 2 {
        throw .argument(
          "'\(names)' is no coalition", hint: "name two actors or more, with commas between",
          about: "coalition", names)
      }
      if !list.contains(one) { list.append(one) }
    }
    for one in list {
      if let bound = bound(of: one, among: actors) { throw .bound(bound, subject.document) }
    }
    return list
  }

  /// What makes a coalition too much to look at, if anything.
  private func bound(of coalition: Coalition, among actors: [Conflict.Actor]) -> Bound? {
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
}
