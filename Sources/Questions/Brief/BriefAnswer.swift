package import CaseFile
package import ConflictModel
package import Stability

extension BriefQuestion {
  /// What there is to tell of a case on two pages.
  package struct Answer: Answering {
    /// The case with what lasts in it.
    package let solved: SolvedCase
    /// The sense in which the briefing speaks of lasting.
    package let concept: Concept
    /// What is looked into; nil where the case names neither a present nor an outcome.
    package let claim: Claim?
    /// Whether somebody made the claim.
    package let isClaimed: Bool
    /// The paper that the pages are meant for.
    package let paper: Paper

    /// The judgements behind what lasts.
    package fileprivate(set) var ledger: Ledger?
    /// On which judgements the claim rests.
    package fileprivate(set) var sensitivity: Sensitivity?
    /// The judgements on which it hangs most, at most ``pivotCount``.
    package fileprivate(set) var pivots: [Pivot] = []
    /// What would be so without statements that may not count.
    package fileprivate(set) var doubted: [Edit.Target: Outlook] = [:]
    /// What can be reached from the present.
    package fileprivate(set) var paths: PathsQuestion.Answer?
    /// What actors could upset together.
    package fileprivate(set) var coalitions: CoalitionsQuestion.Answer?
    /// What one event or one reading changed would bring.
    package fileprivate(set) var turns: [Turn] = []
    /// What each threat and promise is worth.
    package fileprivate(set) var words: [DeclarationTest] = []
    /// What was not looked into, and why.
    package fileprivate(set) var omissions: [Omission] = []
    package var limit: Limit?

    /// So many judgements are told of as those on which it hangs.
    package static let pivotCount = 3
    /// So many of the things that the case itself leaves open are looked into.
    package static let doubtCount = 4

    init(solved: SolvedCase, concept: Concept, claim: Claim?, isClaimed: Bool, paper: Paper) {
      (self.solved, self.concept, self.claim) = (solved, concept, claim)
      (self.isClaimed, self.paper) = (isClaimed, paper)
    }

    /// What the case leaves open of wishes, those that may not count first.
    package var doubts: [Doubt] {
      let all = (try? Doubts(of: subject))?.list ?? []
      func isAbsence(_ doubt: Doubt) -> Bool { if case .absence = doubt.content { true } else { false } }
      return all.filter(isAbsence) + all.filter { !isAbsence($0) }
    }

    /// The case.
    package var subject: Case { solved.subject }
    /// What lasts in it.
    package var solution: Solution { solved.solution }
  }

  /// Something that was not looked into.
  package struct Omission: Sendable, Hashable {
    /// What it is.
    package enum Part: String, Sendable, Hashable, CaseIterable {
      case ledger, paths, sensitivity, coalitions, turns, words
    }

    /// What it is.
    package var part: Part
    /// The limit that was reached; nil where the case has more of something than a briefing goes
    /// through.
    package var limit: Limit?
  }
}

// What is looked into, part by part. Whether a part is looked into depends on counts and never on
// the clock, so that two runs say the same; the time allowed may end any of them.
extension BriefQuestion.Answer {
  private static let most = (
    states: 65_536, unlistedEdits: 1_000, coalitionStates: 4_096, steps: 1 << 25, turns: 16
  )

  mutating func look(into document: CaseDocument, _ work: Work) {
    let parts: [(part: BriefQuestion.Omission.Part, look: (inout Self, CaseDocument, Work) -> Limit?)] = [
      (.ledger, { $0.findLedger($2) }), (.paths, { $0.findPaths($2) }),
      (.sensitivity, { $0.findSensitivity($2) }), (.turns, { $0.findTurns($1, $2) }),
      (.words, { $0.findWords($2) }), (.coalitions, { $0.findCoalitions($2) }),
    ]
    for (part, look) in parts {
      let reached = work.control.shouldStop() ?? look(&self, document, work)
      guard let reached else { continue }
      omissions.append(.init(part: part, limit: reached))
      limit = limit ?? work.limit(reached)
    }
    pivots = findPivots(work.control.silent)
    if stateCount <= Self.most.states { doubted = findDoubted(work.control.silent) }
  }

