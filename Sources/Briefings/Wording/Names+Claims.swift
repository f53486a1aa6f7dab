internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions

extension Names {
  /// A claim that is so or is not, in names; nil where it is about what no outcome names.
  func words(_ claim: Claim, _ holds: Bool) -> Sentence? {
    let sense: Sentence = claim.concept == .seq ? "" : " under \(claim.concept.word)"
    func named(_ condition: Condition) -> Sentence? {
      subject.outcomes.firstIndex { $0.condition == condition }.map { outcome($0) }
    }
    return switch claim.content {
    case .lasts(let state): "\(called(state)) \(holds ? "lasts" : "does not last")\(sense)"
    case .some(let condition): named(condition).map { "\($0) \(holds ? "can" : "cannot") last\(sense)" }
    case .no(let condition): named(condition).map { "\($0) \(holds ? "cannot" : "can") last\(sense)" }
    case .every(let condition):
      named(condition).map { "\(holds ? "All that lasts is" : "Not all that lasts is") \($0)\(sense)" }
    }
  }
}
