internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions

extension Names {
  /// What somebody declares, with its source: `if “Direct arms”, then “Cut the gas” (memo 3.1, said)`; in
  /// brief, without the condition.
  func announcement(_ declaration: Declaration, isBrief: Bool = false) -> Sentence {
    "\(announced(declaration, isBrief: isBrief).pointing(to: reference(to: declaration))) (\(declaration.text.because.citation()))"
  }

  /// The same without its source.
  func announced(_ declaration: Declaration, isBrief: Bool = false) -> Sentence {
    let text = declaration.text
    let deed = words(text.then, of: declaration.actor)
    if isBrief { return deed }
    return text.condition.isAlwaysSo
      ? "whatever happens, then \(deed)"
      : "if \(words(text.condition, of: declaration.actor)), then \(deed)"
  }
}

extension ConditionText {
  /// Whether it holds whatever is so.
  fileprivate var isAlwaysSo: Bool {
    switch self {
    case .constant(let value): value
    case .and(let parts): parts.allSatisfy { $0.isAlwaysSo }
    case .or(let parts): parts.contains { $0.isAlwaysSo }
    default: false
    }
  }
}
