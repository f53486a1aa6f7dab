internal import Documents
internal import Questions
internal import Stability

extension Names {
  /// What words are worth, beside what those who say them want.
  func worth(_ test: DeclarationTest) -> Sentence {
    let who = actor(test.declaration.actor)
    return switch test.credibility {
    case .nothingDue:
      test.applies.isEmpty
        ? "without effect now, since its condition does not hold as the case is given"
        : "nothing to carry out"
    case .unable: "\(who) could not keep it alone"
    case .credible: "credible: \(who) would gain by carrying it out"
    case .partly: "credible in part: it would gain by that in some situations and not in others"
    case .empty: "empty: nowhere would it gain by carrying it out"
    }
  }
}
