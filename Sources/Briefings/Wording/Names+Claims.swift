internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions

extension Names {
  /// A claim that is so or is not, in names; nil where it is about something that has none.
  func words(_ claim: Claim, _ holds: Bool) -> Sentence? {
    let sense: Sentence = claim.concept == .seq ? "" : " under \(claim.concept.word)"
    func named(_ condition: Condition) -> Sentence? {
      subject.outcomes.firstIndex { $0.condition == condition }.map { outcome($0) }
    }
    return switch claim.content {
    case .lasts(let state): "\(called(state)) \(holds ? "lasts" : "does not last")\(sense)"
    case .some(let condition):
      named(condition).map { "\($0) \(holds ? "can" : "cannot") last\(sense)" }
        ?? claim.condition.map { "\(holds ? "Something" : "Nothing") lasts\(sense) \(with($0))" }
    case .no(let condition):
      named(condition).map { "\($0) \(holds ? "cannot" : "can") last\(sense)" }
        ?? claim.condition.map { "\(holds ? "Nothing" : "Something") lasts\(sense) \(with($0))" }
    case .every(let condition):
      named(condition).map { "\(holds ? "All that lasts is" : "Not all that lasts is") \($0)\(sense)" }
        ?? claim.condition.map { "\(holds ? "All" : "Not all") that lasts\(sense) is \(with($0))" }
    }
  }

  /// A condition as what a situation is like: `with “Shells”`, `without “Talks”`.
  private func with(_ condition: ConditionText) -> Sentence {
    if case .not(.name(let name, let place)) = condition { return "without \(words(.name(name, place)))" }
    return "with \(words(condition))"
  }
}
