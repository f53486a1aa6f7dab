internal import ConflictModel
internal import Documents
import Notation
internal import Stability

// How the answer was found, and how far the work came.
extension SolveReport {
  /// Which engine did the work in what time, and why not another.
  var engineSentences: [Sentence] {
    // A no-break space keeps the unit with its number.
    let seconds = options.seconds.map {
      Prose.decimal(thousandths: UInt64(max(0, $0 * 1000).rounded())) + "\u{A0}s"
    }
    let engine = solution.engine.rawValue
    let sentence: Sentence =
      switch limit {
      case nil: "Solved by the \(engine) engine\(seconds.map { " in \($0)" } ?? "")."
      case .memoryNeeded: "The \(engine) engine was not started."
      default: "The \(engine) engine \(seconds.map { "worked for \($0) and " } ?? "")did not finish."
      }
    return [sentence] + (solution.engineNote.map { [$0.words] } ?? [])
  }

  /// What was done before a limit was reached, in the solution or in telling it, and
  /// what was not.
  func addLimit(to builder: inout DocumentBuilder, _ limitOfText: Limit?, leavingOut parts: [String]) {
    guard let limit = limit ?? limitOfText else { return }
    builder.pause()
    builder.paragraph(
      "\(Sentence("Not finished:", .caution)) \(limit.words). \(progressSentence)"
        + (parts.isEmpty ? "" : " Left out here: \(Prose.list(parts))."))
  }

  var progressSentence: Sentence {
    guard solution.hasAllStates else {
      let count = solution.states.count
      return count == 0
        ? "No state was listed, and nothing is decided."
        : "\(Prose.count(count, "feasible state")) had been found by then, and there may be more. Nothing is decided about any of them, and they have no numbers yet."
    }
    let done = solution.isListed ? "listed" : "found"
    var text: Sentence = "All \(Prose.count(solution.states.count, "feasible state")) were \(done). "
    text +=
      solution.concepts.isEmpty
      ? "No concept was decided." : "Decided for every state: \(solution.concepts.words)."
    if !solution.undetermined.isEmpty { text += " Undetermined: \(solution.undetermined.words)." }
    return text
  }

  /// The engine for programs.
  var engineJSON: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(solution.engine.rawValue)), .init("complete", .bool(limit == nil)),
      .init("seconds", .number(((options.seconds ?? 0) * 1000).rounded() / 1000)),
    ]
    if let note = solution.engineNote { members.append(.init("note", .string(note.rawValue))) }
    if let limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }
}

extension EngineNote {
  /// Why another engine than the one to be expected did the work, as a sentence.
  var words: Sentence {
    switch self {
    case .graphForm: "The faster engines take no case with 'states'."
    case .cannot:
      "The dense and sparse engines do not take a 'cannot' that speaks of its actor's own options."
    case .needs:
      "The dense and sparse engines do not take a move that needs something of the mover's own options."
    case .manyNeeds:
      "The dense and sparse engines do not take so many options of one actor that need something."
    case .manySteps: "Sets of states would have taken longer."
    case .tooManyOptions: "The dense engine does not take so many options."
    }
  }
}
