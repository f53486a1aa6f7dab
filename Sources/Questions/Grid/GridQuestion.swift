internal import CaseFile
internal import ConflictModel
internal import Stability

/// What lasts in which world, and what decides it?
package struct GridQuestion: Question {
  package static let table = QuestionTable(
    "grid", format: "entente.worlds",
    abstract: "Solve a case in every world: what lasts where, and what decides it.",
    discussion: """
      A world is one combination of the events, the actors' profiles and, where the status quo is unsure, \
      of what it may be. Prints what lasts in every world and in none, what decides the rest, and the \
      worlds in groups that agree. Without --vary everything varies that the case has; what --given, --on \
      and --profile set stays as it is.
      """,
    examples: [
      "grid first.yaml", "grid first.yaml --vary events --concept nash", "grid first.yaml --json",
    ],
    done: "done", part: "what was found is printed", moment: "before any world was solved",
    parameters: [
      Parameter(
        "vary", .names, naming: .variables, otherwise: "all that can", value: "names",
        "What varies: events, profiles, status-quo, single events or actors."),
      .concept("In which sense things last: nash, gmr, smr, seq, sseq or sim."),
      Parameter(
        "max-worlds", .count(1...mostWorlds), standard: "4096", value: "count",
        "Take on at most so many worlds."),
    ], needsNoList: true)

  /// No grid has more worlds, whatever is asked for: each is held until the end.
  private static let mostWorlds = 1_000_000

  private let varying: String?
  private let concept: Concept
  private let most: Int

  package init(_ arguments: Arguments) throws(Failure) {
    varying = arguments.text("vary")
    concept = try arguments.concept("concept")
    most = arguments.count("max-worlds") ?? Self.mostWorlds
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Worlds {
    let document = subject.cases[0].document
    let subject = try subject.meaning(work)
    try subject.require(concept)
    _ = try subject.decidable([concept], work)
    var dimensions = subject.dimensions
    if let varying {
      let words = try subject.ids(listedIn: varying, among: [.event, .actor], by: "vary")
      do { dimensions = try subject.dimensions(named: words) } catch { throw .wrong(error) }
    }
    try refuseTooMany(dimensions, of: document)
    // Two may be at work at the same time, and more are small.
    var request = work.request([concept], heldAtOnce: 2)
    request.needsTables = false
    do {
      return try Worlds(
        document, given: subject.given, profiles: subject.profiles, varying: dimensions,
        request: request, control: work.control)
    } catch {
      throw Failure(error, in: document)
    }
  }

  private func refuseTooMany(_ dimensions: [Worlds.Dimension], of document: CaseDocument) throws(Failure) {
    var count = 1
    for dimension in dimensions {
      let (product, overflows) = count.multipliedReportingOverflow(by: dimension.values.count)
      count = overflows ? .max : product
    }
    if count <= most { return }
    let words = count == .max ? "more worlds than can be counted" : "\(count) worlds"
    let bound = Bound(
      kind: .worlds, count: count == .max ? nil : count, most: most,
      words: "that makes \(words), and at most \(most) are taken on",
      remedy: "name fewer with --vary, settle some with --given or --profile, or raise --max-worlds")
    throw .bound(bound, document)
  }
}

extension Worlds: Answering {}
