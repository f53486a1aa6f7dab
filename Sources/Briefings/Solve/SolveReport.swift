public import CaseFile
public import ConflictModel
internal import Documents
import Notation
public import Questions
public import Stability

/// What was found out about a case: the one value behind what `solve` prints,
/// its JSON document and its tables.
///
///     let report = SolveReport(case: suspects, solution: suspects.conflict.solve())
///     print(report.text(Style(width: 80)))
///     print(report.json().text(pretty: true))
///
/// The report says what the solution holds and nothing else: at a limit it says
/// what was done until then.
public struct SolveReport: Documented {
  /// A part of the JSON document that is left out unless it is asked for.
  public typealias Section = SolveQuestion.Section

  /// What to report, and about which run.
  public struct Options: Sendable {
    /// Whether to list every feasible state, not only the equilibria.
    public var allStates = false
    /// Lists only states where the condition holds; counts are of all.
    public var filter: Condition?
    /// The condition in the user's words, for sentences.
    public var filterText: String?
    /// Lists states in the order of this actor's preference, the best first.
    public var sortActor: Int?
    /// The most states that are listed, or columns of the table in text.
    public var limit: Int?
    /// Parts of the JSON document to add.
    public var with: Set<Section> = []
    /// How long the solution took.
    public var seconds: Double = 0
    /// The verdicts that were verified, if that was asked for.
    public var sample: CertificateSample?
    /// How much memory the program held before it solved, in bytes. Figures of
    /// memory at a limit include it.
    public var memoryHeld: UInt64 = 0
    /// When to stop looking for reasons.
    public var control = Control()

    /// Everything by default, nothing left out, no extra sections.
    public init() {}
  }

  /// The case.
  public let subject: Case
  /// What was found out about it.
  public let solution: Solution
  /// What is reported.
  public let options: Options

  /// From how many states on it says less.
  var bounds = Bounds()

  let names: Names
  /// The states that are an equilibrium under at least one concept.
  let lasting: Selection
  /// For each named outcome, its feasible states.
  let outcomeStates: [Selection]
  /// The judgements for programs, if they asked for them.
  private(set) var ledgerOfDocument: Ledger?

  /// A report on the solution of a case's conflict.
  public init(case subject: Case, solution: Solution, options: Options = Options()) {
    self.subject = subject
    self.solution = solution
    self.options = options
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
    lasting = solution.lasting
    outcomeStates = subject.outcomes.map { solution.states(where: $0.condition) }
    if options.with.contains(.ledger), hasReasons { ledgerOfDocument = Ledger(self) }
  }
}

extension SolveReport {
  /// Above so many states programs pass `sim` over, which takes longest by far,
  /// unless it is asked for by name.
  public static let simLimit = Work.simLimit

  /// How many states are many.
  struct Bounds: Sendable, Hashable {
    /// Above so many, a list of all options and columns would not be read.
    var large = Int(simLimit)
    /// The most that are looked at one by one, for what cannot be told of many at
    /// once; what is said then says so.
    var looked = 20_000
  }

  var conflict: Conflict { solution.conflict }

  /// Whether there are so many states that tables are cut to what tells most.
  var isLarge: Bool { solution.states.count > bounds.large }

  /// Whether moves and preferences are worked out, so that reasons can be given.
  var hasReasons: Bool { solution.hasAllStates && solution.isWorkedOut && !solution.states.isEmpty }

  /// Why the work ended early, with figures of memory as they are for the whole program.
  public var limit: Limit? {
    (solution.limit ?? ledgerOfDocument?.limit)?.including(memoryHeld: options.memoryHeld)
  }

  /// The concepts decided, the one that asks most first.
  var strongestFirst: [Concept] {
    Concept.strongestFirst.filter { solution.concepts.contains($0) }
  }

  /// The concepts under which the state at a position is an equilibrium, in the order of ids.
  func concepts(at position: Int) -> [Concept] {
    solution.concepts.filter { solution.isEquilibrium($0, position: position) }
  }

  /// Of the selected states, those to list, in the order to list them.
  func listing(of selection: Selection, limit: Int?) -> Listing {
    var selection = selection
    if let filter = options.filter { selection = selection.intersection(solution.states(where: filter)) }
    if let actor = options.sortActor, solution.isWorkedOut {
      return Listing(selection, of: solution, likedBy: actor, limit: limit)
    }
    return Listing(selection, limit: limit)
  }

  /// Concepts that have the same equilibria, strongest first; see ``strongestFirst``.
  var conceptGroups: [ConceptGroup] {
    var groups: [ConceptGroup] = []
    for concept in strongestFirst {
      let equilibria = solution.equilibria(concept)
      if let index = groups.firstIndex(where: { $0.equilibria == equilibria }) {
        groups[index].concepts.append(concept)
      } else {
        groups.append(ConceptGroup(concepts: [concept], equilibria: equilibria))
      }
    }
    return groups
  }
}

/// Concepts that agree on which states are equilibria.
struct ConceptGroup: Sendable {
  var concepts: [Concept]
  var equilibria: Selection

  /// The ids with commas between.
  var label: Sentence { concepts.map { $0.word }.joined(separator: ", ") }
}

extension SolveReport: Briefing {
  package typealias Asked = SolveQuestion

  package static var furtherForms: [AnswerForm] { [.jsonl, .csv] }

  package init(_ answer: SolveQuestion.Answer, _ work: Work) {
    var options = Options()
    options.allStates = answer.allStates
    options.filter = answer.filter?.condition
    options.filterText = answer.filter?.words
    options.sortActor = answer.sortActor
    options.limit = answer.count
    options.with = answer.sections
    options.seconds = work.seconds()
    options.sample = answer.sample
    options.memoryHeld = work.heldBytes
    options.control = work.telling
    self.init(case: answer.subject, solution: answer.solution, options: options)
  }

  package func write(to reader: TextReader) -> Limit? { write(Stream.json, to: reader) }

  package func write(as form: AnswerForm, to reader: TextReader) -> Limit? {
    write(form == .csv ? Stream.csv : .jsonLines, to: reader)
  }
}
