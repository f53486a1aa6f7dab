internal import CaseFile
package import ConflictModel
package import Stability

/// What lasts whatever is in doubt about the wishes?
package struct DoubtsQuestion: Question {
  package static let table = QuestionTable(
    "doubts", format: "entente.doubts",
    abstract: "Find out what lasts whatever is in doubt about the wishes.",
    discussion: """
      A statement with 'sure: no' may be absent, statements in a list of their own stand in an order not \
      known, and 'unknown' beside a ranking names pairs of states of which the better one is not known. \
      Prints in how many of all ways to settle this each state and each outcome lasts, and on which doubt \
      that hangs most; then what lasts if the actors do not know their own wishes (the four types of \
      stability under unknown preference), and what is held strongly, where statements matter 'much'.

      Up to a million completions are all gone through; of more, a sample is drawn. Where there are too \
      many states to be listed, it is told of the present and of outcomes alone: of all completions up to \
      4,096, else of a sample of 400 unless more are asked for.
      """,
    examples: [
      "doubts first.yaml", "doubts first.yaml --concept nash,seq",
      "doubts first.yaml --samples 50000 --seed 7", "doubts first.yaml --json",
    ],
    done: "counted", part: "what was counted is printed", moment: "before anything in doubt was counted",
    parameters: [
      Parameter(
        "concept", .concepts(of: Concept.allCases), standard: "seq", value: "names",
        "In which sense: nash, gmr, smr, seq, sseq, sim, or all."),
      Parameter(
        "samples", .count(1...10_000_000), standard: String(DoubtsRequest.samples), value: "count",
        "Draw so many completions where there are more than a million."),
      Parameter("seed", .number, standard: "1", value: "number", "What determines which are drawn."),
    ],
    needsNoList: true,
    // Of the catalogue, seq takes 0.9 s at most, and all six concepts 4.3 s; a sample takes time for each
    // completion drawn.
    isLong: { ($0.count("samples") ?? 0) > 1000 || ((try? $0.concepts("concept").count) ?? 1) > 1 })

  private let concepts: [Concept]
  /// Nil where nothing was said of it.
  private let samples: UInt64?
  private let seed: UInt64

  package init(_ arguments: Arguments) throws(Failure) {
    concepts = try arguments.concepts("concept")
    samples = arguments.isGiven("samples") ? arguments.number("samples") : nil
    seed = arguments.number("seed") ?? 1
  }

  /// What was counted of a case's doubts.
  package struct Answer: Answering {
    /// What is in doubt.
    package var doubts: Doubts
    /// In how many completions things last.
    package var count: DoubtsAnswer
    /// The states and moves of the case; nil where there are more than can be listed.
    package var graph: StateGraph?
    /// The states of the case.
    package var states: FeasibleStates
    /// What is stable when the doubtful actors do not know their own wishes either;
    /// nil when nothing is unknown, or it was not worked out.
    package var unknown: UncertainStability?
    /// What is strongly stable in the case as written; nil when nothing matters much,
    /// or it was not worked out.
    package var strength: StrongStability?
    /// The equilibria of the case as written, under concepts that `strength` is about.
    package var weak: [Concept: Selection] = [:]
    /// Why `unknown` or `strength` was not worked out, or nil.
    package var typesLimit: Limit?
    /// Senses asked about that so many states leave out.
    package var passedOver: [Concept] = []

    /// Too many states for the types leave the counts as they are.
    package var limit: Limit? {
      if count.limit == nil, case .states? = typesLimit { return nil }
      return count.limit ?? typesLimit
    }
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    let asked = try subject.defined(concepts)
    let concepts = try subject.decidable(asked, work)
    let doubts: Doubts
    do { doubts = try Doubts(of: subject) } catch { throw .wrong(error) }
    let states = try subject.states(work)
    if !states.isListed {
      var answer = try answer(of: doubts, concepts, over: states, work)
      answer.passedOver = asked.filter { concept in !answer.count.concepts.contains { $0.concept == concept }
      }
      return answer
    }
    let graph: StateGraph
    do {
      graph = try StateGraph(subject.conflict, limits: work.limits, control: work.control)
    } catch {
      throw .limit(work.limit(error.limit), subject.document)
    }
    let request = DoubtsRequest(
      concepts: concepts, samples: samples ?? DoubtsRequest.samples, seed: seed)
    let count = doubts.count(request, in: graph, control: work.control)
    var answer = Answer(doubts: doubts, count: count, graph: graph, states: graph.states)
    // What was told of the counting would begin anew.
    if count.limit == nil { answer.decideTypes(work.control.silent) }
    return answer
  }

  private func answer(
    of doubts: Doubts, _ concepts: [Concept], over states: FeasibleStates, _ work: Work
  ) throws(Failure) -> Answer {
    let decidable = concepts.filter { $0 != .sim }
    if decidable.isEmpty { try doubts.subject.require(.sim, over: states) }
    let request = DoubtsRequest(
      concepts: decidable, samples: samples ?? SetDoubtsCounter.samples, seed: seed)
    do {
      let count = try doubts.count(request, over: states, memory: work.freeBytes, control: work.control)
      return Answer(doubts: doubts, count: count, graph: nil, states: states)
    } catch {
      throw .limit(work.limit(error.limit), doubts.subject.document)
    }
  }
}

extension DoubtsQuestion.Answer {
  /// Decides stability under unknown preference, and strong stability, where the
  /// case has a use for them.
  fileprivate mutating func decideTypes(_ control: Control) {
    guard let graph else { return }
    do throws(StateGraph.Stopped) {
      if !doubts.isEmpty {
        unknown = try graph.solveUnknown(control: control, relation: doubts.relations(among: graph.states))
      }
      if doubts.hasStrength {
        let found = try graph.solveStrength(control: control, relation: doubts.strengths(among: graph.states))
        let orders = try graph.orders(control: control)
        for concept in UncertainStability.concepts where concept != .nash {
          guard let lasting = graph.equilibria(concept, under: orders, control: control) else {
            throw StateGraph.Stopped(limit: control.shouldStop() ?? .interrupted)
          }
          weak[concept] = lasting
        }
        strength = found
      }
    } catch {
      typesLimit = error.limit
    }
  }
}
