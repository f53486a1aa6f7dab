public import Analyses
public import CaseFile
public import ConflictModel
public import Stability

/// How it could get there from here: what sequences of moves or improvements
/// reach from a state, which equilibria are among it, and what is out of reach.
///
///     let report = PathsReport(case: elmira, solution: elmira.conflict.solve(), from: [0])
///     print(report.text())
public struct PathsReport: Sendable {
  /// What is reported.
  public struct Options: Sendable {
    /// What the sequences are made of.
    public var kind = StepKind.improvements
    /// The concept whose equilibria are looked for, when it was decided.
    public var concept = Concept.seq
    /// Where all ways should lead, in the words in which it was asked, with the
    /// condition that holds there.
    public var target: (words: String, condition: Condition)?
    /// How many ways there are to list.
    public var limit = 20

    /// The defaults: improvements, and the equilibria under `seq`.
    public init() {}
  }

  /// The case.
  public let subject: Case
  /// What was found out about it.
  public let solution: Solution
  /// What is reported.
  public let options: Options
  /// Why the work ended early; nil when everything is there.
  public private(set) var limit: Limit?

  let names: Names
  private(set) var sections: [Section] = []
  /// How many starts were asked for; at most 64 are followed.
  let startCount: Int

  /// What was found from one state.
  struct Section: Sendable {
    let reach: Reach
    /// What keeps improvements, or moves, from the rest.
    let obstacles: ObstacleSearch
    let ways: Ways?
    let targets: [Int]
  }

  /// Looks for paths from the states at the given positions.
  ///
  /// - Complexity: that of ``/Analyses/Reach`` for each start, three times.
  public init(
    case subject: Case, solution: Solution, from starts: [Int], options: Options = Options(),
    control: Control = Control()
  ) {
    self.subject = subject
    self.solution = solution
    self.options = options
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
    let targets = options.target.map { Array(solution.states(where: $0.condition)) } ?? []
    startCount = starts.count
    for start in starts.prefix(64) {
      let moves = Reach(from: start, by: .moves, in: solution, control: control)
      let reach =
        options.kind == .moves
        ? moves : Reach(from: start, by: .improvements, in: solution, control: control)
      let obstacles = ObstacleSearch(from: start, in: solution, moves: moves, control: control)
      let ways = options.target.map { _ in
        reach.ways(to: Set(targets), atMost: options.limit, control: control)
      }
      sections.append(Section(reach: reach, obstacles: obstacles, ways: ways, targets: targets))
      limit = limit ?? reach.limit ?? obstacles.limit ?? ways?.limit
      if limit != nil { break }
    }
  }

  var conflict: Conflict { solution.conflict }

  /// The equilibria under the concept, by position; nil when it was not decided.
  var equilibria: Selection? {
    solution.concepts.contains(options.concept) ? solution.equilibria(options.concept) : nil
  }

  func isEquilibrium(_ position: Int) -> Bool { equilibria?.contains(position) ?? false }

  func state(_ position: Int) -> State { solution.states[position] }

  /// The equilibria that a section reaches, nearest first, the start included.
  func reached(_ section: Section) -> [(position: Int, distance: Int)] {
    var found: [(position: Int, distance: Int)] = []
    for position in equilibria ?? solution.lasting.subtracting(solution.lasting) {
      if let distance = section.reach.distance(to: position) { found.append((position, distance)) }
    }
    return found.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }
  }

  /// The equilibria that it does not reach, rising.
  func missed(_ section: Section) -> [Int] {
    (equilibria.map { Array($0) } ?? []).filter { !section.reach.contains($0) }
  }

  /// The members of each outcome, by position.
  func members(of outcome: Case.Outcome) -> [Int] { Array(solution.states(where: outcome.condition)) }

  var stepWord: String { options.kind == .moves ? "moves" : "improvements" }
}
