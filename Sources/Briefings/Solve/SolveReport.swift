package import CaseFile
package import ConflictModel
internal import Documents
package import Notation
package import Questions
package import Stability

/// What was found out about a case: the one value behind what `solve` prints,
/// its JSON document and its tables.
///
///     let report = SolveReport(case: suspects, solution: suspects.conflict.solve())
///     print(report.text(Style(width: 80)))
///     print(report.json().text(pretty: true))
///
/// The report says what the solution holds and nothing else: at a limit it says
/// what was done until then.
package struct SolveReport: Documented {
  /// A part of the JSON document that is left out unless it is asked for.
  package typealias Section = SolveQuestion.Section

  /// What to report, and about which run.
  package struct Options: Sendable {
    /// Whether to list every feasible state, not only the equilibria.
    package var allStates = false
    /// Lists only states where the condition holds; counts are of all.
    package var filter: Condition?
    /// The condition in the user's words, for sentences.
    package var filterText: String?
    /// Lists states in the order of this actor's preference, the best first.
    package var sortActor: Int?
    /// The most states that are listed, or columns of the table in text.
    package var limit: Int?
    /// Lists only so many states, drawn at random.
    package var drawn: SolveQuestion.Drawn?
    /// What lasts by what some options are, if that was asked for.
    package var projection: Projection?
    /// The concepts that were asked for by their own names.
    package var named: [Concept] = []
    /// Parts of the JSON document to add.
    package var with: Set<Section> = []
    /// How long the solution took, if somebody measured it.
    package var seconds: Double?
    /// The verdicts that were verified, if that was asked for.
    package var sample: CertificateSample?
    /// How much memory the program held before it solved, in bytes. Figures of
    /// memory at a limit include it.
    package var memoryHeld: UInt64 = 0
    /// Whether it is for paper, where no command can be given.
    package var isOnPaper = false
    /// When to stop looking for reasons.
    package var control = Control()
    /// What long tables may take.
    package var tables = TableAllowance()

    /// Everything by default, nothing left out, no extra sections.
    package init() {}
  }

  /// The case with its solution.
  var solved: SolvedCase
  /// What is reported.
  package let options: Options

  /// Above so many states, a list of all options and columns would not be read.
  var largeLimit = Int(simLimit)

  let names: Names
  /// The judgements for programs, if they asked for them.
  let ledgerOfDocument: Ledger?

  /// A report on the solution of a case's conflict.
  package init(case subject: Case, solution: Solution, options: Options = Options()) {
    let solved = SolvedCase(subject, solution)
    let hasLedger = options.with.contains(.ledger) && solved.hasReasons
    self.init(
      solved, ledger: hasLedger ? Ledger(solved, control: options.control) : nil, options: options)
  }

  private init(_ solved: SolvedCase, ledger: Ledger?, options: Options) {
    self.solved = solved
    self.options = options
    ledgerOfDocument = ledger
    let solution = solved.solution
    names = Names(solved.subject, states: solution.hasAllStates ? solution.states : nil)
  }
}

extension SolveReport {
  /// Above so many states programs pass `sim` over, which takes longest by far,
  /// unless it is asked for by name.
  package static let simLimit = Work.simLimit

  /// The case.
  package var subject: Case { solved.subject }
  /// What was found out about it.
  package var solution: Solution { solved.solution }
  var conflict: Conflict { solved.conflict }
  var lasting: Selection { solved.lasting }
  var outcomeStates: [Selection] { solved.outcomeStates }
  var strongestFirst: [Concept] { solved.strongestFirst }
  var hasReasons: Bool { solved.hasReasons }
  /// The concept in whose sense the report speaks of lasting.
  var sense: Concept? { solution.sense }

  /// The concepts that people are shown first: those asked for by name, else whether anybody can
  /// gain at all, and whether it need fear answers that are to be believed.
  var shown: [Concept] {
    let wanted = options.named.isEmpty ? [.nash, .seq] : options.named
    let decided = strongestFirst.filter { wanted.contains($0) }
    return decided.isEmpty ? strongestFirst : decided
  }

