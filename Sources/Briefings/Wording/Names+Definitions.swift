internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

// What the definitions of a case stand for: readers see their names and not the file.
extension Names {
  /// What a definition stands for where that is one thing, which is as short to say as its name.
  func thing(definedAs id: String) -> ConditionText? {
    guard let meaning = meaning(of: id) else { return nil }
    return switch meaning {
    case .name, .comparison: meaning
    default: nil
    }
  }

  /// What a definition stands for, without others in it; nil where it is none.
  private func meaning(of id: String) -> ConditionText? {
    subject.document.definitions.first { $0.id == id }.map { expanded($0.when) }
  }

  /// The condition with what definitions stand for in their place.
  private func expanded(_ expression: ConditionText) -> ConditionText {
    switch expression {
    case .constant, .comparison: return expression
    case .name(let name, _): return meaning(of: name) ?? expression
    case .not(let operand): return .not(expanded(operand))
    case .and(let parts): return .and(parts.map { expanded($0) })
    case .or(let parts):
      // One list of several says the same as a list in another.
      return .or(parts.map { expanded($0) }.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } })
    case .joined(let left, let connective, let right):
      return .joined(expanded(left), connective, expanded(right))
    case .count(let count, let number, let parts): return .count(count, number, parts.map { expanded($0) })
    }
  }

  /// What the definitions in some conditions stand for, in a sentence; empty where there are none.
  func definitions(in conditions: [ConditionText]) -> Sentence {
    let used = Set(conditions.flatMap { $0.names.map { $0.name } })
    let parts: [Sentence] = subject.document.definitions.compactMap { definition in
      guard used.contains(definition.id), thing(definedAs: definition.id) == nil,
        let meaning = meaning(of: definition.id)
      else { return nil }
      return "\(words(.name(definition.id, definition.place))) stands for \(words(meaning))"
    }
    return parts.isEmpty ? "" : "\(parts.joined(separator: "; "))."
  }
}
