package import CaseFile
package import ConflictModel

/// A threat or promise with its names looked up: "if `condition`, then `then`".
package struct Declaration: Sendable, Hashable {
  /// Who speaks, by index.
  package var actor: Int
  /// Its place among the declarations of that actor, from 0.
  package var index: Int
  /// What is written.
  package var text: DeclarationText
  /// When the words apply.
  package var condition: Condition
  /// What the actor says will then hold.
  package var then: Condition
  /// Whom the words are meant for, rising; empty only when there is nobody else.
  package var targets: [Int]
  /// How that is known.
  package var ground: Ground

  /// How it is known whom words are meant for.
  package enum Ground: String, Sendable, Hashable {
    /// The case says so, with `to`.
    case said
    /// They control options that the condition mentions.
    case controls
    /// Nobody else controls anything that the condition mentions, so everybody
    /// else is meant.
    case everybodyElse
  }

  /// The declaration as a wish: that the words be kept.
  package var wish: Condition { .implies(condition, then) }
}

extension Case {
  /// The threats and promises of all actors, in the order of the file.
  package var declarations: [Declaration] {
    var found: [Declaration] = []
    for (actor, text) in document.actors.enumerated() {
      for (index, declaration) in text.declares.enumerated() {
        // Both were looked up when the case was made.
        guard let condition = try? self.condition(declaration.condition, actor: actor),
          let then = try? self.condition(declaration.then, actor: actor)
        else { continue }
        let (targets, ground) = targets(of: declaration, by: actor)
        found.append(
          Declaration(
            actor: actor, index: index, text: declaration, condition: condition, then: then,
            targets: targets, ground: ground))
      }
    }
    return found
  }

  private func targets(
    of declaration: DeclarationText, by actor: Int
  ) -> (targets: [Int], ground: Declaration.Ground) {
    let named = Set(declaration.to.map { $0.text })
    if !named.isEmpty {
      return (conflict.actors.indices.filter { named.contains(conflict.actors[$0].id) }, .said)
    }
    let owners = self.owners(in: declaration.condition, actor: actor).subtracting([actor])
    if !owners.isEmpty { return (owners.sorted(), .controls) }
    return (conflict.actors.indices.filter { $0 != actor }, .everybodyElse)
  }
}

extension Conflict {
  /// The events that the condition mentions, itself or in the terms it uses, in
  /// the order of the case.
  package func events(in condition: Condition) -> [Int] {
    var found: Set<Int> = []
    visit(condition) { if case .event(let event) = $0 { found.insert(event) } }
    return found.sorted()
  }

  /// Goes through a condition and the terms it uses, each term once however
  /// often it is used.
  private func visit(_ condition: Condition, _ body: (Condition) -> Void) {
    var seen: Set<Int> = []
    // A list and no recursion: chains of terms may be long.
    var open = [condition]
    while let next = open.popLast() {
      body(next)
      switch next {
      case .constant, .event, .state, .taken: break
      case .term(let term): if seen.insert(term).inserted { open.append(terms[term]) }
      case .not(let inner): open.append(inner)
      case .all(let parts), .any(let parts), .count(_, _, let parts): open += parts
      case .implies(let left, let right), .iff(let left, let right): open += [left, right]
      }
    }
  }
}