  /// Whether there are so many states that tables are cut to what tells most.
  var isLarge: Bool { solution.states.count > largeLimit }

  /// Why the work ended early, with figures of memory as they are for the whole program.
  package var limit: Limit? {
    (solution.limit ?? ledgerOfDocument?.limit)?.including(memoryHeld: options.memoryHeld)
  }

  /// Of the selected states, those to list, in the order to list them.
  func listing(of selection: Selection, limit: Int?) -> Listing {
    var selection = selection
    if let filter = options.filter { selection = selection.intersection(solution.states(where: filter)) }
    let total = selection.count
    if let drawn = options.drawn { selection = selection.drawn(drawn.size, seed: drawn.seed) }
    var listing =
      if let actor = options.sortActor, solution.isWorkedOut {
        Listing(selection, of: solution, likedBy: actor, limit: limit, control: options.control)
      } else {
        Listing(selection, limit: limit)
      }
    listing.total = total
    return listing
  }

  /// The first of the states to list, those under the most demanding concepts
  /// first, and how many there are in all.
  func strongest(_ limit: Int) -> (positions: [Int], total: Int) {
    var positions: [Int] = []
    var total = 0
    for strengthClass in solved.strengthClasses {
      let listing = listing(of: strengthClass.states, limit: limit - positions.count)
      positions += listing.positions
      total += listing.total
    }
    return (positions, total)
  }
}

extension ConceptGroup {
  /// The ids with commas between.
  var label: Sentence { concepts.map { $0.word }.joined(separator: ", ") }
}

extension SolveReport: Briefing {
  package typealias Asked = SolveQuestion

  package static var furtherForms: [AnswerForm] { [.jsonl, .csv] }

  package init(_ answer: SolveQuestion.Answer, _ work: Work) {
    var options = Options()
    options.allStates = answer.allStates
    options.named = answer.named
    options.filter = answer.filter?.condition
    options.filterText = answer.filter?.words
    options.sortActor = answer.sortActor
    options.limit = answer.count
    options.drawn = answer.drawn
    options.projection = answer.projection
    options.with = answer.sections
    options.seconds = work.seconds()
    options.sample = answer.sample
    options.memoryHeld = work.heldBytes
    options.control = work.telling
    options.tables = TableAllowance(work)
    self.init(answer.solved, ledger: answer.ledger, options: options)
  }

  package func write(to reader: TextReader) -> Limit? { draft.write(to: reader) }

  /// Of more states than could be held as a table, so many are listed in a file at most.
  private static let mostRecords = 1_000_000_000

  /// A list of more states than anybody could read or any program hold.
  package func refusal(of form: AnswerForm) -> Failure? {
    guard form == .csv || form == .jsonl else { return nil }
    if options.projection != nil {
      return .argument(
        "combinations of options are told in tables and in JSON, not as \(form.rawValue)",
        hint: "the answer in JSON has them")
    }
    if solution.isListed { return nil }
    var chosen = candidates
    if let filter = options.filter { chosen = chosen.intersection(solution.states(where: filter)) }
    let count = min(chosen.count, options.limit ?? .max, options.drawn?.size ?? .max)
    let most = options.sortActor == nil ? Self.mostRecords : SolveQuestion.mostSorted
    return count <= most ? nil : SolveQuestion.tooLong(count, most, subject)
  }

  /// The states that lists are of.
  private var candidates: Selection {
    options.allStates && solution.hasAllStates ? solution.allStates : lasting
  }

  /// The states that a list in a file holds: all feasible states if so asked, else
  /// the equilibria; filtered, sorted and cut. A table has a column for each option, outcome and concept,
  /// and other lists have the objects of `equilibria` in ``json()``.
  package func records(for form: AnswerForm) -> Records? {
    let rows = rows(listing(of: candidates, limit: options.limit))
    return form == .csv ? rows.table : rows.objects
  }
}
