internal import CaseFile
internal import ConflictModel
internal import Stability

/// A question that has an answer in every case.
package enum Topic: Sendable, Hashable {
  /// Does anything last?
  case anything
  /// Does the status quo last?
  case statusQuo
  /// Does the matter hold always, never or sometimes where the conflict comes to rest?
  case matter(Matter)
  /// At which levels can an option stand where it comes to rest? By its id.
  case levels(String)
  /// Is the claim true? In the words in which it was made.
  case claim(String)
}

/// What a case says to a question.
package enum Reply: Sendable, Hashable {
  /// Yes or no.
  case truth(Bool)
  /// For some of the situations that the status quo may be, and not for others.
  case partly(Int, of: Int)
  /// What is expected of a matter.
  case expectation(Modality)
  /// The levels that occur, lowest first.
  case levels([String])
  /// Nothing lasts, so nothing is expected.
  case nothingLasts
}

extension Topic {
  /// The questions that a case can be asked, claims left out.
  static func all(of subject: Case) -> [Topic] {
    var questions: [Topic] = [.anything]
    if subject.statusQuo != nil { questions.append(.statusQuo) }
    questions += subject.outcomes.map { .matter(.outcome($0.id)) }
    var seen: Set<String> = []
    for matter in Matter.all(of: subject) {
      switch matter {
      case .option, .joint, .state: questions.append(.matter(matter))
      case .level(let id, _): if seen.insert(id).inserted { questions.append(.levels(id)) }
      case .atLeast, .outcome: break
      }
    }
    return questions
  }

  /// What a case says, of whose conflict the solution is; nil when it has no answer there.
  func reply(of subject: Case, _ solution: Solution, under concept: Concept) -> Reply? {
    let equilibria = solution.equilibria(concept)
    switch self {
    case .anything: return .truth(!equilibria.isEmpty)
    case .statusQuo:
      let positions = subject.statusQuos.compactMap { solution.states.position(of: $0) }
      if positions.isEmpty { return nil }
      let lasting = positions.count { equilibria.contains($0) }
      return lasting == 0 || lasting == positions.count
        ? .truth(lasting > 0) : .partly(lasting, of: positions.count)
    case .matter(let matter):
      guard let condition = matter.condition(in: subject) else { return nil }
      if equilibria.isEmpty { return .nothingLasts }
      let seen = equilibria.intersection(solution.states(where: condition)).count
      return .expectation(seen == 0 ? .excluded : seen == equilibria.count ? .implied : .permitted)
    case .levels(let id):
      guard let option = subject.conflict.levelOptions.first(where: { $0.id == id }) else { return nil }
      if equilibria.isEmpty { return .nothingLasts }
      // Whoever is above a threshold is above those before it.
      let taken = solution.tally(equilibria)
      let reached = [equilibria.count] + option.thresholds.map { taken[$0] } + [0]
      let occurring = option.levels.indices.filter { reached[$0] > reached[$0 + 1] }
      return .levels(occurring.map { option.levels[$0] })
    case .claim(let text):
      guard let claim = try? subject.claim(parsing: text, concept: concept, among: solution.states) else {
        return nil
      }
      return solution.concepts.contains(claim.concept) ? .truth(claim.holds(in: solution)) : nil
    }
  }
}

/// What two cases conclude about one question, and what accounts for it where they differ.
package struct Conclusion: Sendable, Hashable {
  /// The question.
  package var question: Topic
  /// The answer of the first case.
  package var before: Reply
  /// The answer of the second.
  package var after: Reply
  /// The smallest sets of differences that, made in the first case, give the
  /// answer of the second, by index among the comparison's differences: all of
  /// the smallest size. Empty where the two agree, and where none was found.
  package var accounts: [[Int]] = []

  /// Whether the two cases give the same answer.
  package var agrees: Bool { before == after }
}