  private var stateCount: Int { solution.states.count }

  private mutating func findLedger(_ work: Work) -> Limit? {
    guard solved.hasReasons else { return nil }
    let found = Ledger(solved, control: work.control.silent)
    ledger = found
    return found.limit
  }

  private mutating func findPaths(_ work: Work) -> Limit? {
    guard solved.hasReasons, !solved.statusQuos.isEmpty else { return nil }
    if stateCount > Self.most.states { return leaveOut(.paths) }
    let starts = solved.statusQuos.compactMap { solution.states.position(of: $0) }
    var options = PathsQuestion.Options()
    options.concept = concept
    let found = PathsQuestion.Answer(
      case: subject, solution: solution, from: starts, options: options, control: work.control.silent)
    if found.limit == nil { paths = found }
    return found.limit
  }

  private mutating func findSensitivity(_ work: Work) -> Limit? {
    guard let claim, stateCount > 0 else { return nil }
    let edits = subject.edits.count
    // Nil for pairs, too, where there are few.
    var size: Int? = 1
    if solution.isListed {
      if stateCount > Self.most.states { return leaveOut(.sensitivity) }
      let (pairs, overflows) = (edits * edits / 2).multipliedReportingOverflow(by: stateCount)
      if !overflows, pairs <= Self.most.steps { size = nil }
    } else {
      guard case .lasts = claim.content, claim.concept != .sim, edits <= Self.most.unlistedEdits else {
        return leaveOut(.sensitivity)
      }
    }
    let found = subject.sensitivity(
      of: claim, upTo: size, over: solution.states, work, control: work.control.silent)
    sensitivity = found
    return found.limit
  }

  private mutating func findTurns(_ document: CaseDocument, _ work: Work) -> Limit? {
    let dimensions = subject.dimensions.filter { $0.kind != .statusQuo }
    // Where it stands has no effect on what lasts, so this costs nothing.
    let present = subject.dimensions.filter { $0.kind == .statusQuo }
    let worlds = dimensions.reduce(0) { $0 + $1.values.count }
    if worlds == 0 { return nil }
    if worlds > Self.most.turns * 2 || solution.isListed && stateCount > Self.most.steps / worlds {
      return leaveOut(.turns)
    }
    for dimension in dimensions {
      var request = work.request([concept], heldAtOnce: 2)
      request.needsTables = false
      let found = try? Worlds(
        document, given: subject.given, profiles: subject.profiles, varying: [dimension] + present,
        request: request, control: work.control.silent)
      guard let found else { continue }
      if let limit = found.limit { return limit }
      turns += found.turns(of: dimension)
    }
    return nil
  }

  private mutating func findWords(_ work: Work) -> Limit? {
    guard solved.hasReasons else { return nil }
    if solution.isListed, stateCount > Self.most.states {
      return subject.declarations.isEmpty ? nil : leaveOut(.words)
    }
    for declaration in subject.declarations {
      words.append(
        DeclarationTest(
          declaration, in: solution, limit: solution.isListed ? .max : WordsAnalysis.Bounds.unlisted.states,
          near: subject.statusQuo?.state, control: work.control.silent))
    }
    return work.control.shouldStop()
  }

  private mutating func findCoalitions(_ work: Work) -> Limit? {
    guard concept == .seq, (2...Coalition.maximumActorCount).contains(subject.conflict.actors.count),
      !solution.equilibria(concept).isEmpty
    else { return nil }
    if stateCount > Self.most.coalitionStates { return leaveOut(.coalitions) }
    do {
      let graph = try StateGraph(subject.conflict, limits: work.limits, control: work.control.silent)
      let found = graph.coalitions(nil, under: [concept], control: work.control.silent)
      if found.limit == nil {
        coalitions = CoalitionsQuestion.Answer(subject: subject, graph: graph, coalitions: found)
      }
      return found.limit
    } catch {
      return error.limit
    }
  }

  private mutating func leaveOut(_ part: BriefQuestion.Omission.Part) -> Limit? {
    omissions.append(.init(part: part, limit: nil))
    return nil
  }
}
